import { inject } from 'vitest'

import { sha256, systemChance, toHex, toUtf8 } from '#kernel'
import { migrate, openDatabase, type Database, type Migration } from '#storage'

/**
 * An empty database of the caller's own, brought to the form of these migrations:
 *
 *     const database = await openTestDatabase(recordMigrations)
 *     afterAll(() => database.close())
 *
 * The first caller with a set of migrations runs them, into a template; the others get copies of that. Closing drops it.
 */
export function openTestDatabase(migrations: readonly Migration[] = []): Promise<Database> {
  return openCopy((server) => openTemplate(server, migrations))
}

/** A copy of a test's database that nobody uses; connections that rest there are cut, or it could not be copied. */
export function copyTestDatabase(url: string): Promise<Database> {
  const name = new URL(url).pathname.slice(1)
  return openCopy(async (server) => {
    await server.rows({ text: CUT_OFF }, [name])
    return name
  })
}

const CUT_OFF = 'select pg_terminate_backend(pid, 5000) from pg_stat_activity where datname = $1'

async function openCopy(templateOn: (server: Database) => Promise<string>): Promise<Database> {
  const name = `test_${toHex(systemChance.bytes(8))}`
  await onServer(async (server) => {
    const template = await templateOn(server)
    await server.rows({ text: `create database ${name} template ${template}` })
  })
  const database = await openDatabase(urlOf(name))
  const close = async () => {
    await database.close()
    await onServer((server) => server.rows({ text: `drop database if exists ${name} with (force)` }))
  }
  return { ...database, close, [Symbol.asyncDispose]: close }
}

async function onServer(work: (server: Database) => Promise<unknown>): Promise<void> {
  await using server = await openDatabase(inject('databaseUrl'), { connections: 1 })
  await work(server)
}

async function openTemplate(server: Database, migrations: readonly Migration[]): Promise<string> {
  const name = `template_${toHex(sha256(toUtf8(JSON.stringify(migrations)))).slice(0, 16)}`
  await using turn = new AsyncDisposableStack()
  turn.use(await server.holdLock(name))
  const [there] = await server.rows({ text: 'select from pg_database where datname = $1' }, [name])
  if (there) return name
  await server.rows({ text: `drop database if exists ${name}_unfinished` })
  await server.rows({ text: `create database ${name}_unfinished` })
  await using database = await openDatabase(urlOf(`${name}_unfinished`))
  await migrate(database, migrations)
  await database.close()
  await server.rows({ text: `alter database ${name}_unfinished rename to ${name}` })
  return name
}

function urlOf(name: string): string {
  const url = new URL(inject('databaseUrl'))
  url.pathname = `/${name}`
  return url.href
}
