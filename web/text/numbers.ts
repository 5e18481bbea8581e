/** Numbers and lengths in words. Values from a chart stay as they were written and never pass through here. */
import { formatHealthId, parseHealthId } from '#identity/model'
import { DAY, HOUR, MINUTE } from '#kernel'
import { LOCALES, type Language } from './language.ts'

/** From so many hours on, minutes do not matter. */
const LONG = 6

/** Grouped by lakh and crore in all three languages, which `Intl` does not do in Kannada. */
export function countWords(count: number): string {
  return new Intl.NumberFormat(LOCALES.en).format(count)
}

/** "12 minutes", "1 hr 59 mins", "3 hours", "2 days": as much as one goes by. Rounded down, so that nothing ends early. */
export function lengthWords(milliseconds: number, language: Language): string {
  if (milliseconds >= 2 * DAY) return unitWords(Math.floor(milliseconds / DAY), 'day', language)
  const hours = Math.floor(milliseconds / HOUR)
  const minutes = Math.floor((milliseconds % HOUR) / MINUTE)
  if (hours === 0) return unitWords(minutes, 'minute', language)
  if (minutes === 0 || hours >= LONG) return unitWords(hours, 'hour', language)
  return `${unitWords(hours, 'hour', language, 'short')} ${unitWords(minutes, 'minute', language, 'short')}`
}

export function ageWords(years: number, language: Language): string {
  return unitWords(years, 'year', language)
}

/** "340 kB", "2.3 MB": thousands, as phones count them, and one at least. */
export function sizeWords(bytes: number, language: Language): string {
  const [size, unit] = bytes < 1e6 ? [Math.max(1, bytes / 1e3), 'kilobyte'] : [bytes / 1e6, 'megabyte']
  const options = { style: 'unit', unit, maximumFractionDigits: bytes < 1e6 ? 0 : 1 } as const
  return new Intl.NumberFormat(LOCALES[language], options).format(size)
}

export function partWords(part: number, language: Language): string {
  return new Intl.NumberFormat(LOCALES[language], { style: 'percent' }).format(part)
}

/** "a, b and c". */
export function listWords(words: readonly string[], language: Language): string {
  return new Intl.ListFormat(LOCALES[language], { type: 'conjunction' }).format(words)
}

function unitWords(
  count: number,
  unit: string,
  language: Language,
  unitDisplay: 'long' | 'short' = 'long',
): string {
  return new Intl.NumberFormat(LOCALES[language], { style: 'unit', unit, unitDisplay }).format(count)
}

/** In groups of four, as on the card. */
export function healthIdWords(healthId: string): string {
  return unbroken(formatHealthId(parseHealthId(healthId)))
}

/** A number that is read aloud to compare stays in one piece. */
export function unbroken(words: string): string {
  return words.replaceAll(' ', '\u00a0')
}
