import { existsSync } from 'node:fs'
import { mkdir, readdir, readFile, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'

import { systemChance, toHex } from '#kernel'

import { checkBlob, isBlobName, nameOf, type BlobName, type BlobStore } from './blobs.ts'
import { ifAbsent, renameDurably, syncFolder, writeNew } from './durable.ts'

/** Blobs as files, spread over 256 folders by the first byte of their names. */
export async function openFolderBlobs(folder: string): Promise<BlobStore> {
  const unfinished = join(folder, 'unfinished')
  await rm(unfinished, { recursive: true, force: true })
  await mkdir(unfinished, { recursive: true, mode: 0o700 })
  const pathOf = (name: BlobName) => join(folder, name.slice(0, 2), name)
  return {
    async put(bytes) {
      const name = nameOf(bytes)
      if (!existsSync(pathOf(name))) {
        const draft = join(unfinished, toHex(systemChance.bytes(16)))
        await writeNew(draft, bytes)
        await makeFolder(dirname(pathOf(name)))
        await renameDurably(draft, pathOf(name))
      }
      return name
    },
    get: async (name) => checkBlob(name, await readFile(pathOf(name)).catch(ifAbsent)),
    has: async (name) => existsSync(pathOf(name)),
    delete: (name) => rm(pathOf(name), { force: true }),
    names: () => namesIn(folder),
  }
}

async function* namesIn(folder: string): AsyncGenerator<BlobName> {
  for (const part of await readdir(folder)) {
    for (const name of await readdir(join(folder, part))) if (isBlobName(name)) yield name
  }
}

async function makeFolder(path: string): Promise<void> {
  if (existsSync(path)) return
  await mkdir(path, { recursive: true, mode: 0o700 })
  await syncFolder(dirname(path))
}
