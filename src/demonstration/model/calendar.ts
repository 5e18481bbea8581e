/** Days and times as India counts them: one zone, UTC+05:30, no summer time. */
import { DAY, HOUR, MINUTE, toInstant, type Instant } from '#kernel'

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

/** As FHIR writes a date: 2024-03-02. */
export function toDate(day: Day): string {
  return new Date(day * DAY).toISOString().slice(0, 10)
}

/** As FHIR writes a date with time: 2024-03-02T10:15:00+05:30. */
export function toDateTime(at: Instant): string {
  return `${new Date(at + INDIA).toISOString().slice(0, 19)}+05:30`
}

/** As paper has it: 02-03-2024. */
export function toSlipDate(day: Day): string {
  return toDate(day).split('-').toReversed().join('-')
}

export function yearOf(day: Day): number {
  return new Date(day * DAY).getUTCFullYear()
}

/** 0 for January. */
export function monthOf(day: Day): number {
  return new Date(day * DAY).getUTCMonth()
}

export function ageOn(born: Day, day: Day): number {
  return yearOf(day) - yearOf(born) - (toDate(day).slice(5) < toDate(born).slice(5) ? 1 : 0)
}

export function isSunday(day: Day): boolean {
  return new Date(day * DAY).getUTCDay() === 0
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
