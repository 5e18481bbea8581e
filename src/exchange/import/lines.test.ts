import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'

import { fromUtf8 } from '#kernel'
import { afterAll, beforeAll, expect, it } from 'vitest'

import { openSource, SourceError } from './lines.ts'

const LINES = Array.from({ length: 5_000 }, (_, i) => `{"line":${i},"noise":"${(i * 7919) % 104_729}"}`)

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'twinchart-lines-'))
})
afterAll(() => rm(folder, { recursive: true }))

async function linesOf(name: string, bytes: Uint8Array | string): Promise<readonly string[]> {
  const path = join(folder, name)
  await writeFile(path, bytes)
  const source = await openSource(path)
  return Array.fromAsync(source.lines(), (line) => fromUtf8(line.bytes))
}

it('reads the same lines of a file and of its archive, with or without a last newline', async () => {
  const text = LINES.join('\n')
  expect(await linesOf('plain.ndjson', text)).toEqual(LINES)
  expect(await linesOf('packed.ndjson.gz', gzipSync(`${text}\n`))).toEqual(LINES)
})

it('passes over empty lines, and an empty file has none', async () => {
  expect(await linesOf('gaps.ndjson', '{}\n\n{"a":1}\n')).toEqual(['{}', '{"a":1}'])
  expect(await linesOf('empty.ndjson', '')).toEqual([])
})

it('says that an archive is torn or no archive, and reads none as if it were whole', async () => {
  const packed = gzipSync(LINES.join('\n'))
  const torn = linesOf('torn.ndjson.gz', packed.subarray(0, packed.length / 2))
  await expect(torn).rejects.toMatchObject({ code: 'TORN_FILE' })
  await expect(linesOf('none.ndjson.gz', LINES.join('\n'))).rejects.toBeInstanceOf(SourceError)
})
