/** Measurements as they are taken: the body's value with the error of cuff, scale and laboratory. */
import { ageOn, type Day } from '../calendar.ts'
import type { Dice } from '../dice.ts'
import type { Findings } from '../tables/tests.ts'
import type { Body } from './body.ts'

export function pressure(body: Body, day: Day, dice: Dice): Findings {
  const systolic = even(dice.normal(body.systolic(day), 5))
  return { systolic, diastolic: even(systolic * 0.46 + dice.normal(24, 3)) }
}

/** What is written on the slip of any visit: pressure of the grown, weight of the young, the rest now and then. */
export function vitals(body: Body, born: Day, day: Day, dice: Dice): Findings {
  const isChild = ageOn(born, day) < 14
  const weight = dice.happens(isChild ? 0.9 : 0.45) ? { weight: body.weight(day) + dice.normal(0, 0.4) } : {}
  const pulse = dice.happens(0.3) ? { pulse: dice.normal(ageOn(born, day) < 6 ? 108 : 80, 7) } : {}
  return { ...(isChild ? {} : pressure(body, day, dice)), ...pulse, ...weight }
}

export function fastingSugar(body: Body, day: Day, dice: Dice): number {
  return Math.round(body.sugar(day) * 0.86 * dice.normal(1, 0.05))
}

export function sugarAfterMeal(body: Body, day: Day, dice: Dice): number {
  const mean = body.sugar(day)
  return Math.round(mean * (mean > 140 ? 1.3 : 1.2) * dice.normal(1, 0.06))
}

export function randomSugar(body: Body, day: Day, dice: Dice): number {
  return Math.round(body.sugar(day) * dice.between(0.94, 1.18))
}

/**
 * HbA1c from the mean sugar: (mg/dL + 46.7) / 28.7 (Nathan, Diabetes Care 2008;31:1473), half of it made by the last
 * month, a quarter by each of the two before (Tahara, Diabetes Care 1995;18:440).
 */
export function glycatedHaemoglobin(body: Body, day: Day, dice: Dice): number {
  const mean = body.sugar(day - 15) * 0.5 + body.sugar(day - 45) * 0.25 + body.sugar(day - 75) * 0.25
  return round((mean + 46.7) / 28.7 + dice.normal(0, 0.12), 1)
}

export function bloodCount(body: Body, day: Day, dice: Dice): Findings {
  const haemoglobin = round(body.haemoglobin(day) + dice.normal(0, 0.08), 1)
  return {
    haemoglobin,
    leucocytes: dice.normal(7_600, 1_300),
    platelets: round(Math.max(1.55, dice.normal(2.6, 0.45)), 2),
    haematocrit: round(haemoglobin * 3 + dice.normal(0, 0.4), 1),
  }
}

/** Lipids; LDL by Friedewald's sum (Clin Chem 1972;18:499). */
export function lipids(dice: Dice): Findings {
  const triglycerides = Math.round(dice.normal(155, 40))
  const hdl = Math.round(dice.normal(42, 6))
  const ldl = Math.max(50, Math.round(dice.normal(112, 24)))
  return { cholesterol: Math.round(ldl + hdl + triglycerides / 5), triglycerides, hdl, ldl }
}

/** To so many decimals; below none, to tens and hundreds. */
export function round(value: number, decimals: number): number {
  const scale = 10 ** Math.abs(decimals)
  return decimals < 0 ? Math.round(value / scale) * scale : Math.round(value * scale) / scale
}

/** Cuffs are read to even numbers. */
function even(value: number): number {
  return Math.round(value / 2) * 2
}
