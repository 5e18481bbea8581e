import { ageOn, toDay, yearOf, type Day } from '../calendar.ts'
import type { Dice } from '../dice.ts'
import type { Illness } from '../tables/illness.ts'
import { lives } from './new-visit.ts'
import type { Life } from './visit.ts'

const MONTHS: readonly number[] = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]

type Seasonal = Pick<Illness, 'rate' | 'months' | 'regions' | 'rural' | 'sex'>

/** The days on which an illness comes to this person: by age, season and region, at most once a year. */
export function daysOf(illness: Seasonal, life: Life, dice: Dice): readonly Day[] {
  if (!mayBefall(illness, life)) return []
  const years = yearOf(life.until) - yearOf(life.from) + 1
  return Array.from({ length: years }, (_, year) => yearOf(life.from) + year).flatMap((year) => {
    const day = dayIn(year, illness.months, dice)
    return lives(life, day) && dice.happens(illness.rate[ageGroup(ageOn(life.resident.born, day))])
      ? [day]
      : []
  })
}

function mayBefall({ regions, rural, sex }: Seasonal, { resident }: Life): boolean {
  if (regions && !regions.includes(resident.place.region)) return false
  if (rural && !resident.place.rural) return false
  return sex === undefined || sex === resident.person.sex
}

function dayIn(year: number, months: string, dice: Dice): Day {
  const month = dice.weighted(MONTHS, (each) => Number(months[each - 1]))
  return toDay(`${year}-${String(month).padStart(2, '0')}-01`) + dice.whole(0, 27)
}

function ageGroup(age: number): 0 | 1 | 2 | 3 {
  if (age < 5) return 0
  if (age < 15) return 1
  return age < 60 ? 2 : 3
}
