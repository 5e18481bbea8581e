/** How steadily somebody takes what keeps a chronic illness down: month by month, a refill is fetched or not. */
import type { Day } from '../calendar.ts'
import type { Dice } from '../dice.ts'
import type { ConditionKey } from '../tables/conditions.ts'
import type { Truth } from './truth.ts'

/** What is treated with a refill every month. */
export const REFILLED: readonly ConditionKey[] = [
  'diabetes',
  'hypertension',
  'hypothyroidism',
  'copd',
  'asthma',
  'heartDisease',
  'kidneyDisease',
]

const MONTH = 30

export interface Course {
  readonly months: readonly { readonly day: Day; readonly filled: boolean }[]
  /** From 0 to 1: whether tablets were in the house this month, and a little of the month before. */
  cover(day: Day): number
}

export function newCourse(truths: readonly Truth[], from: Day, until: Day, dice: Dice): Course {
  const starts = truths.flatMap((truth) =>
    truth.knownSince !== undefined && REFILLED.includes(truth.condition) ? [truth.knownSince] : [],
  )
  const start = Math.max(from, Math.min(...starts))
  const steadiness = dice.weighted([0.96, 0.82, 0.5], (share) => (share > 0.9 ? 4 : 3))
  const count = starts.length === 0 ? 0 : Math.max(0, Math.floor((until - start) / MONTH))
  const months = Array.from({ length: count }, (_, month) => ({
    day: start + month * MONTH + dice.whole(0, 6),
    filled: month === 0 || dice.happens(steadiness),
  }))
  return { months, cover: (day) => coverOf(months, start, day) }
}

function coverOf(months: Course['months'], start: Day, day: Day): number {
  const month = Math.floor((day - start) / MONTH)
  return (months[month]?.filled ? 0.75 : 0) + (months[month - 1]?.filled ? 0.25 : 0)
}
