import { existsSync } from 'node:fs'
import { mkdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'

import { toBase64Url, toUtf8, type Chance } from '#kernel'

import { renameDurably, writeNew } from '../durable.ts'
import { StorageError } from '../errors.ts'
import { giveTo, type Account } from './account.ts'
import type { Binaries } from './binaries.ts'
import { runAs } from './program.ts'

/** The one user of the embedded database. */
export const USER = 'twinchart'

const VERSION = '18'
const PASSWORD_BYTES = 24

/** What making a database takes. */
export interface Making {
  readonly folder: string
  readonly scratch: string
  readonly binaries: Binaries
  readonly account: Account
  readonly chance: Chance
  /** Whether to wait until the new files are on the disk. */
  readonly durable: boolean
}

export function clusterIn(folder: string): string {
  return join(folder, 'cluster')
}

/** Makes the database's files beside their place and moves them there when they are whole. */
export async function createCluster(making: Making): Promise<void> {
  const { folder, account, chance } = making
  const unfinished = join(folder, 'cluster.unfinished')
  const password = toBase64Url(chance.bytes(PASSWORD_BYTES))
  await rm(unfinished, { recursive: true, force: true })
  await mkdir(unfinished, { mode: 0o700 })
  await giveTo(account, unfinished)
  await writeSecret(join(folder, 'password'), password)
  await initialise(making, unfinished, password)
  await renameDurably(unfinished, clusterIn(folder))
}

/** The password of a database that was made before; refuses the files of another major version. */
export async function readPassword(folder: string): Promise<string> {
  const version = (await readFile(join(clusterIn(folder), 'PG_VERSION'), 'utf8')).trim()
  if (version !== VERSION) {
    throw new StorageError(
      'DATABASE_OF_ANOTHER_VERSION',
      `${folder} is of PostgreSQL ${version}, this is ${VERSION}: export with the Twinchart that made it, or set DATABASE_URL`,
    )
  }
  return readFile(join(folder, 'password'), 'utf8')
}

export function isCreated(folder: string): boolean {
  return existsSync(clusterIn(folder))
}

async function initialise(making: Making, data: string, password: string): Promise<void> {
  const { scratch, binaries, account, durable } = making
  const passwordFile = join(scratch, 'password')
  await writeSecret(passwordFile, password)
  await giveTo(account, passwordFile)
  const program = runAs(account, [
    binaries.initdb,
    `--pgdata=${data}`,
    `--username=${USER}`,
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale=C',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--data-checksums',
    '--no-instructions',
    ...(durable ? [] : ['--no-sync']),
  ])
  const code = await program.ended
  await rm(passwordFile, { force: true })
  if (code !== 0) {
    throw new StorageError(
      'DATABASE_FAILED',
      `no database could be made in ${data}: ${program.lastLines()}${hint(account)}`,
    )
  }
}

function hint(account: Account): string {
  if (account.id === undefined) return ''
  const way = 'start as another user, or set DATABASE_URL'
  return `\nPostgreSQL cannot be root, and user ${account.id} may not enter this folder or that of Twinchart: ${way}`
}

async function writeSecret(path: string, text: string): Promise<void> {
  await rm(path, { force: true })
  await writeNew(path, toUtf8(text))
}
