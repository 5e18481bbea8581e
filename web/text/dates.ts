/**
 * Dates and times in words. Days in the order day, month, year everywhere, which `Intl` would turn round in Kannada. No
 * line ends inside a day: its year alone on the next would be read as something else.
 */
import type { Instant } from '#kernel'
import { LOCALES, type Language } from './language.ts'

const DAY: Intl.DateTimeFormatOptions = { day: 'numeric', month: 'long', year: 'numeric' }
const MONTH: Intl.DateTimeFormatOptions = { month: 'long', year: 'numeric' }
const TIME: Intl.DateTimeFormatOptions = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }
const EXACT: Intl.DateTimeFormatOptions = { ...TIME, second: '2-digit', timeZoneName: 'short' }

const NO_BREAK = '\u00a0'

/** Making a format takes a thousand times as long as using it, and a timeline uses a few thousand times. */
const formats = new Map<string, Intl.DateTimeFormat>()

/** As precise as FHIR wrote it: "2026", "March 2026", "3 March 2026"; of a dateTime, its day. */
export function dayWords(written: string, language: Language): string {
  const [year = '', month, day] = written.slice(0, 10).split('-')
  if (month === undefined) return year
  const date = new Date(`${year}-${month}-${day ?? '01'}T00:00:00Z`)
  return dayOf(date, language, day === undefined ? MONTH : DAY, 'UTC')
}

/** "today 14:05", else "3 March 2026, 14:05". Yesterday is not a word here: in Hindi it is also tomorrow. */
export function momentWords(at: Instant, now: Instant, language: Language, timeZone?: string): string {
  const day = dayOf(new Date(at), language, DAY, timeZone)
  const time = clockWords(at, language, timeZone)
  return day === dayOf(new Date(now), language, DAY, timeZone)
    ? `${todayWord(language)}${NO_BREAK}${time}`
    : `${day}, ${time}`
}

/** The day alone, "today" where it is. */
export function dateWords(at: Instant, now: Instant, language: Language, timeZone?: string): string {
  const day = dayOf(new Date(at), language, DAY, timeZone)
  return day === dayOf(new Date(now), language, DAY, timeZone) ? todayWord(language) : day
}

/** To the second, with the zone: for the pointer that rests and for screen readers. */
export function exactWords(at: Instant, language: Language, timeZone?: string): string {
  const time = formatOf(language, EXACT, timeZone).format(at)
  return `${dayOf(new Date(at), language, DAY, timeZone)}, ${time}`
}

export function clockWords(at: Instant, language: Language, timeZone?: string): string {
  return formatOf(language, TIME, timeZone).format(at)
}

function todayWord(language: Language): string {
  return new Intl.RelativeTimeFormat(LOCALES[language], { numeric: 'auto' }).format(0, 'day')
}

function dayOf(date: Date, language: Language, parts: Intl.DateTimeFormatOptions, timeZone?: string): string {
  const formatted = formatOf(language, parts, timeZone).formatToParts(date)
  const valueOf = (type: string) => formatted.find((part) => part.type === type)?.value
  return [valueOf('day'), valueOf('month'), valueOf('year')]
    .filter((part) => part !== undefined)
    .join(NO_BREAK)
}

function formatOf(
  language: Language,
  options: Intl.DateTimeFormatOptions,
  timeZone?: string,
): Intl.DateTimeFormat {
  const key = JSON.stringify([language, options, timeZone])
  const known = formats.get(key)
  if (known) return known
  const made = new Intl.DateTimeFormat(LOCALES[language], {
    ...options,
    ...(timeZone !== undefined && { timeZone }),
  })
  formats.set(key, made)
  return made
}
