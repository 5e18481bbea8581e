import { readFileSync } from 'node:fs'
import { join } from 'node:path'

import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'

import { sharedData } from '../../test/shared-data.ts'
import { concat, fromHex, seededChance, toHex, toUtf8 } from './index.ts'
import { boundTo, KEY_BYTES, seal, SEAL_OVERHEAD, SealError, unseal } from './seal.ts'

const chance = seededChance('seal')
const key = chance.bytes(KEY_BYTES)
const bound = boundTo('entry', 'chart 7', 'note')
const broken = expect.objectContaining({ code: 'SEAL_BROKEN' })

/** Test case 16 of McGrew and Viega, The Galois/Counter Mode of Operation, on which NIST SP 800-38D stands. */
const GCM_16 = {
  key: fromHex('feffe9928665731c6d6a8f9467308308feffe9928665731c6d6a8f9467308308'),
  nonce: fromHex('cafebabefacedbaddecaf888'),
  plaintext: fromHex(
    'd9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a721c3c0c95956809532fcf0e2449a6b525b16aedf5aa0de657ba637b39',
  ),
  associated: fromHex('feedfacedeadbeeffeedfacedeadbeefabaddad2'),
  ciphertext:
    '522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa8cb08e48590dbb3da7b08b1056828838c5f61e6393ba7a0abcc9f662',
  tag: '76fc6ece0f4e1768cddf8853bb2d551b',
}

it('is AES-256-GCM: nonce, ciphertext, tag', () => {
  const { key, nonce, plaintext, associated, ciphertext, tag } = GCM_16
  const sealed = seal(key, plaintext, associated, { bytes: () => nonce })
  expect(toHex(sealed)).toBe(`${toHex(nonce)}${ciphertext}${tag}`)
  expect(toHex(unseal(key, sealed, associated))).toBe(toHex(plaintext))
})

it('opens what it sealed, longer by its overhead only', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (plaintext) => {
      const sealed = seal(key, plaintext, bound)
      expect(sealed.length).toBe(plaintext.length + SEAL_OVERHEAD)
      expect(toHex(unseal(key, sealed, bound))).toBe(toHex(plaintext))
    }),
  )
})

it('never seals alike twice', () => {
  const sealed = Array.from({ length: 100 }, () => toHex(seal(key, toUtf8('the same'), bound)))
  expect(new Set(sealed).size).toBe(100)
})

describe('stays shut', () => {
  const sealed = seal(key, toUtf8('penicillin'), bound)

  it('for another key, and for one of another length', () => {
    expect(() => unseal(chance.bytes(KEY_BYTES), sealed, bound)).toThrow(broken)
    expect(() => unseal(key.subarray(16), sealed, bound)).toThrow(broken)
  })

  it('in another place than its own', () => {
    expect(() => unseal(key, sealed, boundTo('entry', 'chart 8', 'note'))).toThrow(broken)
    expect(() => unseal(key, sealed, boundTo('entry', 'chart 7note'))).toThrow(broken)
    expect(() => unseal(key, sealed, boundTo('entry'))).toThrow(broken)
  })

  it('after a single bit was turned, whichever it is', () => {
    for (let bit = 0; bit < sealed.length * 8; bit++) {
      const turned = Uint8Array.from(sealed, (byte, place) =>
        place === bit >> 3 ? byte ^ (1 << (bit & 7)) : byte,
      )
      expect(() => unseal(key, turned, bound)).toThrow(SealError)
    }
  })

  it('when cut anywhere, or with a byte more', () => {
    for (let end = 0; end < sealed.length; end++) {
      expect(() => unseal(key, sealed.subarray(0, end), bound)).toThrow(SealError)
    }
    expect(() => unseal(key, concat(sealed, Uint8Array.of(0)), bound)).toThrow(SealError)
  })

  it('and says nothing of key or content', () => {
    expect(() => unseal(key, sealed, boundTo('x'))).toThrow('the seal does not fit its key or its place')
  })
})

it('binds words so that they cannot run into one another', () => {
  expect(toHex(boundTo('a', 'b', 'c'))).not.toBe(toHex(boundTo('a', 'bc')))
  expect(toHex(boundTo('a', '', 'b'))).not.toBe(toHex(boundTo('a', 'b', '')))
})

const wycheproof = sharedData('vectors/wycheproof')

it.skipIf(!wycheproof)('agrees with Wycheproof on AES-256-GCM with our lengths of nonce and tag', () => {
  const { testGroups } = z
    .object({
      testGroups: z.array(
        z.object({
          ivSize: z.number(),
          keySize: z.number(),
          tagSize: z.number(),
          tests: z.array(
            z.object({
              tcId: z.number(),
              key: z.string(),
              iv: z.string(),
              aad: z.string(),
              msg: z.string(),
              ct: z.string(),
              tag: z.string(),
              result: z.enum(['valid', 'invalid']),
            }),
          ),
        }),
      ),
    })
    .parse(JSON.parse(readFileSync(join(wycheproof ?? '', 'aes_gcm_test.json'), 'utf8')))
  const ours = testGroups.filter(
    (group) => group.keySize === 256 && group.ivSize === 96 && group.tagSize === 128,
  )
  const tests = ours.flatMap((group) => group.tests)
  expect(tests.filter(({ result }) => result === 'valid').length).toBeGreaterThan(30)
  expect(tests.filter(({ result }) => result === 'invalid').length).toBeGreaterThan(20)
  for (const { tcId, key, iv, aad, msg, ct, tag, result } of tests) {
    const open = () => toHex(unseal(fromHex(key), fromHex(iv + ct + tag), fromHex(aad)))
    if (result === 'valid') expect(open(), `tcId ${tcId}`).toBe(msg)
    else expect(open, `tcId ${tcId}`).toThrow(SealError)
  }
})
