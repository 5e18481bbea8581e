import { toDay, yearOf, YEAR_OF_DAYS, type Day } from '../calendar.ts'
import type { Dice } from '../dice.ts'

/** Older people know their age in fives and tens; the clerk writes 1 January or, where school began, 1 June. */
export function birthday(age: number, until: Day, dice: Dice): Day {
  const exact = Math.floor(until - age * YEAR_OF_DAYS)
  if (age < 14 || !dice.happens(age > 35 ? 0.5 : 0.25)) return exact
  const rounded = dice.happens(0.7) ? Math.max(15, Math.round(age / 5) * 5) : Math.floor(age)
  const day = dice.happens(0.65) ? '01-01' : '06-01'
  const thisYear = toDay(`${yearOf(until)}-${day}`)
  return toDay(`${yearOf(until) - rounded - (thisYear > until ? 1 : 0)}-${day}`)
}
