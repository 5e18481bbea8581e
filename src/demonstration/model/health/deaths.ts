/** Who dies in the ten years: mostly the old (Sample Registration System: about one in a hundred and forty a year, of all ages). */
import { ageOn, toDate, YEAR_OF_DAYS, type Day } from '../calendar.ts'
import type { Dice } from '../dice.ts'
import type { Resident } from '../person.ts'
import { spread } from './truth.ts'

/** Households are met as they are at the end, so most of the dead of ten years are no longer in them. */
const SHARE = 0.02

export function withDeaths(residents: readonly Resident[], until: Day, dice: Dice): readonly Resident[] {
  const weights = residents.map((one) => frailty(ageOn(one.born, until)))
  const dying = new Set(spread(weights, Math.floor(SHARE * residents.length), dice))
  return residents.map((one, place) => (dying.has(place) ? withDeath(one, until, dice) : one))
}

function withDeath(one: Resident, until: Day, dice: Dice): Resident {
  const died = Math.floor(until - dice.between(0.1, 4.5) * YEAR_OF_DAYS)
  return { ...one, died, person: { ...one.person, deathDate: toDate(died) } }
}

function frailty(age: number): number {
  return age < 55 ? 0 : (age - 50) ** 2
}
