import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { chown } from 'node:fs/promises'
import { promisify } from 'node:util'

const run = promisify(execFile)

const DIES_WITH_US = ['setpriv', '--pdeathsig', 'INT']

/** As whom PostgreSQL is run: it refuses to be root, and to be nobody whom the machine knows. */
export interface Account {
  /** Words in front of the command. */
  readonly before: readonly string[]
  /** The user and group to become, where root has to become another. */
  readonly id: number | undefined
}

/** What this machine has for us. */
export interface Machine {
  readonly isRoot: boolean
  /** Its users, as in `/etc/passwd`. */
  readonly users: string
  can(command: readonly string[]): Promise<boolean>
}

/**
 * Root becomes somebody else in a user namespace of its own: the files stay root's, so that it also works in a folder
 * that only root may enter. Where there are no namespaces it becomes that user in earnest. `setpriv` sees to it that
 * PostgreSQL shuts down when we are killed; it comes last, because a change of credentials undoes it (prctl(2)).
 */
export async function chooseAccount(machine: Machine = thisMachine()): Promise<Account> {
  const id = machine.isRoot ? userOf(machine) : undefined
  const namespace = id === undefined ? [] : ['unshare', '--user', `--map-user=${id}`, `--map-group=${id}`]
  const canMap = await machine.can(namespace)
  const before = canMap ? namespace : []
  const guard = (await machine.can([...before, ...DIES_WITH_US])) ? DIES_WITH_US : []
  return { before: [...before, ...guard], id: canMap ? undefined : id }
}

/** Gives a new file or folder to the account. */
export async function giveTo(account: Account, path: string): Promise<void> {
  if (account.id !== undefined) await chown(path, account.id, account.id)
}

export function thisMachine(): Machine {
  return { isRoot: process.getuid?.() === 0, users: readFileSync('/etc/passwd', 'utf8'), can }
}

async function can(command: readonly string[]): Promise<boolean> {
  return run('/usr/bin/env', [...command, 'true']).then(
    () => true,
    () => false,
  )
}

function userOf(machine: Machine): number {
  const users = machine.users.split('\n').map((line) => line.split(':'))
  const others = users.filter(([, , id]) => Number(id) > 0)
  const user = others.find(([name]) => name === 'nobody') ?? others[0]
  return Number(user?.[2] ?? 65_534)
}
