/** The meaning of the rules that are not JSON schema's own. Each is linear in what it reads: input may be hostile. */
import type { JsonObject } from '../read.ts'

type Groups = readonly (readonly string[])[]

/** The first group of names of which none is there. */
export function missingOf(groups: Groups, holder: JsonObject): readonly string[] | undefined {
  return groups.find((names) => !names.some((name) => name in holder))
}

/** The first group of names of which more than one is there. */
export function doubledOf(groups: Groups, holder: JsonObject): readonly string[] | undefined {
  return groups.find((names) => names.filter((name) => name in holder).length > 1)
}

/** Base64 (RFC 4648 section 4), with the white space that R4 section 2.24.0 allows. */
export function isBase64(text: string): boolean {
  let digits = 0
  let padding = 0
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (isBlank(code)) continue
    if (code === 0x3d) padding++
    else if (padding > 0 || !isDigit(code)) return false
    digits++
  }
  return padding <= 2 && digits % 4 === 0
}

/** Whether the day of a date or date-time is one that its month has. The pattern has seen to the rest. */
export function hasExistingDay(text: string): boolean {
  const day = Number(text.slice(8, 10))
  if (day <= 28) return true
  const date = new Date(0)
  date.setUTCFullYear(Number(text.slice(0, 4)), Number(text.slice(5, 7)) - 1, day)
  return date.getUTCDate() === day
}

function isBlank(code: number): boolean {
  return code === 0x20 || (code >= 0x09 && code <= 0x0d)
}

function isDigit(code: number): boolean {
  const isLetter = (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a)
  return isLetter || (code >= 0x30 && code <= 0x39) || code === 0x2b || code === 0x2f
}
