/** Lines 8 and 9: the visit, its note, and its end. */
import { expect } from 'vitest'

import { SECOND } from '#kernel'

import { isOnScreen } from '../inspect.ts'
import type { Someone } from '../someone.ts'
import { readPdf } from './pdf.ts'

export interface First {
  readonly name: string
  readonly allergy: string
  readonly medicine: string
  readonly problem: string
  readonly result: string
}

/** Without scrolling, where the screen is a desk's. */
export async function readsFirstScreen(doctor: Someone, first: First): Promise<void> {
  const { page } = doctor
  await page.getByRole('timer').first().waitFor()
  const boxes = [
    page.getByRole('heading', { level: 1 }).getByText(first.name),
    page.getByRole('region', { name: 'Allergies' }).getByText(first.allergy),
    page.getByRole('region', { name: 'Medicines now' }).getByText(first.medicine),
    page.getByRole('region', { name: 'Problems' }).getByText(first.problem),
    page.getByRole('region', { name: 'Last results' }).getByText(first.result),
    page.getByRole('region', { name: 'New to you' }).getByRole('heading'),
  ]
  for (const box of boxes) await box.first().waitFor()
  if (doctor.town.width >= 1280) for (const box of boxes) expect(await isOnScreen(box.first())).toBe(true)
  await doctor.looks('visit')
}

/** Paper has the chart, the timeline too, though nobody scrolled to it; and nothing to press or to fill in. */
export async function printsVisit({ page }: Someone, first: First, further: string): Promise<void> {
  await page.getByRole('button', { name: 'Print', exact: true }).click()
  await page.getByRole('list', { name: 'Timeline' }).waitFor()
  const words = await readPdf(new Uint8Array(await page.pdf({ format: 'A4' })))
  for (const known of [...Object.values(first), further]) expect(words).toContain(known)
  expect(words).not.toMatch(/Finish and print|What you found|End the visit|Find words/)
  await page.emulateMedia({ media: 'print' })
  expect(
    await page.getByRole('textbox').or(page.locator('.skeleton-bar')).filter({ visible: true }).count(),
  ).toBe(0)
  expect(
    await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth),
  ).toBeLessThanOrEqual(0)
  await page.emulateMedia({ media: null })
}

/** Somebody else's visit looks like one that never was: it is said once, and nothing is asked for. */
export async function findsNoVisit(doctor: Someone): Promise<void> {
  const { page } = doctor
  await doctor.goes(`/visits/${crypto.randomUUID().replaceAll('-', '')}`)
  await doctor.the('heading', 'No such visit is open to you').waitFor()
  expect(await page.getByRole('alert').or(page.getByRole('textbox')).count()).toBe(0)
  await doctor.looks('visit-unknown')
  await doctor.follows('Back to your visits')
}

/** What was not allowed does not exist: no search finds it. */
export async function searchesVisit(doctor: Someone, word: string, hidden: string): Promise<void> {
  const box = doctor.the('textbox', 'Find words in this chart')
  await box.fill(word)
  await box.press('Enter')
  await doctor.sees(`with “${word}”`)
  await doctor.looks('visit-search')
  await box.fill(hidden)
  await box.press('Enter')
  await doctor.sees(`Nothing here has “${hidden}”`)
  await doctor.presses('Back to all entries')
}

export async function writesNote(doctor: Someone, text: string): Promise<void> {
  await doctor.writes('What you found and what you advise', text)
  await doctor.writes('BP upper', '138')
  await doctor.writes('BP lower', '86')
  await doctor.writes('Pulse', '78')
  await doctor.writes('ICD-10 code', 'fever')
  await doctor.page.getByRole('list', { name: 'Proposed codes' }).getByRole('button').first().click()
  await doctor.sees('Draft kept')
  await doctor.looks('visit-note')
}

export async function finishes(doctor: Someone): Promise<void> {
  await doctor.page.getByRole('button', { name: 'Finish', exact: true }).click()
  await doctor.sees('The note is in the chart')
  await doctor.looks('visit-finished')
}

/** Before its time; the chart closes at once. */
export async function ends(doctor: Someone): Promise<void> {
  await doctor.presses('End the visit')
  await doctor.looks('visit-end')
  await doctor.confirms('End the visit')
  await doctor.sees('The visit has ended')
}

/** From the patient's press on: dark within a second, and nothing that is asked afterwards is answered. */
export async function takesBack(patient: Someone, doctor: Someone, inTheChart: string): Promise<void> {
  await patient.goes('/')
  const consent = doctor.page.url().split('/').at(-1) ?? ''
  await doctor.page.getByText(inTheChart).first().waitFor()
  await patient.presses(/^End/)
  await patient.sees('can no longer read your chart')
  const acknowledged = Date.now()
  await doctor.sees('The patient took it back')
  expect(Date.now() - acknowledged).toBeLessThan(SECOND)
  expect(await doctor.page.getByText(inTheChart).count()).toBe(0)
  await doctor.looks('visit-taken-back')
  const reading = await doctor.page.request.get(`${doctor.town.url}/api/visits/${consent}/timeline`)
  expect(reading.status()).toBe(404)
}
