/** A value for reading: text as it was written, or something the page says in the reader's language. */
import type { DosageParts } from '../fhir/dosage.ts'
import type { Abnormal } from '../fhir/abnormal.ts'
import { isAmount, amountText } from '../fhir/amount.ts'
import type { Directory } from '../fhir/concept.ts'
import { wordsAt } from '../fhir/words.ts'
import { isObject, textAt, type JsonObject } from '../read.ts'

export type Value =
  | { readonly as: 'text'; readonly text: string }
  /** A FHIR date, shown no more exactly than it was said. */
  | { readonly as: 'date'; readonly date: string }
  | { readonly as: 'period'; readonly start: string | null; readonly end: string | null }
  /** A code of R4 that the catalogue has words for, as a status. */
  | { readonly as: 'code'; readonly code: string }
  | { readonly as: 'truth'; readonly truth: boolean }
  | { readonly as: 'abnormal'; readonly abnormal: Abnormal }
  | { readonly as: 'dosage'; readonly dosage: DosageParts }

export function text(words: string | undefined | null): Value | undefined {
  return words === undefined || words === null || words.trim() === ''
    ? undefined
    : { as: 'text', text: words }
}

export function date(written: unknown): Value | undefined {
  return typeof written === 'string' && written !== '' ? { as: 'date', date: written } : undefined
}

export function code(written: unknown): Value | undefined {
  return typeof written === 'string' && written !== '' ? { as: 'code', code: written } : undefined
}

export function isPeriod(value: unknown): value is JsonObject {
  return isObject(value) && ('start' in value || 'end' in value)
}

/** Any element of R4 as a value, by the shape it has; undefined where it has nothing to read. */
export function valueOf(value: unknown, directory?: Directory): Value | undefined {
  if (typeof value === 'boolean') return { as: 'truth', truth: value }
  if (typeof value === 'number') return text(String(value))
  if (isPeriod(value)) return { as: 'period', start: textAt(value, 'start'), end: textAt(value, 'end') }
  if (isAmount(value)) return text(amountText(value))
  return text(wordsAt(value, directory))
}
