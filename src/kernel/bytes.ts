import {
  base64UrlToBytes,
  bytesToBase64Url,
  bytesToHex,
  bytesToUtf8,
  compareBytes,
  concatBytes,
  equalBytes,
  hexToBytes,
  utf8ToBytes,
} from '#platform'

export type Bytes = Uint8Array

export const EMPTY: Bytes = new Uint8Array(0)

export const toUtf8 = utf8ToBytes
export const fromUtf8 = bytesToUtf8
export const toHex = bytesToHex
export const toBase64Url = bytesToBase64Url

/** Reads lower or upper case hexadecimal; anything else throws. */
export const fromHex = hexToBytes

/** Byte order, as memcmp: shorter first where one begins the other. */
export { compareBytes }

/** Reads base64url without padding (RFC 4648 section 5); anything that would not be written so throws. */
export function fromBase64Url(text: string): Bytes {
  const bytes = base64UrlToBytes(text)
  if (bytesToBase64Url(bytes) !== text) throw new TypeError('not base64url')
  return bytes
}

export function concat(...parts: readonly Bytes[]): Bytes {
  return concatBytes(parts)
}

/** Whether two byte strings are the same, in a time that depends on their lengths only. */
export function isSame(a: Bytes, b: Bytes): boolean {
  return a.length === b.length && equalBytes(a, b)
}

/** A 64-bit big-endian number, for what is hashed or signed outside the codec. */
export function uint64(value: number): Bytes {
  const bytes = new Uint8Array(8)
  new DataView(bytes.buffer).setBigUint64(0, BigInt(value))
  return bytes
}
