/** What a birth date rules out: another birth date, an age, care on a day before it. */
import { DAY } from '#kernel'

import { readDate, type CareDate } from '../care-date.ts'

/** An age as a report prints it. */
export interface AgeOn {
  readonly years: number
  /** A FHIR date. */
  readonly on: string
}

/**
 * Where a birthday was never written down, a clerk writes 1 January or 1 June of a year reckoned from an age, and ages heap
 * on 0 and 5 (Census of India; Whipple's index): a rounded age is off by up to 2.5 years, a year by up to one.
 */
const PLACEHOLDER = /-(?:01-01|06-01|07-01)$/
const YEARS_OFF = 3

export function areSameBirth(one: string, other: string): boolean | undefined {
  const [a, b] = [readDate(one, 'birthDate'), readDate(other, 'birthDate')]
  if (!a || !b) return undefined
  if (isEstimate(a) || isEstimate(b)) return Math.abs(yearOf(a) - yearOf(b)) <= YEARS_OFF
  return a.written === b.written || a.written === dayAndMonthSwapped(b.written)
}

export function fitsAge(birth: string, { years, on }: AgeOn): boolean | undefined {
  const [born, then] = [readDate(birth, 'birthDate'), readDate(on, 'age')]
  return born && then ? Math.abs(yearOf(then) - years - yearOf(born)) <= YEARS_OFF : undefined
}

/** Whether nobody born so can have been measured then; a day more, since the day turns elsewhere first. */
export function isBeforeBirth(at: number, birth: string): boolean {
  const earliest = earliestBirth(birth)
  return earliest !== undefined && at < Date.parse(earliest) - DAY
}

/**
 * Scans and tests of the pregnancy are filed in the child's chart, so it begins before the birth: a pregnancy lasts 42
 * weeks (beyond them it is post-term, ICD-10 O48), which a year holds with room for a slip.
 */
const YEARS_OF_PREGNANCY = 1
export const BEFORE_PREGNANCY =
  'more than a year before the patient was born, earlier than any record of the pregnancy'

/** The earliest day that the chart of somebody born so can hold, as a FHIR date; nothing where that is not known. */
export function earliestCare(birth: string): string {
  const earliest = earliestBirth(birth)
  return earliest === undefined ? '' : yearsBefore(earliest, YEARS_OF_PREGNANCY)
}

/** Whether a FHIR date lies before another, whichever of them says less. */
export function isEarlier(day: string, other: string): boolean {
  return day < other.slice(0, day.length)
}

function earliestBirth(birth: string): string | undefined {
  const born = readDate(birth, 'birthDate')
  return born && yearsBefore(born.written, isEstimate(born) ? YEARS_OFF : 0)
}

function yearsBefore(written: string, years: number): string {
  return String(Number(written.slice(0, 4)) - years).padStart(4, '0') + written.slice(4)
}

function isEstimate({ precision, written }: CareDate): boolean {
  return precision !== 'day' || PLACEHOLDER.test(written)
}

function yearOf({ written }: CareDate): number {
  return Number(written.slice(0, 4))
}

/** 03-04 is 3 April to one clerk and 4 March to another. */
function dayAndMonthSwapped(written: string): string {
  const [year, month, day] = written.split('-')
  return `${year}-${day}-${month}`
}
