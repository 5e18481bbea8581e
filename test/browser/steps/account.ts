/** Line 1: an account, and ways into it. */
import type { Someone, Words } from '../someone.ts'
import type { Town } from '../town.ts'

export const PASSWORD = 'three words together'

export interface NewPerson {
  readonly name: string
  readonly born: string
  readonly sex: 'Female' | 'Male'
  readonly contact: string
}

/** Fills the form in, reads the code from the mailbox, and is on the first page. */
export async function signsUp(town: Town, { name, born, sex, contact }: NewPerson): Promise<Someone> {
  const someone = await town.enters()
  await someone.goes('/')
  await someone.looks('welcome')
  await someone.follows('Make an account')
  await someone.writes('Full name', name)
  await someone.dates(born)
  await someone.chooses(sex)
  await someone.writes('E-mail or phone number', contact)
  await someone.writes('Password', PASSWORD)
  await someone.looks('sign-up')
  await someone.presses('Send me a code')
  await someone.sees('Check your messages')
  await someone.looks('sign-up-code')
  await someone.types('Code from the message', await town.codeFor(contact))
  await someone.sees('Nobody can read your chart now')
  await someone.looks('home-of-a-newcomer')
  return someone
}

/** Somebody of the demonstration, by the row on its first page that fills the form in; whose pages may be in Kannada. */
export async function ofTheDemonstration(town: Town, role: Words): Promise<Someone> {
  const someone = await town.enters()
  await someone.goes('/')
  await someone.follows(role)
  await someone.presses(/^Sign in$/)
  await someone.page.waitForURL(({ pathname }) => pathname !== '/sign-in')
  await someone.goes('/settings')
  await someone.chooses('English')
  await someone.the('heading', 'Language and colours').waitFor()
  return someone
}

export async function writesPassword(
  someone: Someone,
  identifier: string,
  password = PASSWORD,
): Promise<void> {
  await someone.writes('E-mail, phone number or health ID', identifier)
  await someone.writes('Password', password)
  await someone.presses(/^Sign in$/)
}

/** Where messages are while nothing sends them. */
export async function seesMailbox(someone: Someone): Promise<void> {
  await someone.goes('/dev/mailbox')
  await someone.sees('This installation sends no messages.')
  await someone.looks('mailbox')
}

/** A code instead of the password that was forgotten; it signs out everywhere. */
export async function forgetsPassword(someone: Someone, contact: string, next: string): Promise<void> {
  await someone.goes('/sign-in')
  await someone.looks('sign-in')
  await someone.follows('I forgot my password')
  await someone.writes('E-mail, phone number or health ID', contact)
  await someone.looks('forgotten')
  await someone.presses('Send me a code')
  await someone.types('Code from the message', await someone.town.codeFor(contact))
  await someone.writes('New password', next)
  await someone.looks('new-password')
  await someone.presses('Change my password')
  await someone.sees('Your password is changed')
}
