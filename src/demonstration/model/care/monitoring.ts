/** The tests by which a lasting illness is found and followed. */
import { ageOn, type Day } from '../calendar.ts'
import type { Dice } from '../dice.ts'
import {
  bloodCount,
  fastingSugar,
  glycatedHaemoglobin,
  lipids,
  round,
  sugarAfterMeal,
} from '../health/measure.ts'
import { has, knownOn } from '../health/truth.ts'
import type { ConditionKey } from '../tables/conditions.ts'
import type { Findings } from '../tables/tests.ts'
import type { Life } from './visit.ts'

/** By what is known: sugars each time, HbA1c and TSH each half year, kidneys and lipids each year. */
export function reviewTests(life: Life, day: Day, month: number, dice: Dice): Findings {
  const known = knownOn(life.truths, day)
  const half = month % 6 === 0
  const year = month % 12 === 0
  const sugars = has(known, 'diabetes') ? sugarTests(life, day, half, dice) : {}
  const thyroid = half && has(known, 'hypothyroidism') ? proofOf('hypothyroidism', life, day, dice) : {}
  const older =
    year && ageOn(life.resident.born, day) >= 35 ? { ...lipids(dice), ...kidneys(life, day, dice) } : {}
  return { ...sugars, ...thyroid, ...older }
}

function sugarTests(life: Life, day: Day, half: boolean, dice: Dice): Findings {
  const sugars = {
    fasting: fastingSugar(life.body, day, dice),
    afterMeal: sugarAfterMeal(life.body, day, dice),
  }
  return half ? { ...sugars, hba1c: glycatedHaemoglobin(life.body, day, dice) } : sugars
}

/** What shows an illness to who looks for it. */
export function proofOf(condition: ConditionKey, life: Life, day: Day, dice: Dice): Findings {
  if (condition === 'diabetes' || condition === 'prediabetes') return sugarTests(life, day, true, dice)
  if (condition === 'hypothyroidism') return { tsh: life.body.thyrotropin(day) * dice.normal(1, 0.06) }
  if (condition === 'heartDisease')
    return { ecg: 'T inversion in V4 to V6', ...lipids(dice), ...kidneys(life, day, dice) }
  if (condition === 'copd' || condition === 'asthma')
    return {
      oxygen: dice.whole(93, 97),
      chestXray: 'Hyperinflated lung fields',
      ...bloodCount(life.body, day, dice),
    }
  return kidneys(life, day, dice)
}

function kidneys(life: Life, day: Day, dice: Dice): Findings {
  const creatinine = round(life.body.creatinine(day) * dice.normal(1, 0.04), 2)
  return { creatinine, urea: creatinine * 24 + dice.normal(6, 2) }
}
