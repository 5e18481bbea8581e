import { hmacSha256, sha256Digest } from '#platform'

import { concat, toUtf8, type Bytes } from './bytes.ts'

/** What a hash or signature is for: `use/version`, written in front as `twinchart/<use>/<n>` and a zero byte. */
type Tag = `${string}/${number}`

const prefixes = new Map<Tag, Bytes>()

export function sha256(...parts: readonly Bytes[]): Bytes {
  return sha256Digest(parts.length === 1 && parts[0] ? parts[0] : concat(...parts))
}

/**
 * SHA-256 over `twinchart/<tag>`, a zero byte, and the parts. Two uses can never be mistaken for one another.
 * The caller sees to it that the parts cannot be cut elsewhere (fixed lengths, or one part only).
 */
export function taggedHash(tag: Tag, ...parts: readonly Bytes[]): Bytes {
  return sha256Digest(concat(prefixOf(tag), ...parts))
}

/** HMAC-SHA-256 (RFC 2104) with the same separation of uses as `taggedHash`. */
export function taggedHmac(tag: Tag, key: Bytes, ...parts: readonly Bytes[]): Bytes {
  return hmacSha256(key, concat(prefixOf(tag), ...parts))
}

/** The bytes to sign for a use: the tag's prefix and the message. */
export function taggedMessage(tag: Tag, message: Bytes): Bytes {
  return concat(prefixOf(tag), message)
}

function prefixOf(tag: Tag): Bytes {
  const known = prefixes.get(tag)
  if (known) return known
  const prefix = toUtf8(`twinchart/${tag}\0`)
  prefixes.set(tag, prefix)
  return prefix
}
