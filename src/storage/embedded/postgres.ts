import { mkdir, realpath } from 'node:fs/promises'

import { systemChance } from '#kernel'

import { holdFolder } from '../folder-lock.ts'
import { chooseAccount, giveTo, type Account } from './account.ts'
import { findBinaries } from './binaries.ts'
import { clusterIn, createCluster, isCreated, readPassword, USER } from './cluster.ts'
import { stopOrphan } from './orphan.ts'
import { openScratch } from './scratch.ts'
import { startServer } from './server.ts'
import type { Settings } from './settings.ts'

/** What happens while the embedded database opens and closes. */
export type EmbeddedEvent =
  | 'database-creating'
  | 'database-starting'
  | 'database-ready'
  | 'database-orphan-stopped'
  | 'database-stopped'

interface EmbeddedOptions {
  /** Where the database lives; made where there is none. */
  readonly folder: string
  readonly log?: (event: EmbeddedEvent) => void
  /** PostgreSQL settings in place of ours. */
  readonly settings?: Settings
  /** As whom to run PostgreSQL; what suits this machine where none is given. */
  readonly account?: Account
}

interface EmbeddedPostgres extends AsyncDisposable {
  readonly url: string
  /** Settles when PostgreSQL has ended, wanted or not, with the last lines it wrote. */
  readonly ended: Promise<string>
  close(): Promise<void>
}

/**
 * Opens the PostgreSQL 18 in a folder, held for this process alone. It listens on a socket in a folder that only this
 * user may enter, never on the network, and asks for a password even there.
 */
export async function openEmbeddedPostgres(options: EmbeddedOptions): Promise<EmbeddedPostgres> {
  const { log = () => {}, account = await chooseAccount(), settings = {} } = options
  const folder = await openFolder(options.folder, account)
  await using opening = new AsyncDisposableStack()
  opening.use(await holdFolder(folder))
  const binaries = findBinaries()
  if (await stopOrphan(clusterIn(folder))) log('database-orphan-stopped')
  const scratch = opening.use(await openScratch(folder, account))
  if (!isCreated(folder)) {
    log('database-creating')
    const durable = settings['fsync'] !== 'off'
    await createCluster({ folder, scratch: scratch.path, binaries, account, chance: systemChance, durable })
  }
  const password = await readPassword(folder)
  log('database-starting')
  opening.defer(() => log('database-stopped'))
  const server = opening.use(await startServer(binaries, account, clusterIn(folder), scratch.path, settings))
  log('database-ready')
  const opened = opening.move()
  const close = () => opened.disposeAsync()
  return { url: urlOf(scratch.path, password), ended: server.ended, close, [Symbol.asyncDispose]: close }
}

async function openFolder(path: string, account: Account): Promise<string> {
  await mkdir(path, { recursive: true, mode: 0o700 })
  await giveTo(account, path)
  return realpath(path)
}

function urlOf(sockets: string, password: string): string {
  return `postgres://${USER}:${password}@localhost/postgres?host=${encodeURIComponent(sockets)}`
}
