import type { Kysely } from 'kysely'

import { copyPieces, copyRows, readColumns } from './copy/copy.ts'
import type { Column } from './copy/format.ts'
import { tablesOver, type Lend } from './kysely.ts'
import type { Rows, Value } from './values.ts'

/** A statement written by hand; with a name it is parsed once a connection. */
export interface Statement {
  readonly name?: string
  readonly text: string
}

/** Where statements go: to any free connection, or all into one transaction. */
export interface Session {
  /** Typed queries on a domain's tables. */
  tables<Tables>(): Kysely<Tables>
  /** The rows of one statement, for those too hot or too odd for `tables`. */
  rows<Row extends object>(statement: Statement, values?: readonly Value[]): Promise<readonly Row[]>
  /** Appends rows to a table in the fastest way there is, all or none; returns how many. */
  copy(table: string, columns: readonly string[], rows: Rows): Promise<number>
  /** What `formatRows` must know of these columns, for writing rows in another thread. */
  columns(table: string, names: readonly string[]): Promise<readonly Column[]>
  /** Appends rows that `formatRows` wrote for these columns. */
  copyFormatted(table: string, columns: readonly string[], pieces: Iterable<Uint8Array>): Promise<number>
  /** Tells all who listen on a channel, when (and if) the transaction commits. */
  notify(channel: string, message: string): Promise<void>
}

export function sessionOver(lend: Lend): Session {
  return {
    tables: () => tablesOver(lend),
    async rows<Row extends object>(statement: Statement, values: readonly Value[] = []) {
      const { rows } = await lend((client) => client.query<Row>({ ...statement, values: [...values] }))
      return rows
    },
    copy: (table, columns, rows) => lend((client) => copyRows(client, table, columns, rows)),
    columns: (table, names) => lend((client) => readColumns(client, table, names)),
    copyFormatted: (table, columns, pieces) => lend((client) => copyPieces(client, table, columns, pieces)),
    async notify(channel, message) {
      await lend((client) => client.query('select pg_notify($1, $2)', [channel, message]))
    },
  }
}
