import { readFileSync } from 'node:fs'
import { join } from 'node:path'

import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'

import { sharedData } from '../../test/shared-data.ts'
import { concat, fromHex, toHex, toUtf8 } from './bytes.ts'
import { sha256, taggedHash, taggedHmac, taggedMessage } from './hash.ts'
import * as browser from './platform/browser.ts'
import * as node from './platform/node.ts'

const bytes = fc.uint8Array({ maxLength: 200 })

it('is SHA-256, over its parts as one', () => {
  // FIPS 180-4's examples, as NIST publishes them with the standard.
  expect(toHex(sha256(toUtf8('abc')))).toBe(
    'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
  )
  expect(toHex(sha256())).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855')
  fc.assert(
    fc.property(fc.array(bytes), (parts) => {
      expect(toHex(sha256(...parts))).toBe(toHex(sha256(concat(...parts))))
    }),
  )
})

describe('a tag', () => {
  it('stands in front as words and a zero byte', () => {
    const written = toUtf8('twinchart/leaf/1\0ward')
    expect(toHex(taggedMessage('leaf/1', toUtf8('ward')))).toBe(toHex(written))
    expect(toHex(taggedHash('leaf/1', toUtf8('wa'), toUtf8('rd')))).toBe(toHex(sha256(written)))
    expect(toHex(taggedHmac('leaf/1', toUtf8('key'), toUtf8('ward')))).toBe(
      toHex(node.hmacSha256(toUtf8('key'), written)),
    )
  })

  it('keeps two uses, and two versions of one, apart', () => {
    const hashes = (['leaf/1', 'leaf/2', 'leaf/11', 'look/1'] as const).map((tag) =>
      toHex(taggedHash(tag, toUtf8('1'))),
    )
    expect(new Set(hashes).size).toBe(hashes.length)
  })

  it('of an HMAC does not make up for another key', () => {
    expect(toHex(taggedHmac('code/1', toUtf8('a'), toUtf8('x')))).not.toBe(
      toHex(taggedHmac('code/1', toUtf8('b'), toUtf8('x'))),
    )
  })
})

describe.each([
  ['Node', node.hmacSha256],
  ['a browser', browser.hmacSha256],
])('HMAC-SHA-256 on %s', (_where, hmac) => {
  it('agrees with RFC 4231, test cases 2 and 6', () => {
    expect(toHex(hmac(toUtf8('Jefe'), toUtf8('what do ya want for nothing?')))).toBe(
      '5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843',
    )
    const longKey = new Uint8Array(131).fill(0xaa)
    expect(toHex(hmac(longKey, toUtf8('Test Using Larger Than Block-Size Key - Hash Key First')))).toBe(
      '60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54',
    )
  })

  const wycheproof = sharedData('vectors/wycheproof')

  it.skipIf(!wycheproof)('agrees with Wycheproof', () => {
    const { testGroups } = z
      .object({
        testGroups: z.array(
          z.object({
            tagSize: z.number(),
            tests: z.array(
              z.object({
                tcId: z.number(),
                key: z.string(),
                msg: z.string(),
                tag: z.string(),
                result: z.string(),
              }),
            ),
          }),
        ),
      })
      .parse(JSON.parse(readFileSync(join(wycheproof ?? '', 'hmac_sha256_test.json'), 'utf8')))
    const tests = testGroups.flatMap(({ tagSize, tests }) =>
      tests.map((test) => ({ test, digits: tagSize / 4 })),
    )
    expect(tests.length).toBe(174)
    for (const { test, digits } of tests) {
      const made = toHex(hmac(fromHex(test.key), fromHex(test.msg))).slice(0, digits)
      expect(made === test.tag, `tcId ${test.tcId}`).toBe(test.result === 'valid')
    }
  })
})
