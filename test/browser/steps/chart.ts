/** Line 6: the patient reads. */
import { expect } from 'vitest'

import { PATIENTLY, type Someone } from '../someone.ts'

function lines(patient: Someone) {
  return patient.page.getByRole('list', { name: 'Timeline, newest first' }).getByRole('button')
}

/** How many entries are shown in all; the page holds those that can be seen. */
async function total(patient: Someone): Promise<number> {
  const row = patient.page.locator('[aria-setsize]').first()
  return Number(await row.getAttribute('aria-setsize'))
}

/** Newest first, narrowed by kind, place and year, and a year to go to. */
export async function filtersChart(patient: Someone, house: string): Promise<void> {
  await patient.goes('/')
  await patient.follows('My chart')
  await patient.sees('Newest first.')
  await lines(patient).first().waitFor()
  const all = await total(patient)
  await patient.looks('chart')
  await narrows(patient, 'Kind', 'result', all)
  await narrows(patient, 'Year', '2024', all)
  const place = patient.the('combobox', 'Who wrote it')
  const wrote = await place.getByRole('option').filter({ hasText: house }).getAttribute('value')
  await narrows(patient, 'Who wrote it', wrote ?? '', all)
  await patient.picks('Go to a year', '2021')
  await patient.sees('Type 2 diabetes')
}

async function narrows(patient: Someone, filter: string, value: string, all: number): Promise<void> {
  await patient.the('combobox', filter).selectOption(value)
  await expect.poll(() => total(patient), PATIENTLY).toBeLessThan(all)
  await patient.looks(`chart-by-${filter.split(' ')[0]?.toLowerCase() ?? ''}`)
  await patient.presses('Show everything')
  await expect.poll(() => total(patient), PATIENTLY).toBe(all)
}

export async function searchesChart(patient: Someone, word: string, found: string): Promise<void> {
  await patient.page.getByRole('searchbox', { name: 'Search my chart' }).fill(word)
  await patient.presses(/^Search$/)
  await patient.sees(new RegExp(`entr(y|ies) with “${word}”`))
  await patient.the('link', found).waitFor()
  await patient.looks('chart-search')
  await patient.presses('End the search')
}

/** The whole of it in readable form, as FHIR, and proved in this browser. */
export async function readsEntry(patient: Someone, year: string, name: string, words: string): Promise<void> {
  await patient.goes('/chart')
  await patient.picks('Go to a year', year)
  await lines(patient).filter({ hasText: name }).first().click()
  await patient.sees(words)
  await patient.looks(`entry-${name.toLowerCase().replaceAll(/\W+/g, '-')}`)
}

export async function readsSource(patient: Someone, written: string): Promise<void> {
  await patient.the('tab', 'Source (FHIR)').click()
  await patient.sees(written)
  await patient.looks('entry-source')
}

/** What a long chart looks like, on the pages that are short in a new one. */
export async function browsesTenYears(patient: Someone): Promise<void> {
  await patient.goes('/')
  await patient.sees('Newest entries')
  await patient.looks('home-after-ten-years')
  await patient.goes('/chart')
  await lines(patient).first().waitFor()
  await patient.looks('chart-of-ten-years')
}

export async function provesEntry(patient: Someone): Promise<void> {
  await patient.the('tab', 'Proof').click()
  await checksProof(patient, 4)
  await patient.looks('entry-proof')
}

/** Each step of the check turns true; what is not on the ledger yet is looked for again. */
export async function checksProof(patient: Someone, steps: number): Promise<void> {
  const { page } = patient
  const again = patient.the('button', 'Check again')
  const checked = page.getByText('Checked by this browser, step by step')
  for (let tries = 0; tries < 60; tries++) {
    await checked.or(again).first().waitFor()
    if (!(await again.isVisible())) break
    await page.waitForTimeout(500)
    await again.click()
  }
  await expect.poll(() => page.locator('.proof-step[data-state="true"]').count(), PATIENTLY).toBe(steps)
  expect(await page.locator('.proof-step[data-state="false"]').count()).toBe(0)
}
