import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'

import { escapeIdentifier, type ClientBase } from 'pg'
import { from } from 'pg-copy-streams'

import type { Rows } from '../values.ts'
import { formatRows, type Column } from './format.ts'

const COLUMNS = `
  select a.attname as name, t.typname as type, i.typname as item, i.oid::int4 as "itemId"
  from pg_attribute a
  join pg_type t on t.oid = a.atttypid
  left join pg_type i on i.oid = t.typelem and t.typcategory = 'A'
  where a.attrelid = $1::regclass and a.attnum > 0 and not a.attisdropped`

/** Appends rows to a table by COPY in PostgreSQL's binary format; returns how many. */
export async function copyRows(
  client: ClientBase,
  table: string,
  columns: readonly string[],
  rows: Rows,
): Promise<number> {
  return copyPieces(client, table, columns, formatRows(await readColumns(client, table, columns), rows))
}

/** Appends what `formatRows` wrote for these columns, here or in another thread. */
export async function copyPieces(
  client: ClientBase,
  table: string,
  columns: readonly string[],
  pieces: Iterable<Uint8Array> | AsyncIterable<Uint8Array>,
): Promise<number> {
  const names = columns.map(escapeIdentifier).join(', ')
  const copying = client.query(from(`copy ${escaped(table)} (${names}) from stdin (format binary)`))
  await pipeline(Readable.from(pieces), copying)
  return copying.rowCount
}

/** What `formatRows` must know of a table's columns. */
export async function readColumns(
  client: ClientBase,
  table: string,
  names: readonly string[],
): Promise<readonly Column[]> {
  const { rows } = await client.query<Column & { name: string }>({
    name: 'columns',
    text: COLUMNS,
    values: [escaped(table)],
  })
  const byName = new Map(rows.map((row) => [row.name, row]))
  return names.map((name) => byName.get(name) ?? noSuchColumn(name))
}

function escaped(table: string): string {
  return table.split('.').map(escapeIdentifier).join('.')
}

function noSuchColumn(name: string): never {
  throw new TypeError(`copy was given a column that is not there: ${name}`)
}
