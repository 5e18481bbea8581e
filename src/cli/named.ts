/** What a command line names: that it is not there is wrong use, whatever is wrong with what is there is data. */
import { stat } from 'node:fs/promises'
import { dirname } from 'node:path'

import { ConfigError } from '#server'

export async function requireFile(path: string): Promise<void> {
  const found = await stat(path).catch(() => undefined)
  if (found && !found.isDirectory()) return
  throw new ConfigError('BAD_CONFIGURATION', `there is no file ${path}`)
}

/** Before anything is written: an hour of work must not end at a folder mistyped. */
export async function requireFolderOf(path: string): Promise<void> {
  const folder = dirname(path)
  const found = await stat(folder).catch(() => undefined)
  if (found?.isDirectory()) return
  throw new ConfigError('BAD_CONFIGURATION', `there is no folder ${folder} to write into`)
}
