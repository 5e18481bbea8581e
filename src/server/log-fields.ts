/**
 * What a field of a log line may be. There is no kind for free text: names, contacts and clinical words have no way into
 * the log, by type where it is written and by a check where it leaves.
 */
import { randomBytes } from 'node:crypto'

import { taggedHash, toHex, type Bytes } from '#kernel'

declare const opaque: unique symbol

/** Sixteen hexadecimal digits that stand for something of ours and say nothing about it. */
export type Opaque = string & { readonly [opaque]: true }

/** A kind of field: the claim that a value is of it. */
export type Kind<T> = (value: unknown) => value is T

/** How many of something. */
export const count: Kind<number> = (value): value is number => Number.isFinite(value)

/** Milliseconds that something took. */
export const milliseconds = count

export const flag: Kind<boolean> = (value) => typeof value === 'boolean'

export const isOpaque: Kind<Opaque> = (value): value is Opaque =>
  typeof value === 'string' && /^[0-9a-f]{16}$/.test(value)

/** One of a closed list of words. */
export function oneOf<const Words extends readonly string[]>(words: Words): Kind<Words[number]> {
  return (value): value is Words[number] => words.some((word) => word === value)
}

/** The mark of a random identifier (16 bytes) or a hash (32 bytes); of anything else it would be a hash to be guessed. */
export function opaqueOf(id: Bytes): Opaque {
  if (id.length !== 16 && id.length !== 32)
    throw new TypeError('only random identifiers and hashes have a mark')
  return toOpaque(toHex(taggedHash('log-mark/1', id)).slice(0, 16))
}

/** A mark of its own, for what has no identifier, like a request. */
export function newOpaque(): Opaque {
  return toOpaque(randomBytes(8).toString('hex'))
}

function toOpaque(text: string): Opaque {
  if (!isOpaque(text)) throw new Error('a mark is sixteen hexadecimal digits')
  return text
}
