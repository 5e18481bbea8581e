import { concat, type Bytes } from './bytes.ts'
import { DomainError } from './errors.ts'

/**
 * The canonical form of everything hashed, signed or agreed on: integers, byte strings and enumerations, in a fixed
 * order. One value has one encoding, and decoding refuses every other.
 */
export interface Codec<T> {
  write(value: T, out: Bytes[]): void
  read(from: Cursor): T
}

export type Decoded<C> = C extends Codec<infer T> ? T : never

export class CodecError extends DomainError<'MALFORMED'> {}

/** A place in a byte string that is being decoded. */
export class Cursor {
  readonly #bytes: Bytes
  #at = 0

  constructor(bytes: Bytes) {
    this.#bytes = bytes
  }

  take(count: number): Bytes {
    const end = this.#at + count
    if (end > this.#bytes.length) throw malformed('bytes are missing')
    const taken = this.#bytes.subarray(this.#at, end)
    this.#at = end
    return taken
  }

  get rest(): number {
    return this.#bytes.length - this.#at
  }
}

export function encode<T>(codec: Codec<T>, value: T): Bytes {
  const out: Bytes[] = []
  codec.write(value, out)
  return concat(...out)
}

/** The one value these bytes stand for; `CodecError` where they are cut, padded or written in another way. */
export function decode<T>(codec: Codec<T>, bytes: Bytes): T {
  const cursor = new Cursor(bytes)
  const value = codec.read(cursor)
  if (cursor.rest > 0) throw malformed(`${cursor.rest} bytes too many`)
  return value
}

/** A whole number from 0 to 2^53 − 1, as an unsigned LEB128 of the fewest bytes. */
export const uint: Codec<number> = {
  write(value, out) {
    if (!Number.isSafeInteger(value) || value < 0) throw malformed('not a whole number from 0 to 2^53 - 1')
    const bytes: number[] = []
    let rest = value
    for (; rest >= 0x80; rest = Math.floor(rest / 0x80)) bytes.push((rest % 0x80) | 0x80)
    bytes.push(rest)
    out.push(Uint8Array.from(bytes))
  },
  read(from) {
    let value = 0
    for (let scale = 1; ; scale *= 0x80) {
      const byte = from.take(1)[0] ?? 0
      value += (byte & 0x7f) * scale
      if (!Number.isSafeInteger(value)) throw malformed('a number over 2^53 - 1')
      if (byte >= 0x80) continue
      if (byte === 0 && scale > 1) throw malformed('a number written longer than it is')
      return value
    }
  },
}

/** Bytes of any length up to `most`, behind their length. */
export function bytes(most: number): Codec<Bytes> {
  return {
    write(value, out) {
      if (value.length > most) throw malformed(`more than ${most} bytes`)
      uint.write(value.length, out)
      out.push(value)
    },
    read(from) {
      const length = uint.read(from)
      if (length > most) throw malformed(`more than ${most} bytes`)
      return from.take(length)
    },
  }
}

/** Exactly `length` bytes. */
export function fixed(length: number): Codec<Bytes> {
  return {
    write(value, out) {
      if (value.length !== length) throw malformed(`not ${length} bytes`)
      out.push(value)
    },
    read: (from) => from.take(length),
  }
}

/** One of a closed list of words, written as its place in the list. New words go at the end. */
export function enumeration<const Words extends readonly string[]>(words: Words): Codec<Words[number]> {
  return {
    write(value, out) {
      const place = words.indexOf(value)
      if (place < 0) throw malformed('no such word')
      uint.write(place, out)
    },
    read(from) {
      const word = words[uint.read(from)]
      if (word === undefined) throw malformed('no such word')
      return word
    },
  }
}

export function list<T>(item: Codec<T>, most: number): Codec<readonly T[]> {
  return {
    write(values, out) {
      if (values.length > most) throw malformed(`more than ${most} items`)
      uint.write(values.length, out)
      for (const value of values) item.write(value, out)
    },
    read(from) {
      const count = uint.read(from)
      if (count > most) throw malformed(`more than ${most} items`)
      return Array.from({ length: count }, () => item.read(from))
    },
  }
}

/** A value or null. */
export function nullable<T>(item: Codec<T>): Codec<T | null> {
  return {
    write(value, out) {
      out.push(Uint8Array.of(value === null ? 0 : 1))
      if (value !== null) item.write(value, out)
    },
    read(from) {
      const mark = from.take(1)[0]
      if (mark === 0) return null
      if (mark === 1) return item.read(from)
      throw malformed('neither absent nor present')
    },
  }
}

/** A codec of T written as another's value: `to` and `from` must undo each other. */
export function mapped<T, U>(codec: Codec<T>, to: (value: T) => U, from: (value: U) => T): Codec<U> {
  return {
    write: (value, out) => codec.write(from(value), out),
    read: (cursor) => to(codec.read(cursor)),
  }
}

type FieldCodecs<T> = { readonly [K in keyof T]: Codec<T[K]> }

/** Named fields in the order they are written here. */
export function struct<T extends object>(fields: FieldCodecs<T>): Codec<Readonly<T>> {
  const names = keysOf(fields)
  return {
    write(value, out) {
      for (const name of names) fields[name].write(value[name], out)
    },
    read(from) {
      const value: Partial<T> = {}
      for (const name of names) value[name] = fields[name].read(from)
      if (!isWhole(value, names)) throw malformed('a field is missing')
      return value
    },
  }
}

function keysOf<T extends object>(fields: FieldCodecs<T>): readonly (keyof T)[] {
  const names: (keyof T)[] = []
  for (const name in fields) names.push(name)
  return names
}

function isWhole<T extends object>(value: Partial<T>, names: readonly (keyof T)[]): value is T {
  return names.every((name) => name in value)
}

function malformed(what: string): CodecError {
  return new CodecError('MALFORMED', `the bytes are not in canonical form: ${what}`)
}
