/** What the kernel asks of the machine, on Node: OpenSSL and Buffer. `browser.ts` beside it answers the same in a page. */
import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createPrivateKey,
  createPublicKey,
  createSecretKey,
  hash,
  randomBytes,
  sign,
  timingSafeEqual,
  verify,
  type KeyObject,
} from 'node:crypto'

type Bytes = Uint8Array

const PKCS8_PREFIX = Buffer.from('302e020100300506032b657004220420', 'hex')
const SPKI_PREFIX = Buffer.from('302a300506032b6570032100', 'hex')
const CACHED_KEYS = 4096
const GCM_TAG_BYTES = 16
const DRAWN_BYTES = 4096

const keyObjects = new Map<string, KeyObject>()

export const utf8ToBytes = (text: string): Bytes => Buffer.from(text, 'utf8')
export const bytesToUtf8 = (bytes: Bytes): string => view(bytes).toString('utf8')
export const bytesToHex = (bytes: Bytes): string => view(bytes).toString('hex')
export const bytesToBase64Url = (bytes: Bytes): string => view(bytes).toString('base64url')
export const base64UrlToBytes = (text: string): Bytes => Buffer.from(text, 'base64url')
export const concatBytes = (parts: readonly Bytes[]): Bytes => Buffer.concat(parts)
export const compareBytes = (a: Bytes, b: Bytes): number => Buffer.compare(a, b)
export const equalBytes = (a: Bytes, b: Bytes): boolean => timingSafeEqual(a, b)
// By way of a string: a Buffer from OpenSSL is an allocation outside the heap, which costs more than the hash.
export const sha256Digest = (message: Bytes): Bytes =>
  Buffer.from(hash('sha256', message, 'latin1'), 'latin1')

let drawn = Buffer.alloc(0)

/** Drawn from the system in larger pieces, since nonces and salts are many and small; nothing is given out twice. */
export function randomByteString(count: number): Bytes {
  if (count > DRAWN_BYTES) return randomBytes(count)
  if (count > drawn.length) drawn = randomBytes(DRAWN_BYTES)
  const bytes = drawn.subarray(0, count)
  drawn = drawn.subarray(count)
  return bytes
}

export function hexToBytes(text: string): Bytes {
  const bytes = Buffer.from(text, 'hex')
  if (bytes.length * 2 !== text.length) throw new TypeError('not hexadecimal')
  return bytes
}

const secretKeys = new WeakMap<Bytes, KeyObject>()

/** Given as bytes, a key costs Node three times what the cipher or HMAC itself does; most keys are used many times. */
function secretKeyOf(key: Bytes): KeyObject {
  const known = secretKeys.get(key)
  if (known) return known
  const made = createSecretKey(key)
  secretKeys.set(key, made)
  return made
}

export function hmacSha256(key: Bytes, message: Bytes): Bytes {
  return Buffer.from(createHmac('sha256', secretKeyOf(key)).update(message).digest('latin1'), 'latin1')
}

/** AES-256-GCM: nonce ‖ ciphertext ‖ tag. The cipher is a stream, and keeps nothing back for its end. */
export function gcmEncrypt(key: Bytes, nonce: Bytes, plaintext: Bytes, associated: Bytes): Bytes {
  const cipher = createCipheriv('aes-256-gcm', secretKeyOf(key), nonce)
  cipher.setAAD(associated)
  const ciphertext = cipher.update(plaintext)
  cipher.final()
  return Buffer.concat([nonce, ciphertext, cipher.getAuthTag()])
}

/** Opens ciphertext ‖ tag; throws where anything differs. */
export function gcmDecrypt(key: Bytes, nonce: Bytes, sealed: Bytes, associated: Bytes): Bytes {
  const decipher = createDecipheriv('aes-256-gcm', secretKeyOf(key), nonce)
  decipher.setAAD(associated)
  decipher.setAuthTag(sealed.subarray(sealed.length - GCM_TAG_BYTES))
  const plaintext = decipher.update(sealed.subarray(0, sealed.length - GCM_TAG_BYTES))
  decipher.final()
  return plaintext
}

export function openEd25519(seed: Bytes): { publicKey: Bytes; sign(message: Bytes): Bytes } {
  const key = createPrivateKey({ key: Buffer.concat([PKCS8_PREFIX, seed]), format: 'der', type: 'pkcs8' })
  const publicKey = createPublicKey(key).export({ format: 'der', type: 'spki' }).subarray(SPKI_PREFIX.length)
  return { publicKey, sign: (message) => sign(null, message, key) }
}

/** OpenSSL's answer, with the key parsed once. It refuses some signatures that ZIP-215 accepts, never the reverse. */
export function verifiesFast(publicKey: Bytes, message: Bytes, signature: Bytes): boolean {
  const key = keyObjectOf(publicKey)
  return key !== undefined && verify(null, message, key, signature)
}

function keyObjectOf(publicKey: Bytes): KeyObject | undefined {
  const name = bytesToHex(publicKey)
  const known = keyObjects.get(name)
  if (known) return known
  if (keyObjects.size >= CACHED_KEYS) keyObjects.clear()
  try {
    const key = createPublicKey({ key: Buffer.concat([SPKI_PREFIX, publicKey]), format: 'der', type: 'spki' })
    keyObjects.set(name, key)
    return key
  } catch {
    return undefined
  }
}

function view(bytes: Bytes): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}
