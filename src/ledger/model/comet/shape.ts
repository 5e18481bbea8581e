/** What CometBFT's ValidateBasic asks of single values (types/validation.go, ValidateHash; crypto/tmhash). */
import type { Bytes } from '#kernel'

export const HASH_BYTES = 32
export const ADDRESS_BYTES = 20
export const MAX_INT32 = 2 ** 31 - 1
export const MAX_UINT32 = 2 ** 32 - 1

/** A hash may be missing: the first block has no block before it. */
export function isHashOrNone(bytes: Bytes): boolean {
  return bytes.length === 0 || bytes.length === HASH_BYTES
}

export function isWholeNumber(value: number, least: number, most: number = Number.MAX_SAFE_INTEGER): boolean {
  return Number.isSafeInteger(value) && value >= least && value <= most
}
