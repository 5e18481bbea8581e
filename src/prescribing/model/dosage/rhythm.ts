/** When a medicine is taken within a day on which it is taken, and how much of it each time. */
import { toAmount, WHOLE, type Amount } from './amount.ts'

/** FHIR R4, value set event-timing. */
export const TIMES = ['MORN', 'NOON', 'EVE', 'NIGHT'] as const
export type Time = (typeof TIMES)[number]

export type Rhythm =
  /** At times of the day; what is left out is nothing. */
  | { readonly kind: 'times'; readonly doses: Readonly<Record<Time, Amount>> }
  /** Round the clock. */
  | { readonly kind: 'hourly'; readonly hours: number; readonly dose: Amount }
  /** Only when needed, and no more than so often a day. */
  | { readonly kind: 'needed'; readonly dose: Amount; readonly most: number }
  /** One dose, and no other. */
  | { readonly kind: 'once'; readonly dose: Amount }

/** What divides a day, so that the hours are the same every day. */
const HOURS: ReadonlySet<number> = new Set([1, 2, 3, 4, 6, 8, 12, 24])
const HOURS_A_DAY = 24

export function isHours(hours: number): boolean {
  return HOURS.has(hours)
}

/** How much is taken on a day at most. */
export function amountADay(rhythm: Rhythm): Amount {
  switch (rhythm.kind) {
    case 'times':
      return toAmount(TIMES.reduce((sum, time) => sum + rhythm.doses[time], 0))
    case 'hourly':
      return toAmount((HOURS_A_DAY / rhythm.hours) * rhythm.dose)
    case 'needed':
      return toAmount(rhythm.most * rhythm.dose)
    case 'once':
      return rhythm.dose
  }
}

/** The same dose at some times of the day. */
export function at(times: readonly Time[], dose: Amount = toAmount(WHOLE)): Rhythm {
  const doseAt = (time: Time) => (times.includes(time) ? dose : toAmount(0))
  return {
    kind: 'times',
    doses: { MORN: doseAt('MORN'), NOON: doseAt('NOON'), EVE: doseAt('EVE'), NIGHT: doseAt('NIGHT') },
  }
}
