import { sha256, toHex, toUtf8 } from '#kernel'

import type { Database } from './database.ts'
import { StorageError } from './errors.ts'
import type { Session } from './session.ts'

/**
 * A step forward of the database's form. It never changes once it has been released: what comes later is a new step.
 * Names are `domain/number-what`, and each domain lists its own in order.
 */
export interface Migration {
  readonly name: string
  readonly sql: string
}

interface Applied {
  readonly name: string
  readonly hash: string
}

const TABLE = `
  create table if not exists migration (
    name text primary key,
    hash text not null,
    applied_at int8 not null default (extract(epoch from clock_timestamp()) * 1000)::int8
  )`

/**
 * Brings the database to the form that the code expects; returns the names of the steps it took. Two servers that start
 * at once take turns. A step that was changed since, or one this code does not know, stops it before anything happens.
 */
export async function migrate(
  database: Database,
  migrations: readonly Migration[],
): Promise<readonly string[]> {
  refuseTwins(migrations)
  await using turn = new AsyncDisposableStack()
  turn.use(await database.holdLock('migrate'))
  await database.rows({ text: TABLE })
  const applied = await database.rows<Applied>({ text: 'select name, hash from migration' })
  const missing = missingAfter(applied, migrations)
  for (const migration of missing) await database.transaction((session) => apply(session, migration))
  return missing.map(({ name }) => name)
}

function refuseTwins(migrations: readonly Migration[]): void {
  const names = new Set(migrations.map(({ name }) => name))
  if (names.size < migrations.length) throw new Error('two migrations have the same name')
}

function missingAfter(applied: readonly Applied[], migrations: readonly Migration[]): readonly Migration[] {
  const hashes = new Map(migrations.map((migration) => [migration.name, hashOf(migration)]))
  for (const { name, hash } of applied) {
    const ours = hashes.get(name)
    if (ours === undefined) {
      throw new StorageError('MIGRATION_UNKNOWN', `the database is newer than this Twinchart: it has ${name}`)
    }
    if (ours !== hash) {
      throw new StorageError(
        'MIGRATION_CHANGED',
        `${name} was changed after it was applied: add a new one instead`,
      )
    }
  }
  const there = new Set(applied.map(({ name }) => name))
  return migrations.filter(({ name }) => !there.has(name))
}

async function apply(session: Session, migration: Migration): Promise<void> {
  await session.rows({ text: migration.sql })
  await session.rows({ text: 'insert into migration (name, hash) values ($1, $2)' }, [
    migration.name,
    hashOf(migration),
  ])
}

function hashOf({ sql }: Migration): string {
  return toHex(sha256(toUtf8(sql)))
}
