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
  const target = table.split('.').map(escapeIdentifier).join('.')
  const known = await columnsOf(client, target, columns)
  const names = columns.map(escapeIdentifier).join(', ')
  const copying = client.query(from(`copy ${target} (${names}) from stdin (format binary)`))
  await pipeline(Readable.from(formatRows(known, rows)), copying)
  return copying.rowCount
}

async function columnsOf(client: ClientBase, target: string, names: readonly string[]): Promise<Column[]> {
  const { rows } = await client.query<Column & { name: string }>({
    name: 'columns',
    text: COLUMNS,
    values: [target],
  })
  const byName = new Map(rows.map((row) => [row.name, row]))
  return names.map((name) => byName.get(name) ?? noSuchColumn(name))
}

function noSuchColumn(name: string): never {
  throw new TypeError(`copy was given a column that is not there: ${name}`)
}
