import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { toUtf8 } from '#kernel'
import { newMemoryBlobs, openFolderBlobs } from '#storage'

import { holdsBlobs } from '../../test/contracts/blob-store.ts'

let folder: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'twinchart-blobs-'))
})
afterEach(() => rm(folder, { recursive: true }))

describe('blobs in memory', () => holdsBlobs(async () => newMemoryBlobs()))

describe('blobs in a folder', () => {
  holdsBlobs(() => openFolderBlobs(folder))

  it('are there when it is opened again, without what a crash left unfinished', async () => {
    const name = await (await openFolderBlobs(folder)).put(toUtf8('kept'))
    await writeFile(join(folder, 'unfinished/half'), 'ke')
    const store = await openFolderBlobs(folder)
    expect(await Array.fromAsync(store.names())).toEqual([name])
    expect(await readdir(join(folder, 'unfinished'))).toEqual([])
  })

  it('are for this user only', async () => {
    const name = await (await openFolderBlobs(folder)).put(toUtf8('mine'))
    expect((await stat(join(folder, name.slice(0, 2), name))).mode & 0o077).toBe(0)
  })

  it('are refused when a bit of them changed', async () => {
    const store = await openFolderBlobs(folder)
    const name = await store.put(toUtf8('as it was'))
    await writeFile(join(folder, name.slice(0, 2), name), 'as it wat')
    await expect(store.get(name)).rejects.toMatchObject({ code: 'BLOB_DAMAGED' })
  })
})
