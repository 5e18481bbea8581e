import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { chmod, mkdtemp, readFile, readlink, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { openDatabase } from '../database.ts'
import { chooseAccount, thisMachine, type Machine } from './account.ts'
import { openEmbeddedPostgres, type EmbeddedEvent } from './postgres.ts'

const program = fileURLToPath(new URL('../../../test/faults/hold-database.ts', import.meta.url))

const machine = thisMachine()
const withoutNamespaces: Machine = {
  ...machine,
  can: async (command) => !command.includes('unshare') && machine.can(command),
}

let folder: string
let events: EmbeddedEvent[]

const log = (event: EmbeddedEvent) => void events.push(event)

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'twinchart-embedded-'))
  events = []
})
afterEach(() => rm(folder, { recursive: true }))

describe('an embedded database', () => {
  it('is made once, keeps what it was given, and is quickly back', async () => {
    await use((url) => ask(url, 'create table kept (id int4)'))
    const start = performance.now()
    await use((url) => ask(url, 'insert into kept values (1)'))
    expect(performance.now() - start).toBeLessThan(3_000)
    expect(events).toEqual([
      'database-creating',
      'database-starting',
      'database-ready',
      'database-stopped',
      'database-starting',
      'database-ready',
      'database-stopped',
    ])
  })

  it('waits for the disk, checks its pages and sorts alike on every machine', async () => {
    await use(async (url) => {
      for (const name of ['fsync', 'synchronous_commit', 'full_page_writes', 'data_checksums']) {
        expect(await ask(url, `show ${name}`)).toEqual([{ [name]: 'on' }])
      }
      const locale =
        'select datlocprovider as p, datlocale as l, pg_encoding_to_char(encoding) as e from pg_database'
      expect(await ask(url, `${locale} where datname = current_database()`)).toEqual([
        { p: 'b', l: 'C.UTF-8', e: 'UTF8' },
      ])
    })
  })

  it('opens to this user with the password only, and never on the network', async () => {
    await use(async (url) => {
      expect(await ask(url, 'show listen_addresses')).toEqual([{ listen_addresses: '' }])
      const sockets = new URL(url).searchParams.get('host') ?? ''
      expect((await stat(sockets)).mode & 0o777).toBe(0o700)
      expect(existsSync(join(sockets, 'password'))).toBe(false)
      expect((await stat(join(folder, 'password'))).mode & 0o777).toBe(0o600)
      const wrong = new URL(url)
      wrong.password = 'guess'
      await expect(openDatabase(wrong.href)).rejects.toThrow('password authentication failed')
    })
  })

  it('refuses a folder that another holds, in this process or another', async () => {
    await use(async () => {
      await expect(openEmbeddedPostgres({ folder })).rejects.toMatchObject({ code: 'FOLDER_IN_USE' })
      const other = spawn(process.execPath, [program, folder], { stdio: ['ignore', 'ignore', 'pipe'] })
      const chunks = await other.stderr.toArray()
      expect(Buffer.concat(chunks).toString()).toContain('in use by another Twinchart')
    })
  })

  it('refuses the files of another version, untouched', async () => {
    await use(async () => {})
    const version = join(folder, 'cluster/PG_VERSION')
    await writeFile(version, '17\n')
    await expect(openEmbeddedPostgres({ folder })).rejects.toMatchObject({
      code: 'DATABASE_OF_ANOTHER_VERSION',
    })
    await writeFile(version, '18\n')
    await use(async () => {})
  })

  it('says what PostgreSQL said where it does not start', async () => {
    const settings = { shared_buffers: 'plenty' }
    await expect(openEmbeddedPostgres({ folder, settings })).rejects.toThrow('shared_buffers')
    await use(async () => {})
  })

  it('tells when PostgreSQL ended by itself', async () => {
    await using postgres = await openEmbeddedPostgres({ folder })
    process.kill(await pidOf(folder), 'SIGKILL')
    expect(await postgres.ended).toContain('ready to accept connections')
  })
})

describe('after kill -9 of its Twinchart', () => {
  it('the database stops by itself', async () => {
    const left = await killedWhileOpen('guarded')
    await expect
      .poll(() => existsSync(join(folder, 'cluster/postmaster.pid')), { timeout: 10_000 })
      .toBe(false)
    await use((url) => ask(url, 'select from kept'))
    expect(existsSync(left)).toBe(false)
  })

  it('a database that goes on all the same is stopped by the next start', async () => {
    await killedWhileOpen('unguarded')
    await use((url) => ask(url, 'select from kept'))
    expect(events).toContain('database-orphan-stopped')
  })

  it('a number that a stranger has by now stops nobody', async () => {
    await use(async () => {})
    const stranger = spawn('sleep', ['60'])
    await writeFile(join(folder, 'cluster/postmaster.pid'), `${stranger.pid}\n${folder}/cluster\n`, {
      mode: 0o600,
    })
    await use(async () => {})
    expect(events).not.toContain('database-orphan-stopped')
    expect(stranger.kill()).toBe(true)
    expect(await once(stranger, 'exit')).toEqual([null, 'SIGTERM'])
  })
})

describe.skipIf(!machine.isRoot)('as root where there are no namespaces', () => {
  it('the database runs as another user, if that one may enter where Twinchart is', async () => {
    const account = await chooseAccount(withoutNamespaces)
    await chmod(folder, 0o755)
    const opening = openEmbeddedPostgres({ folder: join(folder, 'postgres'), account })
    if (!(await othersMayEnter(dirname(program)))) {
      await expect(opening).rejects.toThrow(`user ${account.id} may not enter`)
      return
    }
    await using postgres = await opening
    expect(await ask(postgres.url, 'select 1 as one')).toEqual([{ one: 1 }])
    expect((await stat(join(folder, 'postgres/cluster'))).uid).toBe(account.id)
  })
})

async function othersMayEnter(path: string): Promise<boolean> {
  if (((await stat(path)).mode & 0o001) === 0) return false
  return path === '/' || othersMayEnter(dirname(path))
}

async function use(work: (url: string) => Promise<unknown>): Promise<void> {
  await using postgres = await openEmbeddedPostgres({ folder, log })
  await work(postgres.url)
}

async function ask(url: string, text: string): Promise<readonly object[]> {
  await using database = await openDatabase(url)
  return await database.rows({ text })
}

/** Returns the scratch folder that stayed behind. */
async function killedWhileOpen(guard: 'guarded' | 'unguarded'): Promise<string> {
  const holder = spawn(process.execPath, [program, folder, guard], { stdio: ['ignore', 'pipe', 'inherit'] })
  const [url] = await once(holder.stdout, 'data')
  await ask(String(url).trim(), 'create table kept (id int4)')
  holder.kill('SIGKILL')
  await once(holder, 'exit')
  return readlink(join(folder, 'scratch'))
}

async function pidOf(path: string): Promise<number> {
  return Number.parseInt(await readFile(join(path, 'cluster/postmaster.pid'), 'utf8'), 10)
}
