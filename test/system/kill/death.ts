/** How a node dies at once, and what the machine is left with. */
import { existsSync } from 'node:fs'
import { readdir, readFile, readlink, symlink } from 'node:fs/promises'
import { delimiter, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

import { openDatabase, type Database } from '#storage'

import type { Running } from '../../fixtures/command.ts'

/**
 * `alone`: the node is killed, and its database stops because of that. `with its database`: all its processes are killed,
 * as a loss of power would. `before its database`: there is no setpriv, so that the database goes on and nobody tells it.
 */
export const DEATHS = ['alone', 'with its database', 'before its database'] as const
export type Death = (typeof DEATHS)[number]

/** What a node needs of a machine that has no setpriv. */
const PROGRAMS = ['env', 'true', 'unshare']

/** A folder of programs without setpriv. */
export async function pathWithoutGuard(folder: string): Promise<string> {
  for (const program of PROGRAMS) {
    const found = await find(program)
    if (found !== undefined) await symlink(found, join(folder, program))
  }
  return folder
}

async function find(program: string): Promise<string | undefined> {
  const places = (process.env['PATH'] ?? '').split(delimiter).map((folder) => join(folder, program))
  return places.find((place) => existsSync(place))
}

/** Kills a node, and answers when it is dead; false where it had ended by itself. */
export async function die(running: Running, death: Death): Promise<boolean> {
  const below = death === 'with its database' ? await descendantsOf(running.pid) : []
  running.kill()
  for (const pid of below) end(pid)
  return (await running.ended).code === null
}

/** It may have ended since it was counted. */
function end(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL')
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error
  }
}

/** All processes that a process started, and they in turn (proc(5)). */
async function descendantsOf(pid: number): Promise<readonly number[]> {
  const threads = await readdir(`/proc/${pid}/task`).catch(() => [])
  const lists = await Promise.all(
    threads.map((thread) => readFile(`/proc/${pid}/task/${thread}/children`, 'utf8').catch(() => '')),
  )
  const children = lists.flatMap((list) => list.split(' ').filter(Boolean).map(Number))
  const below = await Promise.all(children.map(descendantsOf))
  return [...children, ...below.flat()]
}

/** The process of the database in a data folder, or undefined where none goes on. */
export async function databaseProcess(data: string): Promise<number | undefined> {
  const cluster = join(data, 'postgres/cluster')
  const text = await readFile(join(cluster, 'postmaster.pid'), 'utf8').catch(() => '')
  const pid = Number.parseInt(text, 10)
  const where = await readlink(`/proc/${pid}/cwd`).catch(() => '')
  return where === cluster ? pid : undefined
}

/** Ends a database that was left behind, where nobody starts a node any more. */
export async function endDatabase(data: string): Promise<void> {
  const pid = await databaseProcess(data)
  if (pid === undefined) return
  for (const each of [pid, ...(await descendantsOf(pid))]) end(each)
}

/** Looks into the database of a node that runs, as soon as it is the node's own and has a chain. */
export async function openInside(data: string, running: Running): Promise<Database> {
  let isOver = false
  void running.ended.then(() => (isOver = true))
  for (;;) {
    const database = (await isOwn(data, running)) ? await connect(data).catch(() => undefined) : undefined
    if (database) return database
    if (isOver) throw new Error(`the node ended: ${running.err()}`)
    await sleep(10)
  }
}

/** One that was left behind can be asked too, until the node has stopped it. */
async function isOwn(data: string, { pid }: Running): Promise<boolean> {
  const database = await databaseProcess(data)
  return database !== undefined && (await descendantsOf(pid)).includes(database)
}

const CHAIN = { text: 'select from ledger.chain' }

async function connect(data: string): Promise<Database> {
  const password = await readFile(join(data, 'postgres/password'), 'utf8')
  const sockets = encodeURIComponent(await readlink(join(data, 'postgres/scratch')))
  await using opening = new AsyncDisposableStack()
  const url = `postgres://twinchart:${password}@localhost/postgres?host=${sockets}`
  const database = opening.use(await openDatabase(url, { connections: 2 }))
  if ((await database.rows(CHAIN)).length === 0) throw new Error('no chain was begun yet')
  opening.move()
  return database
}
