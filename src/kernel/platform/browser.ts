/** What the kernel asks of the machine, in a page: enough to verify; sealing and signing stay on the server. */
import { hmac } from '@noble/hashes/hmac.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex as hex, hexToBytes as unhex, randomBytes } from '@noble/hashes/utils.js'

type Bytes = Uint8Array

// As on the server, a byte order mark is a character like any other.
const decoder = new TextDecoder('utf-8', { ignoreBOM: true })
const encoder = new TextEncoder()

export const utf8ToBytes = (text: string): Bytes => encoder.encode(text)
export const bytesToUtf8 = (bytes: Bytes): string => decoder.decode(bytes)
export const bytesToHex = (bytes: Bytes): string => hex(bytes)
export const hexToBytes = (text: string): Bytes => unhex(text)
export const randomByteString = (count: number): Bytes => randomBytes(count)
export const sha256Digest = (message: Bytes): Bytes => sha256(message)
export const hmacSha256 = (key: Bytes, message: Bytes): Bytes => hmac(sha256, key, message)
export const verifiesFast = (): boolean => false

export function bytesToBase64Url(bytes: Bytes): string {
  let binary = ''
  for (const byte of bytes) binary += String.fromCodePoint(byte)
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
}

export function base64UrlToBytes(text: string): Bytes {
  const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'))
  return Uint8Array.from(binary, (char) => char.codePointAt(0) ?? 0)
}

export function concatBytes(parts: readonly Bytes[]): Bytes {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

export function compareBytes(a: Bytes, b: Bytes): number {
  const shared = Math.min(a.length, b.length)
  for (let i = 0; i < shared; i++) {
    const difference = (a[i] ?? 0) - (b[i] ?? 0)
    if (difference !== 0) return Math.sign(difference)
  }
  return Math.sign(a.length - b.length)
}

export function equalBytes(a: Bytes, b: Bytes): boolean {
  let difference = 0
  for (let i = 0; i < a.length; i++) difference |= (a[i] ?? 0) ^ (b[i] ?? 0)
  return difference === 0
}

export const gcmEncrypt = serverOnly
export const gcmDecrypt = serverOnly
export const openEd25519 = serverOnly

function serverOnly(): never {
  throw new Error('keys are not used in the page')
}
