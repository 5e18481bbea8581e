/**
 * Protobuf messages in the one form that gogoproto, and so CometBFT, writes, fields by rising number. Everything it
 * hashes or signs is in this form.
 */
import { concat, Cursor, EMPTY, encode, isSame, uint, type Bytes } from '#kernel'

import type { Field } from './field.ts'
import { FIXED64, LENGTH, malformed, VARINT, type Kind } from './wire.ts'

type Fields<T> = { readonly [K in keyof T]: Field<T[K]> }

/** The one value these bytes stand for; `CodecError` where CometBFT would not have written exactly them. */
export function fromBytes<T>(kind: Kind<T>, bytes: Bytes): T {
  const value = kind.read(bytes)
  if (!isSame(kind.write(value), bytes)) throw malformed('it would write this value otherwise')
  return value
}

/** Named fields, listed by rising number. Reading takes other forms too; `fromBytes` then refuses the whole. */
export function message<T extends object>(fields: Fields<T>): Kind<Readonly<T>> {
  const names = keysOf(fields)
  return {
    wire: LENGTH,
    write: (value) => concat(...names.flatMap((name) => framed(fields[name], value[name]))),
    read(bytes) {
      const found = payloadsOf(bytes)
      const value: Partial<T> = {}
      for (const name of names) value[name] = fields[name].read(found.get(fields[name].number) ?? [])
      if (!isWhole(value, names)) throw malformed('a field is missing')
      return value
    },
  }
}

function framed<T>(field: Field<T>, value: T): readonly Bytes[] {
  const tag = Uint8Array.of((field.number << 3) | field.wire)
  const length = (payload: Bytes) => (field.wire === LENGTH ? encode(uint, payload.length) : EMPTY)
  return field.write(value).map((payload) => concat(tag, length(payload), payload))
}

function payloadsOf(bytes: Bytes): ReadonlyMap<number, readonly Bytes[]> {
  const cursor = new Cursor(bytes)
  const found = new Map<number, Bytes[]>()
  while (cursor.rest > 0) {
    const tag = cursor.take(1)[0] ?? 0
    const payload = payloadOf(tag & 7, cursor)
    const earlier = found.get(tag >> 3)
    if (earlier) earlier.push(payload)
    else found.set(tag >> 3, [payload])
  }
  return found
}

function payloadOf(wire: number, cursor: Cursor): Bytes {
  if (wire === VARINT) return takeVarint(cursor)
  if (wire === FIXED64) return cursor.take(8)
  if (wire === LENGTH) return cursor.take(uint.read(cursor))
  throw malformed(`wire type ${wire}`)
}

/** A varint has ten bytes at most, each but the last with its high bit set. */
function takeVarint(cursor: Cursor): Bytes {
  const parts: Bytes[] = []
  do parts.push(cursor.take(1))
  while ((parts.at(-1)?.[0] ?? 0) >= 0x80 && parts.length < 10)
  return concat(...parts)
}

function keysOf<T extends object>(fields: Fields<T>): readonly (keyof T)[] {
  const names: (keyof T)[] = []
  for (const name in fields) names.push(name)
  return names
}

function isWhole<T extends object>(value: Partial<T>, names: readonly (keyof T)[]): value is T {
  return names.every((name) => name in value)
}
