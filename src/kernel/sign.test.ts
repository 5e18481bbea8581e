import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { fromHex, openSigner, seededChance, toHex, toUtf8 } from './index.ts'
import { isSignedBy } from './sign.ts'

const EMPTY_MESSAGE = new Uint8Array()

/** RFC 8032 section 7.1, tests 1 to 3: seed, public key, message, signature. */
const RFC_8032 = [
  [
    '9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60',
    'd75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a',
    '',
    'e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b',
  ],
  [
    '4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb',
    '3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c',
    '72',
    '92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00',
  ],
  [
    'c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7',
    'fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025',
    'af82',
    '6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a',
  ],
] as const

/** The order of the group, which ZIP-215 does not let a signature's second half reach. */
const ORDER = 2n ** 252n + 27742317777372353535851937790883648493n

describe.each(RFC_8032)('the key from %s', (seed, publicKey, message, signature) => {
  it('signs as RFC 8032 says', () => {
    const signer = openSigner(fromHex(seed))
    expect(toHex(signer.publicKey)).toBe(publicKey)
    expect(toHex(signer.sign(fromHex(message)))).toBe(signature)
    expect(isSignedBy(fromHex(publicKey), fromHex(message), fromHex(signature))).toBe(true)
  })
})

it('accepts only the message, the key and the signature as they were', () => {
  const chance = seededChance('sign')
  const message = chance.bytes(64)
  const signer = openSigner(chance.bytes(32))
  const signature = signer.sign(message)
  const altered = fc.tuple(fc.constantFrom(0, 1, 2), fc.nat(), fc.integer({ min: 1, max: 255 }))
  fc.assert(
    fc.property(altered, ([which, place, mask]) => {
      const parts = [signer.publicKey, message, signature].map((part) => Uint8Array.from(part))
      const [key, text, signed] = parts
      const part = parts[which]
      if (!part || !key || !text || !signed) throw new Error('there are three parts')
      const at = place % part.length
      part[at] = (part[at] ?? 0) ^ mask
      expect(isSignedBy(key, text, signed)).toBe(false)
    }),
  )
})

it('says no, and does not throw, to a key or signature of another length', () => {
  const [, publicKey, , signature] = RFC_8032[0]
  const [key, signed] = [fromHex(publicKey), fromHex(signature)]
  expect(isSignedBy(key.subarray(1), EMPTY_MESSAGE, signed)).toBe(false)
  expect(isSignedBy(EMPTY_MESSAGE, EMPTY_MESSAGE, signed)).toBe(false)
  expect(isSignedBy(key, EMPTY_MESSAGE, signed.subarray(1))).toBe(false)
  expect(isSignedBy(key, EMPTY_MESSAGE, EMPTY_MESSAGE)).toBe(false)
})

it('says no to the same signature written larger by the order of the group', () => {
  const [, publicKey, , signature] = RFC_8032[0]
  const half = fromHex(signature).subarray(32)
  const larger = half.reduceRight((sum, byte) => sum * 256n + BigInt(byte), 0n) + ORDER
  const written = Uint8Array.from({ length: 32 }, (_, place) => Number((larger >> BigInt(8 * place)) & 0xffn))
  const malleable = fromHex(signature.slice(0, 64) + toHex(written))
  expect(isSignedBy(fromHex(publicKey), EMPTY_MESSAGE, malleable)).toBe(false)
})

it('follows ZIP-215 where OpenSSL refuses: a key of small order', () => {
  const zeros = new Uint8Array(32)
  expect(isSignedBy(zeros, toUtf8('ed25519vectors 3'), new Uint8Array(64))).toBe(true)
})
