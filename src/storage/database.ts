import { DatabaseError, Pool } from 'pg'

import { toOptions } from './connection.ts'
import type { Lend } from './kysely.ts'
import { Listener, type Hearer } from './listener.ts'
import { holdLock, tryLock, type Lock } from './locks.ts'
import { sessionOver, type Session } from './session.ts'
import { transact } from './transaction.ts'

const CONNECTIONS = 16

/** A PostgreSQL database, wherever it runs. */
export interface Database extends Session, AsyncDisposable {
  /** For libraries that bring a client of their own. */
  readonly url: string
  /** Does all of the work or none of it; what it returns is returned after the commit is durable. */
  transaction<T>(work: (session: Session) => Promise<T>): Promise<T>
  /** Waits for a lock among all servers on this database. */
  holdLock(name: string): Promise<Lock>
  /** The lock, or undefined where another holds it. */
  tryLock(name: string): Promise<Lock | undefined>
  /** Hears what `notify` tells on a channel, from anywhere, until disposed. */
  listen(channel: string, hearer: Hearer): Promise<Disposable>
  close(): Promise<void>
}

interface DatabaseOptions {
  /** The most connections at a time, beside those of locks and the one that listens. */
  readonly connections?: number
}

/** Opens a database; it fails here, not later, where nobody answers. */
export async function openDatabase(url: string, options: DatabaseOptions = {}): Promise<Database> {
  const pool = new Pool({ ...toOptions(url), max: options.connections ?? CONNECTIONS })
  // A connection that breaks fails the statement it was running, if any, and is replaced at the next use.
  pool.on('error', () => {})
  pool.on('connect', (client) => client.on('error', () => {}))
  await using opening = new AsyncDisposableStack()
  opening.defer(() => pool.end())
  const lend = lendFrom(pool)
  await lend((client) => client.query('select 1'))
  const listener = opening.use(new Listener(url))
  const opened = opening.move()
  const close = () => opened.disposeAsync()
  return {
    url,
    ...sessionOver(lend),
    transaction: (work) => transact(pool, work),
    holdLock: (name) => holdLock(url, name),
    tryLock: (name) => tryLock(url, name),
    listen: (channel, hearer) => listener.listen(channel, hearer),
    close,
    [Symbol.asyncDispose]: close,
  }
}

function lendFrom(pool: Pool): Lend {
  return async (use) => {
    const client = await pool.connect()
    try {
      const result = await use(client)
      client.release()
      return result
    } catch (error) {
      client.release(!isUsableAfter(error))
      throw error
    }
  }
}

/** Whether the statement failed, not the connection. */
function isUsableAfter(error: unknown): boolean {
  return error instanceof DatabaseError && error.severity === 'ERROR'
}
