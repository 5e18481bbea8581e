import { readFile, readlink, realpath, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

import { StorageError } from '../errors.ts'

const SIGNALS = [
  { signal: 'SIGINT', patience: 10_000 },
  { signal: 'SIGQUIT', patience: 5_000 },
] as const

/**
 * Stops a PostgreSQL that outlived a Twinchart killed with -9, and says whether there was one. To be called while the
 * folder is held: whoever started it is then dead. SIGINT is PostgreSQL's fast shutdown, SIGQUIT its immediate one.
 */
export async function stopOrphan(cluster: string): Promise<boolean> {
  const pidFile = join(cluster, 'postmaster.pid')
  const pid = await readPid(pidFile)
  if (pid === undefined) return false
  if (!(await worksIn(pid, cluster))) {
    // A crash left the file, and the number may belong to a stranger by now: PostgreSQL would refuse to start.
    await rm(pidFile, { force: true })
    return false
  }
  for (const { signal, patience } of SIGNALS) {
    process.kill(pid, signal)
    if (await hasGone(pid, cluster, patience)) return true
  }
  throw new StorageError(
    'DATABASE_FAILED',
    `PostgreSQL (process ${pid}) does not stop: end it and start again`,
  )
}

async function readPid(pidFile: string): Promise<number | undefined> {
  const text = await readFile(pidFile, 'utf8').catch(() => '')
  const pid = Number.parseInt(text, 10)
  return pid > 1 ? pid : undefined
}

/** PostgreSQL works inside its data folder, which tells it from a stranger with the same number. */
async function worksIn(pid: number, cluster: string): Promise<boolean> {
  const where = await readlink(`/proc/${pid}/cwd`).catch(() => undefined)
  return where === (await realpath(cluster))
}

async function hasGone(pid: number, cluster: string, patience: number): Promise<boolean> {
  for (const deadline = Date.now() + patience; Date.now() < deadline; await sleep(20)) {
    if (!(await worksIn(pid, cluster))) return true
  }
  return false
}
