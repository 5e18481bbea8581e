/** What each person has, known or not: drawn so that every share of the population comes out as the surveys found it. */
import { YEAR_OF_DAYS, ageOn, type Day } from '../calendar.ts'
import type { Dice } from '../dice.ts'
import type { Resident } from '../person.ts'
import { BURDENS, type Burden, type ConditionKey } from '../tables/conditions.ts'

export interface Truth {
  readonly condition: ConditionKey
  readonly since: Day
  /** When somebody told the person; undefined where nobody has. */
  readonly knownSince: Day | undefined
  /** Counted among those with the same condition: what befalls every fourth of them is told by it. */
  readonly turn: number
}

/** By person key. */
export type Truths = ReadonlyMap<string, readonly Truth[]>

export function drawTruths(residents: readonly Resident[], until: Day, dice: Dice): Truths {
  const truths = new Map<string, Truth[]>(residents.map((one) => [one.person.key, []]))
  for (const [place, burden] of BURDENS.entries())
    befall(burden, residents, truths, until, dice.fork(`burden ${place}`))
  return truths
}

export function has(truths: readonly Truth[], condition: ConditionKey): boolean {
  return truths.some((truth) => truth.condition === condition)
}

/** The conditions a person was known to have on a day. */
export function knownOn(truths: readonly Truth[], day: Day): readonly Truth[] {
  return truths.filter((truth) => truth.knownSince !== undefined && truth.knownSince <= day)
}

function befall(
  burden: Burden,
  residents: readonly Resident[],
  truths: Map<string, Truth[]>,
  until: Day,
  dice: Dice,
): void {
  const open = residents.filter((one) => mayBefall(burden, one, until))
  const weights = open.map((one) => weightOf(burden, one, truths.get(one.person.key) ?? [], until))
  const count = burden.share * open.length
  const chosen = spread(weights, burden.atLeastOne ? Math.max(1, count) : count, dice)
  for (const [turn, place] of chosen.entries()) {
    const one = open[place]
    if (one) truths.get(one.person.key)?.push(newTruth(burden, one, turn, until, dice))
  }
}

function mayBefall(burden: Burden, one: Resident, until: Day): boolean {
  const age = (until - one.born) / YEAR_OF_DAYS
  return age >= burden.from && age < burden.to + 1 && (burden.sex ?? one.person.sex) === one.person.sex
}

function weightOf(burden: Burden, one: Resident, truths: readonly Truth[], until: Day): number {
  if (burden.never && has(truths, burden.never)) return 0
  const times = burden.likelierWith && has(truths, burden.likelierWith[0]) ? burden.likelierWith[1] : 1
  return burden.weight(ageOn(one.born, until)) * times
}

/**
 * Systematic sampling with unequal chances (Madow, Ann Math Stat 1949;20:333): so many places out of all, each as
 * likely as its weight says, and the count right to within one.
 */
export function spread(weights: readonly number[], count: number, dice: Dice): readonly number[] {
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  if (total === 0 || count === 0) return []
  const step = total / count
  let mark = dice.share() * step
  let reached = 0
  return weights.flatMap((weight, place) => {
    reached += weight
    if (mark >= reached) return []
    mark += step * Math.max(1, Math.ceil((reached - mark) / step))
    return [place]
  })
}

/** The ones who know were told some months to four years after it began. */
function newTruth(burden: Burden, one: Resident, turn: number, until: Day, dice: Dice): Truth {
  const age = (until - one.born) / YEAR_OF_DAYS
  const [least, most] = burden.years ?? [1, 14]
  const years = Math.min(age * 0.5, dice.between(least, most))
  const since = Math.floor(until - years * YEAR_OF_DAYS)
  const isKnown = Math.floor((turn + 1) * burden.known) > Math.floor(turn * burden.known)
  const told = Math.floor(since + Math.min(years * 0.6, dice.between(0.1, 4)) * YEAR_OF_DAYS)
  return { condition: burden.condition, since, knownSince: isKnown ? told : undefined, turn }
}
