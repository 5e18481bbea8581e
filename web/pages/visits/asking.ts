/** What a doctor asks for: as the form holds it, and as it is sent. */
import { KINDS, type Ask, type CareRange, type Kind, type Purpose } from '#consent/model'
import { DAY, HOUR, MINUTE } from '#kernel'

export const SPANS = ['all', 'year', 'five-years', 'between'] as const
export type Span = (typeof SPANS)[number]

/** How long a consent would last. */
export const LENGTHS = [15 * MINUTE, 30 * MINUTE, HOUR, 8 * HOUR, 7 * DAY] as const

export interface Asking {
  readonly who: string
  readonly organisation: string
  /** None ticked stands for all. */
  readonly kinds: readonly Kind[]
  readonly span: Span
  readonly from: string | undefined
  readonly to: string | undefined
  readonly purpose: Purpose
  readonly length: (typeof LENGTHS)[number]
  readonly reason: string
  readonly bySms: boolean
}

/** What most visits need, so that naming the patient is all that is left to do. */
export function newAsking(organisation: string): Asking {
  return {
    who: '',
    organisation,
    kinds: [],
    span: 'all',
    from: undefined,
    to: undefined,
    purpose: 'CAREMGT',
    length: 30 * MINUTE,
    reason: '',
    bySms: false,
  }
}

/** `today` is the day where the doctor is. */
export function toAsk({ kinds, purpose, length, ...asking }: Asking, today: string): Ask {
  return {
    kinds: kinds.length === 0 ? KINDS : kinds,
    care: rangeOf(asking, today),
    purpose,
    minutes: length / MINUTE,
  }
}

function rangeOf({ span, from, to }: Pick<Asking, 'span' | 'from' | 'to'>, today: string): CareRange {
  switch (span) {
    case 'all':
      return { from: null, to: null }
    case 'year':
      return { from: yearsBefore(today, 1), to: null }
    case 'five-years':
      return { from: yearsBefore(today, 5), to: null }
    case 'between':
      return { from: from ?? null, to: to ?? null }
  }
}

/** The same day so many years ago; of 29 February, the day after the 28th where there is none. */
function yearsBefore(day: string, years: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  return new Date(Date.UTC(year - years, month - 1, date)).toISOString().slice(0, 10)
}
