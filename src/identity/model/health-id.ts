import { IdentityError } from './errors.ts'
import { checkDigitOf, hasValidCheckDigit } from './verhoeff.ts'

declare const healthId: unique symbol

/** A person's number for life: 4 digits naming the issuing node, 9 at random, Verhoeff's check digit. */
export type HealthId = string & { readonly [healthId]: true }

export const FIRST_NODE = 1000
export const LAST_NODE = 9999

/** How many serial numbers a node can draw from. */
export const SERIALS = 1_000_000_000

/** The health ID with this serial number at this node. */
export function newHealthId(node: number, serial: number): HealthId {
  if (!Number.isInteger(node) || node < FIRST_NODE || node > LAST_NODE)
    throw new RangeError('a node is 1000 to 9999')
  if (!Number.isInteger(serial) || serial < 0 || serial >= SERIALS)
    throw new RangeError('a serial has nine digits')
  const digits = `${node}${String(serial).padStart(9, '0')}`
  return parseHealthId(`${digits}${checkDigitOf(digits)}`)
}

/** Reads a health ID as people write it, with spaces or hyphens or without. */
export function parseHealthId(text: string): HealthId {
  const digits = text.replaceAll(/[\s-]/gu, '')
  if (!isHealthId(digits))
    throw new IdentityError('NOT_A_HEALTH_ID', 'these are not the 14 digits of a health ID')
  return digits
}

export function isHealthId(digits: string): digits is HealthId {
  return /^[1-9]\d{13}$/.test(digits) && hasValidCheckDigit(digits)
}

/** As it stands on the card: `1000 1234 5678 95`. */
export function formatHealthId(id: HealthId): string {
  return id.replaceAll(/(\d{4})(?=\d)/g, '$1 ')
}

/** The node that issued it, where the card finds its home. */
export function nodeOf(id: HealthId): number {
  return Number(id.slice(0, 4))
}
