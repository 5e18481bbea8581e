/** PostgreSQL's binary format for COPY (its manual, "COPY", section "Binary Format"). */
import type { Rows, Value } from '../values.ts'
import { Chunk } from './chunk.ts'
import { putOf, type Put } from './scalars.ts'

const SIGNATURE = Buffer.from('PGCOPY\n\xff\r\n\0\0\0\0\0\0\0\0\0', 'latin1')
const NOTHING = -1
const FULL_BYTES = 192 * 1024

/** What PostgreSQL says of a column; `item` and `itemId` where it is an array. */
export interface Column {
  readonly type: string
  readonly item: string | null
  readonly itemId: number | null
}

/** Writes rows for these columns, in pieces of about 200 KiB, and tells how many there were. */
export async function* formatRows(
  columns: readonly Column[],
  rows: Rows,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const puts = columns.map(toPut)
  const out = new Chunk()
  out.bytes(SIGNATURE)
  for await (const row of rows) {
    putRow(out, puts, row)
    if (out.length >= FULL_BYTES) yield out.take()
  }
  out.int16(NOTHING)
  yield out.take()
}

function putRow(out: Chunk, puts: readonly Put[], row: readonly Value[]): void {
  if (row.length !== puts.length)
    throw new TypeError('copy was given a row of another length than its columns')
  out.int16(row.length)
  // Not by a callback or an iterator: this runs for each of some million fields.
  let place = 0
  for (const put of puts) putField(out, put, row[place++] ?? null)
}

function putField(out: Chunk, put: Put, value: Value): void {
  if (value === null) {
    out.int32(NOTHING)
    return
  }
  const start = out.openLength()
  put(out, value)
  out.closeLength(start)
}

function toPut({ type, item, itemId }: Column): Put {
  if (item === null || itemId === null) return putOf(type)
  const put = putOf(item)
  return (out, value) => {
    if (!Array.isArray(value))
      throw new TypeError('copy was given something else where a column wants a list')
    putArray(out, put, itemId, value)
  }
}

/** The binary form of a one-dimensional array (array_send in PostgreSQL's source). */
function putArray(out: Chunk, put: Put, itemId: number, items: readonly Value[]): void {
  out.int32(items.length > 0 ? 1 : 0)
  out.int32(items.includes(null) ? 1 : 0)
  out.int32(itemId)
  if (items.length === 0) return
  out.int32(items.length)
  out.int32(1)
  for (const item of items) putField(out, put, item)
}
