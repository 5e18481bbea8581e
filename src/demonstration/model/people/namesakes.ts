/** Two people of one name in one village, whose charts get mixed up. */
import { yearOf, YEAR_OF_DAYS } from '../calendar.ts'
import type { Resident } from '../person.ts'
import { OUTBREAK_PLACE } from '../tables/places.ts'

/** Pairs of one name and sex in one village, of different houses. */
export function namesakesAmong(residents: readonly Resident[]): readonly (readonly [string, string])[] {
  const seen = new Map<string, Resident>()
  return residents.flatMap((one) => {
    const name = `${one.place.name} ${one.person.sex} ${one.person.name.displayed}`
    const other = seen.get(name)
    seen.set(name, one)
    return other && other.person.household !== one.person.household
      ? [[other.person.key, one.person.key] as const]
      : []
  })
}

/**
 * Two people of one village, of one name and nearly one age, in different houses: the pair that gets mixed up.
 * Their charts are told apart by household, address and birthday only.
 */
export function withNamesakes(residents: readonly Resident[]): readonly Resident[] {
  const [first, second] = similarAmong(residents)
  if (!first || !second) return residents
  return residents.map((one) =>
    one === second ? { ...one, person: { ...one.person, name: first.person.name } } : one,
  )
}

function similarAmong(residents: readonly Resident[]): readonly Resident[] {
  const candidates = residents.filter(
    (one) =>
      one.place.rural &&
      one.place.name !== OUTBREAK_PLACE &&
      one.community === 'kannada' &&
      one.person.sex === 'female',
  )
  for (const first of candidates) {
    const second = candidates.find((other) => isSimilar(first, other))
    if (second) return [first, second]
  }
  return []
}

function isSimilar(one: Resident, other: Resident): boolean {
  const years = Math.abs(one.born - other.born) / YEAR_OF_DAYS
  const grown = yearOf(one.born) < 1995
  return grown && one.place === other.place && one.person.household !== other.person.household && years < 8
}
