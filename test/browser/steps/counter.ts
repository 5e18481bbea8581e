/** Line 4: registered at a hospital, by the QR on its counter or by a code told there. */
import { expect } from 'vitest'

import type { HealthId } from '#identity/model'

import { holdUp } from '../camera.ts'
import type { Someone } from '../someone.ts'
import { actsAs } from './doors.ts'
import { readQr } from './qr.ts'

/** The address in the QR that hangs at the counter. */
export async function hangsUpPoster(clerk: Someone): Promise<string> {
  await clerk.goes('/')
  await actsAs(clerk, 'Counter')
  await clerk.sees('No tokens yet today')
  await clerk.looks('counter-without-tokens')
  await clerk.follows('QR for the counter')
  const address = await readQr(clerk.the('img', 'QR code of this counter'))
  await clerk.looks('counter-poster')
  await clerk.follows('Counter')
  await clerk.sees("Today's tokens")
  return address
}

/** With the phone's camera; answers the number in the queue. */
export async function scansPoster(patient: Someone, address: string, house: string): Promise<number> {
  await holdUp(patient.town.demonstration.camera, address)
  await patient.goes('/register')
  await patient.presses('Scan with the camera')
  await patient.sees(`Register at ${house}`)
  await patient.looks('register-at-counter')
  await patient.presses('Register me and give me a number')
  await patient.sees(`You are registered at ${house}`)
  await patient.looks('queue-token')
  const number = await patient.page.getByText(/^\d+$/).first().innerText()
  await patient.goes('/register')
  await patient.sees(house)
  await patient.looks('places')
  return Number(number)
}

/** By health ID and the code that went to the patient, who tells it. */
export async function registersByCode(clerk: Someone, healthId: HealthId, contact: string): Promise<void> {
  await clerk.writes('Health ID, token number or name', healthId)
  await clerk.presses('Find')
  await clerk.sees('Register with a code')
  await clerk.looks('counter-code')
  await clerk.types('Code from the patient', await clerk.town.codeFor(contact))
  await clerk.sees(/is registered, token \d+/)
}

/** Finds somebody who has a token, and asks for name and date of birth as each time. */
export async function attendsTo(clerk: Someone, who: string, name: string, born: string): Promise<void> {
  await clerk.writes('Health ID, token number or name', who)
  await clerk.page.keyboard.press('Enter')
  await confirmsPerson(clerk, name, born)
}

export async function confirmsPerson(clerk: Someone, name: string, born: string): Promise<void> {
  await clerk.sees('Is this the right person?')
  await clerk.looks('counter-confirm')
  await clerk.dates(born)
  await clerk.presses('Both are right')
  await clerk.page.getByRole('region', { name }).waitFor()
  await clerk.looks('counter-patient')
}

export async function seesToken(clerk: Someone, name: string, number: number): Promise<void> {
  const row = clerk.page.getByRole('list', { name: "Today's tokens" }).getByRole('button', { name })
  await row.waitFor()
  expect(await row.innerText()).toContain(`${number}`)
}
