import { setTimeout as sleep } from 'node:timers/promises'

import { StorageError } from '../errors.ts'
import type { Account } from './account.ts'
import type { Binaries } from './binaries.ts'
import { runAs, type Program } from './program.ts'
import { settings, toOptions, type Settings } from './settings.ts'

const READY = 'database system is ready to accept connections'

/** Fast, immediate, and where even that is not heard, none of its own will: the next start recovers. */
const WAYS_TO_STOP = [
  { signal: 'SIGINT', patience: 6_000 },
  { signal: 'SIGQUIT', patience: 2_000 },
  { signal: 'SIGKILL', patience: 1_000 },
] as const

export interface Server extends AsyncDisposable {
  /** Settles when PostgreSQL has ended, wanted or not, with the last lines it wrote. */
  readonly ended: Promise<string>
}

/** Starts PostgreSQL on its files, with its socket in the folder `sockets`, and returns when it answers. */
export async function startServer(
  binaries: Binaries,
  account: Account,
  data: string,
  sockets: string,
  instead: Settings = {},
): Promise<Server> {
  const options = toOptions({ ...settings, unix_socket_directories: sockets, ...instead })
  const { promise: ready, resolve: answers } = Promise.withResolvers<true>()
  const program = runAs(account, [binaries.postgres, '-D', data, ...options], (line) => {
    if (line.includes(READY)) answers(true)
  })
  const ended = program.ended.then(() => program.lastLines())
  const outcome = await Promise.race([ready, ended])
  if (outcome !== true) throw new StorageError('DATABASE_FAILED', `PostgreSQL did not start: ${outcome}`)
  return { ended, [Symbol.asyncDispose]: () => stop(program) }
}

async function stop(program: Program): Promise<void> {
  for (const { signal, patience } of WAYS_TO_STOP) {
    program.process.kill(signal)
    if (await endsWithin(program, patience)) return
  }
}

async function endsWithin(program: Program, patience: number): Promise<boolean> {
  const given = new AbortController()
  const late = sleep(patience, false, { signal: given.signal }).catch(() => false)
  const ended = await Promise.race([program.ended.then(() => true), late])
  given.abort()
  return ended
}
