import { ed25519 } from '@noble/curves/ed25519.js'

import { openEd25519, verifiesFast } from '#platform'

import type { Bytes } from './bytes.ts'

/** An Ed25519 key (RFC 8032) that signs; the seed never leaves it. */
export interface Signer {
  readonly publicKey: Bytes
  sign(message: Bytes): Bytes
}

/** A signer from its 32-byte seed. */
export const openSigner: (seed: Bytes) => Signer = openEd25519

/**
 * Whether a signature verifies under ZIP-215, the rule CometBFT follows. What OpenSSL accepts, ZIP-215 accepts, so
 * only its refusals go to the slower library. A key or signature of the wrong length is simply not valid.
 */
export function isSignedBy(publicKey: Bytes, message: Bytes, signature: Bytes): boolean {
  if (publicKey.length !== 32 || signature.length !== 64) return false
  if (verifiesFast(publicKey, message, signature)) return true
  try {
    return ed25519.verify(signature, message, publicKey, { zip215: true })
  } catch {
    return false
  }
}
