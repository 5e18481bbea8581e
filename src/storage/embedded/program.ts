import { spawn, type ChildProcess } from 'node:child_process'
import { createInterface } from 'node:readline'

import type { Account } from './account.ts'

const LINES_KEPT = 20

/** A PostgreSQL program that runs. */
export interface Program {
  readonly process: ChildProcess
  /** Settles when it has ended, with its exit code. */
  readonly ended: Promise<number>
  /** The last lines it wrote, for the person who has to find out why it failed. */
  lastLines(): string
}

/**
 * Runs a program as the account and hands over each line it writes. It gets nothing of our environment, and a process
 * group of its own: Ctrl-C is for us, and we stop the database last.
 */
export function runAs(
  account: Account,
  command: readonly string[],
  heard: (line: string) => void = () => {},
): Program {
  const [first = '', ...rest] = [...account.before, ...command]
  const env = { PATH: process.env['PATH'] ?? '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' }
  const child = spawn(first, rest, {
    stdio: ['ignore', 'ignore', 'pipe'],
    detached: true,
    cwd: '/',
    env,
    uid: account.id,
    gid: account.id,
  })
  const kept: string[] = []
  createInterface({ input: child.stderr }).on('line', (line) => {
    kept.push(line)
    if (kept.length > LINES_KEPT) kept.shift()
    heard(line)
  })
  return { process: child, ended: endOf(child, kept), lastLines: () => kept.join('\n') }
}

async function endOf(child: ChildProcess, kept: string[]): Promise<number> {
  return new Promise((resolve) => {
    child.once('error', (error) => {
      kept.push(error.message)
      resolve(-1)
    })
    child.once('close', (code) => resolve(code ?? -1))
  })
}
