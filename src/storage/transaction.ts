import type { Pool, PoolClient } from 'pg'

import { sessionOver, type Session } from './session.ts'
import { Turns } from './turns.ts'

/** Runs work in a transaction: committed where it returns, rolled back where it throws. */
export async function transact<T>(pool: Pool, work: (session: Session) => Promise<T>): Promise<T> {
  const client = await pool.connect()
  try {
    await client.query('begin')
    const result = await workOn(client, work)
    const { command } = await client.query('commit')
    // PostgreSQL answers so to the commit of a transaction in which a statement failed, even if somebody caught that.
    if (command !== 'COMMIT') throw new Error('the transaction was rolled back: a statement in it had failed')
    client.release()
    return result
  } catch (error) {
    await rollBack(client)
    throw error
  }
}

async function workOn<T>(client: PoolClient, work: (session: Session) => Promise<T>): Promise<T> {
  const turns = new Turns()
  let isOver = false
  const session = sessionOver((use) =>
    turns.take(async () => {
      if (isOver) throw new Error('this transaction is over')
      return use(client)
    }),
  )
  try {
    return await work(session)
  } finally {
    await turns.take(async () => {
      isOver = true
    })
  }
}

/** A connection that cannot roll back is thrown away. */
async function rollBack(client: PoolClient): Promise<void> {
  await client.query('rollback').then(
    () => client.release(),
    (error: Error) => client.release(error),
  )
}
