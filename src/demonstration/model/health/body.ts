/** What a measurement of this person would show on a day, from what the person has and takes. */
import { ageOn, YEAR_OF_DAYS, type Day } from '../calendar.ts'
import type { Dice } from '../dice.ts'
import type { Resident, Sex } from '../person.ts'
import type { ConditionKey } from '../tables/conditions.ts'
import type { Course } from './course.ts'
import type { Truth } from './truth.ts'

export interface Body {
  /** kg */
  weight(day: Day): number
  /** cm */
  height(day: Day): number
  /** mmHg, before the cuff's own error. */
  systolic(day: Day): number
  /** mg/dL, the mean over a day. */
  sugar(day: Day): number
  /** g/dL */
  haemoglobin(day: Day): number
  /** mg/dL */
  creatinine(day: Day): number
  /** µIU/mL */
  thyrotropin(day: Day): number
}

export function newBody(one: Resident, truths: readonly Truth[], course: Course, dice: Dice): Body {
  const { sex } = one.person
  const truth = (condition: ConditionKey) => truths.find((each) => each.condition === condition)
  const treated = (condition: ConditionKey, day: Day) =>
    (truth(condition)?.knownSince ?? Infinity) < day ? course.cover(day) : 0
  const present = (condition: ConditionKey, day: Day) => (truth(condition)?.since ?? Infinity) <= day
  const grown = {
    height: dice.normal(sex === 'female' ? 152 : 165, 5),
    index: Math.max(16.5, dice.normal(23.4, 3.6)),
  }
  const own = newConstants(sex, dice)
  const height = (day: Day) => heightAt(ageIn(one, day), grown.height)
  return {
    height,
    weight: (day) => weightAt(ageIn(one, day), grown.index * (height(day) / 100) ** 2),
    systolic: (day) =>
      present('hypertension', day)
        ? own.highPressure - 20 * treated('hypertension', day)
        : own.pressure + Math.max(0, ageIn(one, day) - 40) * 0.25 - Math.max(0, 18 - ageIn(one, day)) * 1.4,
    sugar: (day) => sugarOn(day, truth('diabetes'), truth('prediabetes'), own, treated('diabetes', day)),
    haemoglobin: (day) => haemoglobinOf(sex, ageIn(one, day), present('anaemia', day), own.blood),
    creatinine: (day) =>
      own.creatinine *
      (present('kidneyDisease', day) ? 1.9 : 1) *
      Math.min(1, 0.35 + ageOn(one.born, day) * 0.036),
    thyrotropin: (day) =>
      present('hypothyroidism', day)
        ? own.thyrotropin * (1 - 0.75 * treated('hypothyroidism', day))
        : own.blood * 0.5 + 2.2,
  }
}

interface Constants {
  readonly pressure: number
  readonly highPressure: number
  readonly sugar: number
  readonly raisedSugar: number
  readonly highSugar: number
  /** Where in its range a value lies, as a deviation from the mean: from about -2 to 2. */
  readonly blood: number
  readonly creatinine: number
  readonly thyrotropin: number
}

function newConstants(sex: Sex, dice: Dice): Constants {
  return {
    pressure: dice.normal(117, 6),
    highPressure: Math.max(146, dice.normal(156, 9)),
    sugar: dice.between(86, 112),
    raisedSugar: dice.between(119, 132),
    highSugar: Math.min(290, Math.max(165, dice.normal(205, 30))),
    blood: Math.max(-2, Math.min(2, dice.normal(0, 1))),
    creatinine: sex === 'female' ? dice.between(0.6, 0.86) : dice.between(0.78, 1.1),
    thyrotropin: dice.between(9, 26),
  }
}

/** How far a tablet lowers the mean sugar: 1.1 points of HbA1c for metformin (Hirst, Diabetes Care 2012;35:446), as much again for a sulfonylurea after two years, half after five; a point is 28.7 mg/dL. */
const PER_POINT = 28.7

function sugarOn(
  day: Day,
  diabetes: Truth | undefined,
  prediabetes: Truth | undefined,
  own: Constants,
  cover: number,
): number {
  if (diabetes && diabetes.since <= day) {
    const years = (day - (diabetes.knownSince ?? day)) / YEAR_OF_DAYS
    const points = 1.1 + (years > 2 ? 1.1 : 0) + (years > 5 ? 0.55 : 0)
    const untreated = own.highSugar + 2.5 * ((day - diabetes.since) / YEAR_OF_DAYS)
    return Math.max(112, untreated - points * PER_POINT * cover)
  }
  return prediabetes && prediabetes.since <= day ? own.raisedSugar : own.sugar
}

/** Anaemia by WHO's limits: below 12 g/dL in women, 13 in men, 11 in small children (WHO/NMH/NHD/MNM/11.1). */
function haemoglobinOf(sex: Sex, age: number, anaemic: boolean, place: number): number {
  const limit = age < 5 ? 11 : age < 12 ? 11.5 : sex === 'female' ? 12 : 13
  return anaemic ? limit - 1.5 + place * 0.6 : limit + 1.1 + place * 0.45
}

function ageIn(one: Resident, day: Day): number {
  return (day - one.born) / YEAR_OF_DAYS
}

/** Weech's rules for well children (Am J Dis Child 1954;88:377), a tenth less for Indian children, up to the grown weight. */
function weightAt(age: number, grown: number): number {
  if (age < 1) return 3 + age * 6
  if (age < 7) return 0.9 * (2 * age + 8)
  const child = 0.9 * ((7 * age - 5) / 2)
  return age < 19 ? Math.min(grown, child) : grown
}

function heightAt(age: number, grown: number): number {
  if (age < 2) return 50 + age * 17
  return age < 18 ? Math.min(grown, 6 * age + 75) : grown
}
