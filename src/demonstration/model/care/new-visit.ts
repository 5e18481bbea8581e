import type { Life, Problem, Visit } from './visit.ts'
import { CONDITIONS, type ConditionKey } from '../tables/conditions.ts'
import type { Day } from '../calendar.ts'

type Needed = Pick<Visit, 'day' | 'clinic' | 'complaint'>

/** A visit with nothing but what is said of it. */
export function newVisit(visit: Needed & Partial<Visit>): Visit {
  return { kind: 'visit', setting: 'outpatient', problems: [], findings: {}, medicines: [], ...visit }
}

export function lastingProblem(condition: ConditionKey, since: Day): Problem {
  return { ...CONDITIONS[condition], since, lasting: true }
}

export function passingProblem(illness: Pick<Problem, 'icd10' | 'text' | 'short'>, since: Day): Problem {
  const { icd10, text, short } = illness
  return { icd10, text, short, since, lasting: false }
}

/** Whether the person lived, within the ten years, on this day. */
export function lives(life: Life, day: Day): boolean {
  return day >= life.from && day <= life.until
}
