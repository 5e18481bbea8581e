import { IdentityError } from './errors.ts'
import { isHealthId, type HealthId } from './health-id.ts'

/** Where messages to a person go. One phone or address may serve a whole family. */
export interface Contact {
  readonly channel: Channel
  /** An e-mail address in lower case, or a phone number as E.164 writes it: `+919845012345`. */
  readonly address: string
}
export const CHANNELS = ['email', 'phone'] as const
export type Channel = (typeof CHANNELS)[number]

/** What people type to say who they are. */
export type Identifier = Contact | { readonly channel: 'health-id'; readonly address: HealthId }

/** India's country code (ITU-T E.164, list of assigned codes). */
const HOME_COUNTRY = '91'

/** An Indian subscriber's national number: ten digits, mobile ones from 6 to 9 (National Numbering Plan 2003, DoT). */
const HOME_NUMBER = /^[1-9]\d{9}$/

/** E.164 (11/2010), 6.2.1: at most 15 digits, country code included; shorter than 8 nobody assigns. */
const INTERNATIONAL = /^\+[1-9]\d{7,14}$/

/** RFC 5321, 4.5.3.1: a path of at most 256 octets leaves 254 for the address, the longest of all identifiers. */
export const LONGEST_IDENTIFIER = 254

/** Reads an address or phone number the way people type it; without a country code it is India's. */
export function parseContact(text: string): Contact {
  const typed = text.normalize('NFKC').trim()
  const contact = typed.includes('@') ? toEmail(typed) : toPhone(typed)
  if (!contact)
    throw new IdentityError('NOT_A_CONTACT', 'this is neither an e-mail address nor a phone number')
  return contact
}

/** Reads whatever people use to say who they are. A health ID is told by its check digit. */
export function parseIdentifier(text: string): Identifier {
  const digits = text.replaceAll(/[\s-]/gu, '')
  return isHealthId(digits) ? { channel: 'health-id', address: digits } : parseContact(text)
}

/** Enough to recognise one's own, too little for anyone else: `r•••@example.org`, `•••• 2345`. */
export function maskContact({ channel, address }: Contact): string {
  if (channel === 'phone') return `•••• ${address.slice(-4)}`
  return `${address.slice(0, 1)}•••${address.slice(address.lastIndexOf('@'))}`
}

function toEmail(typed: string): Contact | undefined {
  const address = typed.toLowerCase()
  const isAddress =
    /^[^\s@"<>]+@[^\s@"<>.]+(\.[^\s@"<>.]+)+$/u.test(address) && address.length <= LONGEST_IDENTIFIER
  return isAddress ? { channel: 'email', address } : undefined
}

function toPhone(typed: string): Contact | undefined {
  if (!/^\+?[\d\s().-]+$/.test(typed)) return undefined
  const address = toE164(typed.replaceAll(/[\s().-]/g, ''))
  return INTERNATIONAL.test(address) ? { channel: 'phone', address } : undefined
}

function toE164(number: string): string {
  if (number.startsWith('+')) return number
  if (number.startsWith('00')) return `+${number.slice(2)}`
  const national = number.replace(/^0/, '')
  if (HOME_NUMBER.test(national)) return `+${HOME_COUNTRY}${national}`
  return national.startsWith(HOME_COUNTRY) && HOME_NUMBER.test(national.slice(2)) ? `+${national}` : ''
}
