/**
 * FHIR decimals have a precision: 1.50 is not 1.5 (R4, section 2.24.0.1). `JSON.parse` drops it, so where a text has such a
 * number, its spelling is kept beside the object that holds it.
 */

/** A number that `String` would write otherwise: a zero at the end of its fraction, an exponent, over 17 digits. */
const WOULD_CHANGE = /(?:"\s*:|[[,])\s*-?\d+(?:\.\d*0(?!\d)|\.?\d*[eE]|[\d.]{18})/

const spellings = new WeakMap<object, Map<string, string>>()

/** As `JSON.parse`; `asWritten` then knows the spelling of the numbers. */
export function parseAsWritten(text: string): unknown {
  return WOULD_CHANGE.test(text) ? JSON.parse(text, keepSpelling) : JSON.parse(text)
}

/** A number of a parsed object, as it was written there. */
export function asWritten(holder: object, name: string, value: number): string {
  return spellings.get(holder)?.get(name) ?? String(value)
}

function keepSpelling(
  this: unknown,
  name: string,
  value: unknown,
  context?: { readonly source?: string },
): unknown {
  const source = context?.source
  if (typeof value !== 'number' || source === undefined || source === String(value)) return value
  if (typeof this === 'object' && this !== null) spellingsOf(this).set(name, source)
  return value
}

function spellingsOf(holder: object): Map<string, string> {
  const known = spellings.get(holder)
  if (known) return known
  const made = new Map<string, string>()
  spellings.set(holder, made)
  return made
}
