import { chmod, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterEach, beforeEach, expect, it } from 'vitest'

import { openKeyFile } from '#storage'

let folder: string
let path: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'twinchart-keys-'))
  path = join(folder, 'data/node.key')
})
afterEach(() => rm(folder, { recursive: true }))

it('is made once, for this user only, and gives the same keys for ever', async () => {
  const made = await openKeyFile(path)
  const opened = await openKeyFile(path)
  expect(opened.keyFor('seal/1')).toEqual(made.keyFor('seal/1'))
  expect(made.keyFor('seal/1')).toHaveLength(32)
  expect((await stat(path)).mode & 0o777).toBe(0o600)
  expect(await readdir(join(folder, 'data'))).toEqual(['node.key'])
})

it('has another key for another use, and another node another', async () => {
  const here = await openKeyFile(path)
  const there = await openKeyFile(join(folder, 'other.key'))
  const keys = [here.keyFor('seal/1'), here.keyFor('seal/2'), there.keyFor('seal/1')]
  expect(new Set(keys.map((key) => Buffer.from(key).toString('hex'))).size).toBe(3)
})

it('is one and the same for all who make it at once', async () => {
  const all = await Promise.all(Array.from({ length: 8 }, () => openKeyFile(path)))
  const keys = all.map((keys) => Buffer.from(keys.keyFor('seal/1')).toString('hex'))
  expect(new Set(keys).size).toBe(1)
  expect(await readdir(join(folder, 'data'))).toEqual(['node.key'])
})

it('is refused when others may read it', async () => {
  await openKeyFile(path)
  await chmod(path, 0o640)
  await expect(openKeyFile(path)).rejects.toMatchObject({ code: 'KEY_FILE_UNSAFE' })
})

it.each(['', 'ab'.repeat(31), 'ab'.repeat(33), 'xy'.repeat(32)])(
  'is refused when it holds %o',
  async (text) => {
    await openKeyFile(path)
    await writeFile(path, text)
    await expect(openKeyFile(path)).rejects.toMatchObject({ code: 'KEY_FILE_UNSAFE' })
    expect(await readFile(path, 'utf8')).toBe(text)
  },
)
