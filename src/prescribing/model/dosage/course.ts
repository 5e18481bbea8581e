/** A line of a prescription over its days: which of them, for how long, step by step, and how much that is in all. */
import { toAmount, WHOLE, type Amount } from './amount.ts'
import { amountADay, type Rhythm } from './rhythm.ts'

/** FHIR R4, value set days-of-week, in the order of ISO 8601. */
export const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const
export type Weekday = (typeof WEEKDAYS)[number]

export type Days =
  | { readonly kind: 'daily' }
  /** The first day, and every second after it. */
  | { readonly kind: 'alternate' }
  | { readonly kind: 'weekdays'; readonly on: readonly Weekday[] }

/** A stretch in which nothing changes; a taper has several, one after the other. */
export interface Step {
  readonly rhythm: Rhythm
  readonly days: Days
  readonly length: number
}

/** Ours, not a law: more than a year is a slip of a digit sooner than a plan, and a plan is written anew when it is reviewed. */
export const MOST_DAYS = 366

export function isLength(days: number): boolean {
  return Number.isInteger(days) && days >= 1 && days <= MOST_DAYS
}

/** The units that a course comes to, from the weekday on which it begins; of what is taken when needed, the most it can be. */
export function amountOf(steps: readonly Step[], begins: Weekday): Amount {
  let total = 0
  let day = WEEKDAYS.indexOf(begins)
  for (const { rhythm, days, length } of steps) {
    if (!isLength(length)) throw new RangeError('a step lasts 1 to 366 days')
    const taken = rhythm.kind === 'once' ? 1 : daysTaken(days, length, day)
    total += taken * amountADay(rhythm)
    day = (day + length) % WEEKDAYS.length
  }
  return toAmount(total)
}

/** What has to be handed out for it: nobody sells half a tablet. */
export function wholeUnits(amount: Amount): number {
  return Math.ceil(amount / WHOLE)
}

/** On how many of `length` days it is taken, from the weekday with this place in the week. */
function daysTaken(days: Days, length: number, first: number): number {
  switch (days.kind) {
    case 'daily':
      return length
    case 'alternate':
      return Math.ceil(length / 2)
    case 'weekdays': {
      const places = new Set(days.on.map((weekday) => WEEKDAYS.indexOf(weekday)))
      const weeks = Math.floor(length / WEEKDAYS.length)
      let taken = weeks * places.size
      for (let i = weeks * WEEKDAYS.length; i < length; i++)
        if (places.has((first + i) % WEEKDAYS.length)) taken++
      return taken
    }
  }
}
