import {
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type CompiledQuery,
  type DatabaseConnection,
  type Driver,
  type QueryResult,
} from 'kysely'
import type { ClientBase } from 'pg'

/** Lends a connection for one use: any free one, or that of a transaction. */
export type Lend = <T>(use: (client: ClientBase) => Promise<T>) => Promise<T>

/** Typed queries over connections that somebody else opens and closes. */
export function tablesOver<Tables>(lend: Lend): Kysely<Tables> {
  return new Kysely<Tables>({
    dialect: {
      createAdapter: () => new PostgresAdapter(),
      createDriver: () => new LentDriver(lend),
      createIntrospector: (tables) => new PostgresIntrospector(tables),
      createQueryCompiler: () => new PostgresQueryCompiler(),
    },
  })
}

/** Runs Kysely's statements on lent connections. Transactions are the session's: one begun here would end that one. */
class LentDriver implements Driver {
  readonly #connection: DatabaseConnection

  constructor(lend: Lend) {
    this.#connection = { executeQuery: (query) => execute(lend, query), streamQuery: refuse }
  }

  async init(): Promise<void> {}
  async releaseConnection(): Promise<void> {}
  async destroy(): Promise<void> {}

  async acquireConnection(): Promise<DatabaseConnection> {
    return this.#connection
  }

  beginTransaction = refuse
  commitTransaction = refuse
  rollbackTransaction = refuse
}

async function execute<R>(lend: Lend, query: CompiledQuery): Promise<QueryResult<R>> {
  const { rows, rowCount } = await lend((client) => client.query(query.sql, [...query.parameters]))
  return { rows, ...(rowCount === null ? {} : { numAffectedRows: BigInt(rowCount) }) }
}

function refuse(): never {
  throw new Error('begin a transaction with database.transaction')
}
