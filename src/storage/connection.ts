import { Client, type ClientConfig } from 'pg'

import { valueTypes } from './types.ts'

/** How each connection of ours is made. */
export function toOptions(url: string): ClientConfig {
  return {
    connectionString: url,
    application_name: 'twinchart',
    // A statement with a name is planned once a connection: over partitions, planning takes longer than running.
    options: '-c plan_cache_mode=force_generic_plan',
    types: valueTypes,
    keepAlive: true,
    connectionTimeoutMillis: 10_000,
  }
}

/** A connection outside the pool, for what lasts: a lock, a channel listened to. */
interface OwnConnection extends AsyncDisposable {
  readonly client: Client
  /** Settles when the connection is gone, closed by us or broken. */
  readonly gone: Promise<void>
}

export async function connect(url: string): Promise<OwnConnection> {
  const client = new Client(toOptions(url))
  const { promise: gone, resolve } = Promise.withResolvers<void>()
  client.on('error', () => resolve())
  client.on('end', resolve)
  await client.connect()
  return { client, gone, [Symbol.asyncDispose]: () => client.end() }
}
