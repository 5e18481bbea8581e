import { sha256, toUtf8 } from '#kernel'

import { connect } from './connection.ts'

/** A lock among everybody on the same database, held until it is disposed or its connection breaks. */
export interface Lock extends AsyncDisposable {
  /** Settles when the lock is ours no longer, given back or not: whatever it guarded must have stopped by then. */
  readonly over: Promise<void>
}

/** Waits until the lock is free. */
export async function holdLock(url: string, name: string): Promise<Lock> {
  const { client, gone, ...closing } = await connect(url)
  await client.query('select pg_advisory_lock($1)', [toKey(name)])
  return { over: gone, ...closing }
}

/** The lock, or undefined where another holds it. */
export async function tryLock(url: string, name: string): Promise<Lock | undefined> {
  await using opening = new AsyncDisposableStack()
  const { client, gone } = opening.use(await connect(url))
  const { rows } = await client.query<{ ours: boolean }>('select pg_try_advisory_lock($1) as ours', [
    toKey(name),
  ])
  if (rows[0]?.ours !== true) return undefined
  const held = opening.move()
  return { over: gone, [Symbol.asyncDispose]: () => held.disposeAsync() }
}

/** PostgreSQL names its locks by 64-bit numbers. */
function toKey(name: string): string {
  const digest = sha256(toUtf8(name))
  return new DataView(digest.buffer, digest.byteOffset).getBigInt64(0).toString()
}
