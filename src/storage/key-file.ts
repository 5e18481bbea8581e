import { link, mkdir, open, rm } from 'node:fs/promises'
import { dirname } from 'node:path'

import { fromHex, KEY_BYTES, systemChance, taggedHmac, toHex, toUtf8, type Bytes, type Chance } from '#kernel'

import { ifAbsent, ifPresent, syncFolder, writeNew } from './durable.ts'
import { StorageError } from './errors.ts'

const OTHERS = 0o077

/** The keys of this node: all from one master secret, so that nothing else has to keep any. */
export interface NodeKeys {
  /** 32 bytes for one use, written as `seal/1`. The same use has the same key for ever, and tells nothing of another. */
  keyFor(use: string): Bytes
}

/**
 * Opens the file that holds the node's master secret as hexadecimal, and makes it where there is none. Whoever has it
 * can open everything that was sealed here; without it nobody can, so it belongs in a backup of its own.
 */
export async function openKeyFile(path: string, chance: Chance = systemChance): Promise<NodeKeys> {
  const master = (await readMaster(path)) ?? (await makeMaster(path, chance))
  return { keyFor: (use) => taggedHmac('node-key/1', master, toUtf8(use)) }
}

async function readMaster(path: string): Promise<Bytes | undefined> {
  await using file = await open(path, 'r').catch(ifAbsent)
  if (!file) return undefined
  const { mode } = await file.stat()
  if ((mode & OTHERS) !== 0) {
    throw new StorageError('KEY_FILE_UNSAFE', `others may read ${path}: run chmod 600 on it, and ask who has`)
  }
  return toMaster(path, await file.readFile('utf8'))
}

function toMaster(path: string, text: string): Bytes {
  if (!/^[0-9a-f]{64}\n?$/.test(text)) {
    throw new StorageError(
      'KEY_FILE_UNSAFE',
      `${path} does not hold a key of ${KEY_BYTES} bytes in hexadecimal`,
    )
  }
  return fromHex(text.trimEnd())
}

/** Never in another's place: a link fails where there is a file by now, and then that one counts. */
async function makeMaster(path: string, chance: Chance): Promise<Bytes> {
  const draft = `${path}.${toHex(chance.bytes(8))}`
  await mkdir(dirname(path), { recursive: true, mode: 0o700 })
  await writeNew(draft, toUtf8(`${toHex(chance.bytes(KEY_BYTES))}\n`))
  await link(draft, path).catch(ifPresent)
  await rm(draft)
  await syncFolder(dirname(path))
  return (await readMaster(path)) ?? makeMaster(path, chance)
}
