/** Line 11: the whole chart as a file, and anybody who checks it with the network off. */
import { readFile } from 'node:fs/promises'

import type { Page } from 'playwright-core'
import { expect } from 'vitest'

import { PATIENTLY, type PaperFile, type Someone } from '../someone.ts'

export async function savesChart(patient: Someone): Promise<PaperFile> {
  await patient.goes('/chart')
  const download = await patient.keeps(() => patient.follows('Save all of it'))
  const buffer = await readFile(await download.path())
  return { name: download.suggestedFilename(), mimeType: 'application/octet-stream', buffer }
}

/** One byte is another in the middle of it. */
export function altered(file: PaperFile): PaperFile {
  const buffer = Buffer.from(file.buffer)
  const at = Math.floor(buffer.length / 2)
  buffer.writeUInt8(buffer.readUInt8(at) ^ 1, at)
  return { ...file, name: `altered-${file.name}`, buffer }
}

/** The page is loaded, then the network goes. */
export async function verifies(stranger: Someone, sound: PaperFile, forged: PaperFile): Promise<void> {
  await stranger.goes('/')
  await stranger.follows('Verify a file')
  await stranger.sees('Check an exported chart')
  await checkerIsHere(stranger.page)
  await stranger.page.context().setOffline(true)
  await stranger.gives('Choose a .twinchart file', sound)
  await stranger.sees('Consents, and when they were in force')
  for (const claim of ['Nothing was altered', 'Nothing was left out', 'The consents are those of the ledger'])
    await stranger.sees(claim)
  await stranger.sees('One operator signed this')
  await stranger.looks('verify')
  await stranger.gives('Choose another file', forged)
  await stranger.sees('Do not rely on this file')
  await stranger.sees('What was found')
  await stranger.sees('This piece is not as it was written')
  await stranger.looks('verify-altered')
}

/** What checks is a worker; it has come with all that it is made of once it answers. */
async function checkerIsHere(page: Page): Promise<void> {
  await expect.poll(() => page.workers().length, PATIENTLY).toBeGreaterThan(0)
  await Promise.all(page.workers().map((worker) => worker.evaluate(() => true)))
}
