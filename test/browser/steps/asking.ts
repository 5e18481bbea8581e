/** Line 7, the doctor's side: a request, by whatever names the patient. */
import type { Someone } from '../someone.ts'
import { actsAs } from './doors.ts'

export interface Question {
  readonly who: string
  readonly reason: string
  /** Where less than everything is asked for. */
  readonly only?: readonly string[]
  readonly bySms?: boolean
}

export async function asks(
  doctor: Someone,
  { who, reason, only = [], bySms = false }: Question,
): Promise<void> {
  await doctor.goes('/')
  await actsAs(doctor, 'Doctor')
  await doctor.sees('Ask to read a chart')
  await doctor.writes('Health ID, token, phone or e-mail', who)
  await doctor.writes('What is it about?', reason)
  if (only.length > 0) await asksForLess(doctor, only)
  if (bySms) await doctor.ticks('The patient has no smartphone here')
  await doctor.looks('visits-ask')
  await doctor.presses('Send the request')
  await doctor.sees('Sent. Whether there is such a person, only they can tell you.')
  await doctor.looks(bySms ? 'visits-code' : 'visits-asked')
}

/** Kinds, dates of care, how long, and what for. */
async function asksForLess(doctor: Someone, kinds: readonly string[]): Promise<void> {
  await doctor.presses('Change what is asked')
  for (const kind of kinds) await doctor.page.getByRole('checkbox', { name: kind, exact: true }).check()
  await doctor.chooses('The last five years')
  await doctor.picks('How long should it be open?', '15 minutes')
  await doctor.chooses('The patient asked for it')
  await doctor.looks('visits-terms')
}

export async function opensChart(doctor: Someone): Promise<void> {
  await doctor.follows('Open the chart')
  await doctor.sees('Problems')
}

/** The patient reads a code from a message aloud, and the doctor writes it down. */
export async function writesTold(doctor: Someone, phone: string): Promise<void> {
  await doctor.types("Code from the patient's message", await doctor.town.codeFor(phone))
  await doctor.sees('Problems')
}

/** What became of a request, in its own word. */
export async function seesAnswer(doctor: Someone, word: string): Promise<void> {
  await doctor.page.getByRole('listitem').filter({ hasText: word }).first().waitFor()
  await doctor.looks('visits-answers')
}
