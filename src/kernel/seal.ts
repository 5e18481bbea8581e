import { gcmDecrypt, gcmEncrypt } from '#platform'

import { toUtf8, type Bytes } from './bytes.ts'
import { systemChance, type Chance } from './chance.ts'
import { DomainError } from './errors.ts'

export const KEY_BYTES = 32
const NONCE_BYTES = 12
const TAG_BYTES = 16

/** What sealing adds to a plaintext: nonce and authentication tag. */
export const SEAL_OVERHEAD = NONCE_BYTES + TAG_BYTES

export class SealError extends DomainError<'SEAL_BROKEN'> {}

/**
 * AES-256-GCM (NIST SP 800-38D): nonce ‖ ciphertext ‖ tag. `bound` is associated data: the ciphertext opens only
 * beside the same words, so that one cannot be put in another's place.
 */
export function seal(key: Bytes, plaintext: Bytes, bound: Bytes, chance: Chance = systemChance): Bytes {
  const nonce = chance.bytes(NONCE_BYTES)
  return gcmEncrypt(key, nonce, plaintext, bound)
}

/** Opens what `seal` made; throws `SealError` where key, bound words or a single bit differ. */
export function unseal(key: Bytes, sealed: Bytes, bound: Bytes): Bytes {
  if (sealed.length < SEAL_OVERHEAD) throw new SealError('SEAL_BROKEN', 'the sealed bytes are cut short')
  try {
    return gcmDecrypt(key, sealed.subarray(0, NONCE_BYTES), sealed.subarray(NONCE_BYTES), bound)
  } catch (cause) {
    throw new SealError('SEAL_BROKEN', 'the seal does not fit its key or its place', { cause })
  }
}

/** Associated data out of words that contain no zero byte. */
export function boundTo(use: string, ...words: readonly string[]): Bytes {
  return toUtf8(['twinchart', use, ...words].join('\0'))
}
