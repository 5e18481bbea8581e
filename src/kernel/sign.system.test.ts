import { readFileSync } from 'node:fs'
import { join } from 'node:path'

import { ed25519 } from '@noble/curves/ed25519.js'
import { expect, it } from 'vitest'
import { z } from 'zod'

import { sharedData } from '../../test/shared-data.ts'
import { fromHex, toUtf8, type Bytes } from './index.ts'
import { isSignedBy } from './sign.ts'

/** As the browser does it: without OpenSSL. */
const isSignedInPage = (key: Bytes, message: Bytes, signature: Bytes): boolean => {
  try {
    return ed25519.verify(signature, message, key, { zip215: true })
  } catch {
    return false
  }
}

const wycheproof = sharedData('vectors/wycheproof')

it.skipIf(!wycheproof)('agrees with Wycheproof, but for tcId 151, which ZIP-215 accepts', () => {
  const { testGroups } = z
    .object({
      testGroups: z.array(
        z.object({
          publicKey: z.object({ pk: z.string() }),
          tests: z.array(
            z.object({ tcId: z.number(), msg: z.string(), sig: z.string(), result: z.string() }),
          ),
        }),
      ),
    })
    .parse(JSON.parse(readFileSync(join(wycheproof ?? '', 'ed25519_test.json'), 'utf8')))
  const tests = testGroups.flatMap(({ publicKey, tests }) =>
    tests.map((test) => ({ test, key: fromHex(publicKey.pk) })),
  )
  const differing = (verifies: typeof isSignedBy) =>
    tests
      .filter(
        ({ test, key }) => verifies(key, fromHex(test.msg), fromHex(test.sig)) !== (test.result === 'valid'),
      )
      .map(({ test }) => test.tcId)
  expect(tests.length).toBe(151)
  expect(differing(isSignedBy)).toEqual([151])
  expect(differing(isSignedInPage)).toEqual([151])
})

const cctv = sharedData('vectors/ed25519-cctv')

/**
 * ZIP-215 asks [8][S]B = [8]R + [8][k]A, with k over the key's bytes as they came. A k over the key written canonically
 * is another number, and must fail, unless the key is of low order: then [8]A is zero, and k does not matter.
 */
const isValidUnderZip215 = (flags: readonly string[]) =>
  !flags.includes('reencoded_k') || flags.includes('low_order_A')

it.skipIf(!cctv)('agrees with ZIP-215 on every CCTV vector', () => {
  const vectors = z
    .array(
      z.object({
        number: z.number(),
        key: z.string(),
        sig: z.string(),
        msg: z.string(),
        flags: z.array(z.string()).nullable(),
      }),
    )
    .parse(JSON.parse(readFileSync(join(cctv ?? '', 'ed25519vectors.json'), 'utf8')))
  const differing = (verifies: typeof isSignedBy) =>
    vectors.filter(({ key, sig, msg, flags }) => {
      return verifies(fromHex(key), toUtf8(msg), fromHex(sig)) !== isValidUnderZip215(flags ?? [])
    })
  expect(vectors.filter(({ flags }) => !isValidUnderZip215(flags ?? [])).length).toBe(88)
  expect(vectors.length).toBe(914)
  expect(differing(isSignedBy)).toEqual([])
  expect(differing(isSignedInPage)).toEqual([])
})
