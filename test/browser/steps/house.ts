/** Line 2: an organisation, its officer's yes, and the people who work there. */
import { expect } from 'vitest'

import { isOnScreen } from '../inspect.ts'
import type { Someone } from '../someone.ts'
import { actsAs } from './doors.ts'

export async function registersHospital(someone: Someone, name: string, number: string): Promise<void> {
  await someone.goes('/settings')
  await someone.follows('Register an organisation')
  await someone.chooses('Hospital')
  await someone.writes('Name', name)
  await someone.writes('Number of its registration or licence', number)
  await someone.writes('Street and house', '12 Temple Road')
  await someone.writes('Town or village', 'Sirsi')
  await someone.writes('District', 'Uttara Kannada')
  await someone.writes('State', 'Karnataka')
  await someone.writes('PIN code', '581401')
  await someone.writes('Phone', '08384 000 012')
  await someone.looks('new-organisation')
  await someone.presses('Send to the health authority')
  const answer = someone.the('heading', 'Sent. The health authority checks it now.')
  await answer.waitFor()
  expect(await answer.evaluate((heading) => heading === document.activeElement)).toBe(true)
  expect(await isOnScreen(answer)).toBe(true)
  await someone.sees('Waits for approval')
  await someone.looks('new-organisation-waits')
}

export async function approvesHospital(officer: Someone, name: string): Promise<void> {
  await officer.goes('/officer')
  await officer.looks('officer-waiting')
  await officer.follows(name)
  await officer.looks('officer-organisation')
  await officer.presses('Approve the organisation')
  await officer.confirms('Approve the organisation')
  await officer.sees(`${name} is approved.`)
  await officer.goes('/officer/organisations')
  await officer.sees(name)
  await officer.looks('officer-organisations')
}

/** The administrator's, whose page learns of the approval by itself. Answers where the house is. */
export async function entersHospital(administrator: Someone, name: string): Promise<string> {
  await administrator.sees('Approved')
  await administrator.goes('/')
  await actsAs(administrator, 'Administrator')
  await administrator.the('heading', name).waitFor()
  await administrator.looks('organisation')
  return administrator.page.url().split('/').at(-1) ?? ''
}

export async function invites(administrator: Someone, contact: string, role: string): Promise<void> {
  await administrator.follows('Add somebody')
  await administrator.writes('Phone, e-mail or health ID', contact)
  await administrator.ticks(role)
  await administrator.looks('organisation-invite')
  await administrator.presses('Invite')
  await administrator.sees(`${contact} is invited.`)
  await administrator.sees('They have not accepted yet.')
  await administrator.looks('organisation-invited')
}

/** Under their own account; the first page says that somebody waits. */
export async function accepts(someone: Someone, name: string): Promise<void> {
  await someone.goes('/')
  await someone.follows(`${name} wants to register you as staff`)
  await someone.looks('invitations')
  await someone.presses('Accept')
  await someone.sees(`You are now registered at ${name}.`)
  await someone.sees('No invitations wait')
}
