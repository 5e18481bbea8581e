/** The fields of protobuf messages as gogoproto writes them: a zero scalar not at all, an embedded message always. */
import { EMPTY, isSame, type Bytes } from '#kernel'

import { LENGTH, type Kind, type Wire } from './wire.ts'

/** What a field writes under its number, and what it makes of the payloads found there. */
export interface Field<T> {
  readonly number: number
  readonly wire: Wire
  write(value: T): readonly Bytes[]
  read(found: readonly Bytes[]): T
}

/** A scalar, left out where it is zero. */
export function scalar<T>(number: number, kind: Kind<T>, zero: T): Field<T> {
  const nothing = kind.write(zero)
  return {
    number,
    wire: kind.wire,
    write: (value) => [kind.write(value)].filter((payload) => !isSame(payload, nothing)),
    read: (found) => kind.read(found.at(-1) ?? nothing),
  }
}

/** A message that is always written, even where all of it is zero: `gogoproto.nullable = false`, or never nil. */
export function embedded<T>(number: number, kind: Kind<T>): Field<T> {
  return {
    number,
    wire: LENGTH,
    write: (value) => [kind.write(value)],
    read: (found) => kind.read(found.at(-1) ?? EMPTY),
  }
}

/** A message that may be missing. */
export function optional<T>(number: number, kind: Kind<T>): Field<T | null> {
  return {
    number,
    wire: LENGTH,
    write: (value) => (value === null ? [] : [kind.write(value)]),
    read: (found) => (found[0] ? kind.read(found[0]) : null),
  }
}

export function repeated<T>(number: number, kind: Kind<T>): Field<readonly T[]> {
  return {
    number,
    wire: LENGTH,
    write: (values) => values.map((value) => kind.write(value)),
    read: (found) => found.map((payload) => kind.read(payload)),
  }
}
