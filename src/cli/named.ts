/** What a command line names: that it is not there is wrong use, whatever is wrong with what is there is data. */
import { stat } from 'node:fs/promises'
import { dirname } from 'node:path'

import { parseHealthId, type HealthId } from '#identity/model'
import { fromHex, type Bytes } from '#kernel'
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

/** Before a node is opened: a slip of the hand is not a patient who is not here. */
export function requireHealthId(words: string): HealthId {
  try {
    return parseHealthId(words)
  } catch {
    throw new ConfigError(
      'BAD_CONFIGURATION',
      'this is no health ID: one has 14 digits, of which the last checks the others',
    )
  }
}

/** As the address of an organisation's pages has it. */
export function requireOrganisation(words: string): Bytes {
  if (/^[\da-f]{32}$/i.test(words)) return fromHex(words)
  throw new ConfigError('BAD_CONFIGURATION', `--organisation takes 32 hexadecimal digits, not '${words}'`)
}
