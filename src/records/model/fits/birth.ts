/** Whether two statements of when somebody was born can be about one person. */
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
