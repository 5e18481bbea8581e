import { open, rename } from 'node:fs/promises'
import { dirname } from 'node:path'

import type { Bytes } from '#kernel'

/** Waits until the names in a folder are on the disk: a new or renamed file is durable only then (fsync(2)). */
export async function syncFolder(path: string): Promise<void> {
  await using folder = await open(path, 'r')
  await folder.sync()
}

/** Renames, and returns when a loss of power can no longer undo it. */
export async function renameDurably(from: string, to: string): Promise<void> {
  await rename(from, to)
  await syncFolder(dirname(to))
}

/** Writes a new file, for this user only, and returns when its bytes are on the disk. It must not be there yet. */
export async function writeNew(path: string, bytes: Bytes): Promise<void> {
  await using file = await open(path, 'wx', 0o600)
  await file.writeFile(bytes)
  await file.sync()
}

/** For what may not be there: undefined then, and every other failure as it is. */
export function ifAbsent(error: NodeJS.ErrnoException): undefined {
  if (error.code === 'ENOENT') return undefined
  throw error
}

/** For what may be there already. */
export function ifPresent(error: NodeJS.ErrnoException): undefined {
  if (error.code === 'EEXIST') return undefined
  throw error
}
