/** Line 7, the patient's side: exactly what it would open, and the answer. */
import { expect } from 'vitest'

import type { Someone } from '../someone.ts'

/** The request comes by itself to the page that is open. */
export async function readsRequest(patient: Someone, doctor: string, house: string): Promise<void> {
  await patient.goes('/')
  await patient.follows(`${doctor} asks to read your chart`)
  await patient.sees(`${doctor} of ${house} asks to read your chart`)
}

/** Sensitive entries come first and off; one kind is looked through, and part of it taken out. */
export async function narrowsRequest(patient: Someone, kind: string, entry: string): Promise<void> {
  const sensitive = patient.page.getByRole('region', { name: 'Sensitive, off until you switch them on' })
  const switches = sensitive.getByRole('checkbox')
  for (const one of await switches.all()) expect(await one.isChecked()).toBe(false)
  expect(await switches.count()).toBeGreaterThan(2)
  await sensitive.getByRole('checkbox', { name: /HIV disease/ }).waitFor()
  await patient.looks('request')
  await patient.presses(new RegExp(`^See.*${kind}`))
  await patient.the('checkbox', entry).uncheck()
  await patient.looks('request-narrowed')
}

/** How many the button says that it opens. */
export async function allows(patient: Someone): Promise<number> {
  const button = patient.the('button', /^Allow \d+ entr/)
  const [count = ''] = /\d+/.exec(await button.innerText()) ?? []
  await button.click()
  await patient.sees('Confirm it is you')
  return Number(count)
}

export async function confirmsByPasskey(patient: Someone, doctor: string): Promise<void> {
  await patient.looks('confirm-by-passkey')
  await patient.presses(/with my passkey$/)
  await patient.sees(`${doctor} can read now`)
  await patient.looks('request-allowed')
}

export async function confirmsByCode(patient: Someone, doctor: string, contact: string): Promise<void> {
  await patient.presses('Send me a code instead')
  await patient.sees('Code from the message')
  await patient.looks('confirm-by-code')
  await patient.types('Code from the message', await patient.town.codeFor(contact))
  await patient.sees(`${doctor} can read now`)
}

export async function refuses(patient: Someone, doctor: string): Promise<void> {
  await patient.sees('Refusing does not change your care.')
  await patient.presses('Refuse')
  await patient.sees(`You refused ${doctor}`)
  await patient.looks('request-refused')
  await patient.goes('/requests')
  await patient.sees('Refused')
  await patient.looks('requests')
}

/** The clock of a visit, on the patient's screen. */
export async function seesReader(patient: Someone, doctor: string): Promise<void> {
  await patient.goes('/')
  await patient.sees('One person can read your chart now')
  await patient.sees(doctor)
  await patient.page.getByRole('timer').first().waitFor()
  await patient.looks('home-while-read')
  await patient.follows('Who can read')
  await patient.page.getByRole('timer').first().waitFor()
  await patient.looks('access')
}
