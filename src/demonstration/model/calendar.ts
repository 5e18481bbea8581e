/** Days and times as India counts them: one zone, UTC+05:30, no summer time. */
import { DAY, HOUR, MINUTE, SECOND, toInstant, type Instant } from '#kernel'

import type { Dice } from './dice.ts'
import { FIXED_HOLIDAYS, MOVABLE_FESTIVALS } from './tables/festivals.ts'

/** Whole days since 1 January 1970 in India. */
export type Day = number

export const YEAR_OF_DAYS = 365.25

const INDIA = 5 * HOUR + 30 * MINUTE

export function toDay(date: string): Day {
  return Date.parse(`${date}T00:00:00Z`) / DAY
}

export function dayOf(at: Instant): Day {
  return Math.floor((at + INDIA) / DAY)
}

/** The instant of so many minutes after midnight in India. */
export function instantOf(day: Day, minute: number): Instant {
  return toInstant(day * DAY + minute * MINUTE - INDIA)
}

const written = new Map<Day, string>()

/** As FHIR writes a date: 2024-03-02. Remembered, since a chart is full of the same days. */
export function toDate(day: Day): string {
  const known = written.get(day)
  if (known !== undefined) return known
  const date = new Date(day * DAY).toISOString().slice(0, 10)
  written.set(day, date)
  return date
}

/** As FHIR writes a date with time: 2024-03-02T10:15:00+05:30. */
export function toDateTime(at: Instant): string {
  const seconds = Math.floor(((at + INDIA) % DAY) / SECOND)
  const [hour, minute, second] = [seconds / 3_600, (seconds / 60) % 60, seconds % 60]
  return `${toDate(dayOf(at))}T${twoDigits(hour)}:${twoDigits(minute)}:${twoDigits(second)}+05:30`
}

/** As paper has it: 02-03-2024. */
export function toSlipDate(day: Day): string {
  return toDate(day).split('-').toReversed().join('-')
}

export function yearOf(day: Day): number {
  return Number(toDate(day).slice(0, 4))
}

/** 0 for January. */
export function monthOf(day: Day): number {
  return Number(toDate(day).slice(5, 7)) - 1
}

export function ageOn(born: Day, day: Day): number {
  return yearOf(day) - yearOf(born) - (toDate(day).slice(5) < toDate(born).slice(5) ? 1 : 0)
}

/** 1 January 1970 was a Thursday. */
export function isSunday(day: Day): boolean {
  return (day + 4) % 7 === 0
}

export function isFestival(day: Day): boolean {
  const date = toDate(day)
  return FIXED_HOLIDAYS.includes(date.slice(5)) || MOVABLE_FESTIVALS.has(date)
}

/** The same day, or one soon after if a clinic is nearly empty on it: what can wait waits over Sundays and festivals. */
export function clinicDay(day: Day, dice: Dice): Day {
  const quiet = isSunday(day) || isFestival(day)
  return quiet && dice.happens(0.88) ? clinicDay(day + 1, dice) : day
}

function twoDigits(value: number): string {
  return String(Math.floor(value)).padStart(2, '0')
}
