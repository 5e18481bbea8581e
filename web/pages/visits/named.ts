/** How a doctor or a clerk names a patient: what was typed or scanned, told apart by its form alone. */
import { isHealthId, parseContact } from '#identity/model'

export interface Named {
  readonly by: 'health-id' | 'token' | 'contact'
  readonly value: string
}

/** Numbers of a day's queue have no more figures. */
const TOKEN = /^#?\d{1,4}$/

/** Undefined where it is none of the three yet. Whether there is such a person, nobody here learns. */
export function namedBy(typed: string): Named | undefined {
  const text = typed.trim()
  const healthId = healthIdIn(text)
  if (healthId !== undefined) return { by: 'health-id', value: healthId }
  if (TOKEN.test(text)) return { by: 'token', value: text.replace('#', '') }
  return isContact(text) ? { by: 'contact', value: text } : undefined
}

/** The health ID that was typed, or that stands in a card's QR. */
export function healthIdIn(text: string): string | undefined {
  const digits = plainDigits(text)
  return isHealthId(digits) ? digits : undefined
}

/** Fourteen digits that are no health ID: one of them was misread. */
export function isMisread(typed: string): boolean {
  const digits = plainDigits(typed)
  return /^\d{14}$/.test(digits) && !isHealthId(digits)
}

function plainDigits(text: string): string {
  return text.replaceAll(/[\s-]/g, '')
}

function isContact(text: string): boolean {
  try {
    parseContact(text)
    return true
  } catch {
    return false
  }
}
