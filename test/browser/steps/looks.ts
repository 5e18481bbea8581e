/** Line 10: every look, in plain words, with its proof. */
import type { Someone } from '../someone.ts'
import { checksProof } from './chart.ts'

const STEPS = 5

export async function readsLooks(patient: Someone, doctor: string, house: string): Promise<void> {
  await patient.goes('/access')
  await patient.follows('Who looked')
  await patient.sees(`${doctor} (${house}) opened the overview, made of`)
  await patient.sees('searched your chart and found')
  await namesEachCheck(patient)
  await patient.the('button', 'Check this myself').first().click()
  await checksProof(patient, STEPS)
  await patient.looks('looks')
}

/** Where only buttons are listed, as screen readers do, each says whose look it checks, and of when. */
async function namesEachCheck({ page }: Someone): Promise<void> {
  for (const look of await page.getByRole('main').getByRole('listitem').all()) {
    const [said, at] = [look.getByRole('paragraph'), look.locator('time')]
    const name = `Check this myself : ${await said.innerText()} ${await at.getAttribute('title')}`
    await look.getByRole('button', { name }).waitFor()
  }
}

/** Staff who read what their own hospital wrote leave a look, too. */
export async function seesStaff(patient: Someone, who: string, house: string): Promise<void> {
  await patient.goes('/looks')
  await patient.sees(new RegExp(`${who} .${house}. read \\d+ entr(y|ies) that w(as|ere) written there`))
}
