/** Where traces could lie: the files of a node, and everything in its database. */
import { globSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'

import { openDatabase, openEmbeddedPostgres, type Database } from '#storage'

import type { Search } from './search.ts'

interface Place {
  readonly name: string
  readonly bytes: Buffer
}

export interface Trace {
  readonly place: string
  /** The word, and as what it was found. */
  readonly what: string
}

/** What of it lies anywhere in what a node that was stopped has left. */
export async function tracesIn(data: string, search: Search): Promise<readonly Trace[]> {
  const traces: Trace[] = []
  const look = ({ name, bytes }: Place) => {
    for (const what of search.in(bytes)) traces.push({ place: name, what })
  }
  for (const file of filesIn(data)) look(file)
  for (const column of await dumpOf(data)) look(column)
  return traces
}

/** Every file of a node that was stopped: database, its log of writes, documents, keys, log. */
function* filesIn(data: string): Generator<Place> {
  const files = globSync('**/*', { cwd: data, withFileTypes: true }).filter((entry) => entry.isFile())
  for (const file of files) {
    const path = join(file.parentPath, file.name)
    yield { name: relative(data, path), bytes: readFileSync(path) }
  }
}

const NUMBERS = ['smallint', 'integer', 'bigint', 'numeric', 'double precision', 'real', 'boolean']

/** Every table, column by column: as a dump writes it, and what binary columns hold as it is. Numbers are no words. */
async function dumpOf(data: string): Promise<readonly Place[]> {
  await using postgres = await openEmbeddedPostgres({ folder: join(data, 'postgres') })
  await using database = await openDatabase(postgres.url)
  const columns = await database.rows<{ table: string; column: string }>(
    {
      text: `select format('%I.%I', table_schema, table_name) as table, quote_ident(column_name) as column
             from information_schema.columns join information_schema.tables using (table_schema, table_name)
             where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')
             and not data_type = any($1)`,
    },
    [NUMBERS],
  )
  const places: Place[] = []
  for (const { table, column } of columns) places.push(...(await columnOf(database, table, column)))
  return places
}

async function columnOf(database: Database, table: string, column: string): Promise<readonly Place[]> {
  const rows = await database.rows<{ text: string }>({
    text: `select ${column}::text as text from only ${table} where ${column} is not null`,
  })
  const texts = rows.map(({ text }) => text)
  const name = `${table} ${column}`
  const binary = texts.flatMap((text) => [...text.matchAll(/\\x([0-9a-f]*)/g)].map(([, hex = '']) => hex))
  return [
    { name, bytes: Buffer.from(texts.join('\n')) },
    { name: `${name}, decoded`, bytes: Buffer.from(binary.join('0a'), 'hex') },
  ]
}
