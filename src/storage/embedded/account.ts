import { execFile } from 'node:child_process'
import { chown } from 'node:fs/promises'
import { promisify } from 'node:util'

const run = promisify(execFile)

const AS_SOMEBODY = ['unshare', '--user', '--map-user=1000', '--map-group=1000']
const DIES_WITH_US = ['setpriv', '--pdeathsig', 'INT']

/** An account of no login, for where root may not make user namespaces. The number has no meaning beyond being high. */
const RESERVED = 64_742

/** As whom PostgreSQL is run: it refuses to be root. */
export interface Account {
  /** Words in front of the command. */
  readonly before: readonly string[]
  /** The user and group to become, where root has to become another. */
  readonly id: number | undefined
}

/** What this machine can do for us; asked for by `chooseAccount`, given by tests. */
export interface Machine {
  readonly isRoot: boolean
  can(command: readonly string[]): Promise<boolean>
}

export const thisMachine: Machine = { isRoot: process.getuid?.() === 0, can }

/**
 * Root becomes user 1000 of a user namespace of its own: the files stay root's, so that it also works in a folder that
 * only root may enter. Where there are no namespaces it becomes another user. `setpriv` sees to it that PostgreSQL shuts
 * down when we are killed; it comes last, because a change of credentials takes the wish away again (prctl(2)).
 */
export async function chooseAccount(machine: Machine = thisMachine): Promise<Account> {
  const inNamespace = machine.isRoot && (await machine.can(AS_SOMEBODY))
  const somebody = inNamespace ? AS_SOMEBODY : []
  const guard = (await machine.can([...somebody, ...DIES_WITH_US])) ? DIES_WITH_US : []
  return { before: [...somebody, ...guard], id: machine.isRoot && !inNamespace ? RESERVED : undefined }
}

/** Gives a new file or folder to the account. */
export async function giveTo(account: Account, path: string): Promise<void> {
  if (account.id !== undefined) await chown(path, account.id, account.id)
}

async function can(command: readonly string[]): Promise<boolean> {
  return run('/usr/bin/env', [...command, 'true']).then(
    () => true,
    () => false,
  )
}
