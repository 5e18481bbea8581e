import { DAY, fromHex } from '#kernel'

import type { Value } from '../values.ts'
import type { Chunk } from './chunk.ts'

export type Put = (out: Chunk, value: Exclude<Value, null>) => void

const START_OF_2000 = Date.UTC(2000, 0, 1)

/** How a value is written, by the name of its type (pg_type.typname). */
const PUTS: ReadonlyMap<string, Put> = new Map<string, Put>([
  ['bool', (out, value) => out.uint8(isTrue(value) ? 1 : 0)],
  ['bytea', (out, value) => out.bytes(toBytes(value))],
  ['date', (out, value) => out.int32(daysSince2000(toText(value)))],
  ['float8', (out, value) => out.double(toNumber(value))],
  ['int2', (out, value) => out.int16(toNumber(value))],
  ['int4', (out, value) => out.int32(toNumber(value))],
  ['int8', (out, value) => out.int64(toNumber(value))],
  ['uuid', (out, value) => out.bytes(uuidBytes(toText(value)))],
  ['text', (out, value) => out.text(toText(value))],
  ['varchar', (out, value) => out.text(toText(value))],
])

export function putOf(type: string): Put {
  const put = PUTS.get(type)
  if (!put) throw new TypeError(`copy does not know the type ${type}`)
  return put
}

function isTrue(value: Value): boolean {
  if (typeof value !== 'boolean') throw unfit('a boolean')
  return value
}

function toBytes(value: Value): Uint8Array {
  if (!(value instanceof Uint8Array)) throw unfit('bytes')
  return value
}

function toNumber(value: Value): number {
  if (typeof value !== 'number') throw unfit('a number')
  return value
}

function toText(value: Value): string {
  if (typeof value !== 'string') throw unfit('text')
  return value
}

function uuidBytes(text: string): Uint8Array {
  const bytes = fromHex(text.replaceAll('-', ''))
  if (bytes.length !== 16) throw unfit('a UUID')
  return bytes
}

function daysSince2000(date: string): number {
  const start = Date.parse(`${date}T00:00:00Z`)
  if (Number.isNaN(start)) throw unfit('a date as YYYY-MM-DD')
  return (start - START_OF_2000) / DAY
}

/** Says what was expected, never what came: it may be what sealing is there to hide. */
function unfit(expected: string): TypeError {
  return new TypeError(`copy was given something else where a column wants ${expected}`)
}
