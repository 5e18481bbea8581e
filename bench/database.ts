import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { migrate, openDatabase, openEmbeddedPostgres, type Database, type Migration } from '#storage'

/** A database of its own for a measurement, as `npm start` would have it, gone afterwards. */
export async function openBenchDatabase(
  migrations: readonly Migration[],
): Promise<Database & AsyncDisposable> {
  const folder = await mkdtemp(join(tmpdir(), 'twinchart-bench-'))
  const stack = new AsyncDisposableStack()
  stack.defer(() => rm(folder, { recursive: true, force: true }))
  const server = stack.use(await openEmbeddedPostgres({ folder: join(folder, 'postgres') }))
  const database = stack.use(await openDatabase(server.url))
  await migrate(database, migrations)
  return { ...database, [Symbol.asyncDispose]: () => stack.disposeAsync() }
}
