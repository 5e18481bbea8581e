import { once } from 'node:events'
import { realpath } from 'node:fs/promises'
import { createServer } from 'node:net'

import { sha256, toHex, toUtf8 } from '#kernel'

import { StorageError } from './errors.ts'

/**
 * Keeps a folder for this process alone until disposed. The lock is a name in Linux's abstract socket namespace
 * (unix(7)): the kernel gives it to one process at a time and takes it back at death, however sudden, so that
 * nothing stale can stay behind.
 */
export async function holdFolder(folder: string): Promise<AsyncDisposable> {
  if (process.platform !== 'linux') {
    throw new StorageError(
      'DATABASE_UNSUPPORTED',
      'the embedded database runs on Linux: set DATABASE_URL instead',
    )
  }
  const server = createServer((connection) => connection.destroy())
  server.listen(`\0twinchart/${toHex(sha256(toUtf8(await realpath(folder))))}`)
  await once(server, 'listening').catch((cause: unknown) => {
    throw new StorageError(
      'FOLDER_IN_USE',
      `${folder} is in use by another Twinchart: stop that one, or give this one a folder of its own with --data`,
      { cause },
    )
  })
  server.unref()
  return server
}
