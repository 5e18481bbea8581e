import { mkdtemp, readlink, rm, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { giveTo, type Account } from './account.ts'

const PREFIX = join(tmpdir(), 'twinchart-')

interface Scratch extends AsyncDisposable {
  readonly path: string
}

/**
 * A folder for the socket and, while the database is made, the password; nobody else may enter it. It lies with the
 * temporary files, because a socket's path must be short (unix(7)) and not every disk takes sockets. The link `scratch` in
 * the data folder says where, so that one left by kill -9 goes at the next start.
 */
export async function openScratch(folder: string, account: Account): Promise<Scratch> {
  const link = join(folder, 'scratch')
  await forget(link)
  const path = await mkdtemp(PREFIX)
  await giveTo(account, path)
  await symlink(path, link)
  return { path, [Symbol.asyncDispose]: () => forget(link) }
}

async function forget(link: string): Promise<void> {
  const path = await readlink(link).catch(() => '')
  if (path.startsWith(PREFIX)) await rm(path, { recursive: true, force: true })
  await rm(link, { force: true })
}
