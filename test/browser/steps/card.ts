/** Line 1: the health ID and its card. */
import { readFile } from 'node:fs/promises'

import { expect } from 'vitest'

import { formatHealthId, isHealthId, parseHealthId, type HealthId } from '#identity/model'

import type { Someone } from '../someone.ts'
import { readPdf } from './pdf.ts'
import { readQr, readQrIn } from './qr.ts'

/** The number on the card, which its QR carries and nothing else. */
export async function showsCard(someone: Someone): Promise<HealthId> {
  await someone.goes('/')
  await someone.follows('Show my card')
  const text = await readQr(someone.page.getByRole('img', { name: 'QR code of your health ID' }))
  expect(isHealthId(text), 'the QR holds a health ID').toBe(true)
  const healthId = parseHealthId(text)
  expect(text).toBe(healthId)
  await someone.sees(formatHealthId(healthId))
  await someone.looks('card')
  await someone.presses('Show it large')
  await someone.looks('card-at-the-counter')
  await someone.presses('Close')
  return healthId
}

/** As a sheet, as a card, and as a picture that is scanned like the card itself. */
export async function keepsCard(someone: Someone, name: string, healthId: HealthId): Promise<void> {
  for (const button of ['Sheet to cut out (PDF)', 'Card alone (PDF)']) {
    const words = await readPdf(await keeps(someone, button))
    expect(words).toContain(name)
    expect(words).toContain(formatHealthId(healthId))
  }
  expect(await readQrIn(await keeps(someone, 'Picture (PNG)'))).toBe(healthId)
}

async function keeps(someone: Someone, button: string): Promise<Uint8Array> {
  const download = await someone.keeps(() => someone.presses(button))
  return new Uint8Array(await readFile(await download.path()))
}
