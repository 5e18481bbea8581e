/** Everyday and seasonal illness: one visit, sometimes a second opinion, and for the severe the way up to the college. */
import { ageOn, clinicDay, type Day } from '../calendar.ts'
import type { Dice } from '../dice.ts'
import { bloodCount, randomSugar, round, vitals } from '../health/measure.ts'
import type { DrugKey } from '../tables/drugs.ts'
import { EVERYDAY } from '../tables/everyday.ts'
import type { Illness } from '../tables/illness.ts'
import { OPERATED, SEASONAL } from '../tables/seasonal.ts'
import type { Findings } from '../tables/tests.ts'
import { clinicAt, firstDoor, forAge, laboratoryFor, outreach } from './doors.ts'
import { lives, newVisit, passingProblem } from './new-visit.ts'
import { prescribe } from './prescribe.ts'
import { daysOf } from './seasons.ts'
import { complaintOf, examination } from './shorthand.ts'
import type { Clinic, Life, Pathway, Visit } from './visit.ts'

/** How many seek a second opinion elsewhere within days, tests and all. */
const SECOND_OPINION = 0.07

export const illness: Pathway = (life) => {
  const dice = life.dice.fork('illness')
  const coming = [...EVERYDAY, ...SEASONAL].flatMap((each) =>
    daysOf(each, life, dice).map((day) => ({ each, day })),
  )
  const operated = OPERATED.flatMap((each) =>
    daysOf(each, life, dice)
      .slice(0, 1)
      .map((day) => ({ each, day })),
  )
  return [...coming, ...operated]
    .flatMap(({ each, day }) => episode(each, life, day, dice))
    .filter((visit) => lives(life, visit.day))
}

function episode(each: Illness, life: Life, ill: Day, dice: Dice): readonly Visit[] {
  const began = ill - dice.whole(each.days[0], each.days[1])
  if (dice.happens(each.admitted ?? 0)) return admission(each, life, began, ill, dice)
  const day = each.department === 'Emergency' ? ill : clinicDay(ill, dice)
  const clinic = doorFor(each, life, day, dice)
  const visit = illnessVisit(each, life, began, day, clinic, dice)
  if (!dice.happens(SECOND_OPINION)) return [visit]
  const other = clinicAt(
    clinic.organisation === 'nursing-home' ? 'taluk-hospital' : 'nursing-home',
    forAge(life, day),
  )
  const second = illnessVisit(each, life, began, clinicDay(day + dice.whole(2, 4), dice), other, dice)
  return [visit, { ...second, procedures: [] }]
}

/** Health worker, taluk hospital, college: each makes its own tests again. */
function admission(each: Illness, life: Life, began: Day, ill: Day, dice: Dice): readonly Visit[] {
  const department = each.department ?? forAge(life, ill)
  const near = life.resident.place.rural ? [illnessVisit(each, life, began, ill, outreach(life), dice)] : []
  const atTaluk = illnessVisit(
    each,
    life,
    began,
    ill + near.length,
    clinicAt('taluk-hospital', department),
    dice,
  )
  const bed = clinicAt('college', department)
  const stay = dice.whole(each.stay?.[0] ?? 1, each.stay?.[1] ?? 3)
  const admitted = illnessVisit(each, life, began, ill + near.length + dice.whole(0, 1), bed, dice, stay)
  const refer = (visit: Visit): Visit => ({
    ...visit,
    referral: { to: 'college', department: bed.department, answered: true },
  })
  return [...near.map(refer), refer({ ...atTaluk, procedures: [] }), admitted]
}

export function illnessVisit(
  each: Illness,
  life: Life,
  began: Day,
  day: Day,
  clinic: Clinic,
  dice: Dice,
  stay?: number,
): Visit {
  const age = ageOn(life.resident.born, day)
  const isPrivate = clinic.organisation === 'nursing-home'
  const often = (each.often ?? []).flatMap(([drug, publicly, privately]): readonly DrugKey[] =>
    dice.happens(isPrivate ? privately : publicly) ? [drug] : [],
  )
  const findings = findingsOf(each, life, day, clinic, dice)
  const words = dice.pick(each.complaints).replace('{d}', String(Math.max(1, day - began)))
  return newVisit({
    day,
    clinic,
    setting: settingOf(each, stay),
    complaint: complaintOf(words, life.truths, day),
    note: examination(findings, each.short, dice),
    problems: [passingProblem(each, began)],
    findings,
    ...laboratoryFor(clinic),
    medicines: prescribe([...each.drugs, ...often], each.icd10, age, life.allergy),
    procedures: each.procedure && clinic.department !== 'Outreach' ? [each.procedure] : [],
    ...(stay === undefined ? unansweredReferral(clinic, dice) : { stay }),
  })
}

function settingOf(each: Illness, stay: number | undefined): Visit['setting'] {
  if (stay !== undefined) return 'inpatient'
  return each.department === 'Emergency' ? 'emergency' : 'outpatient'
}

/** Some are sent on, do not go, and nobody asks. */
function unansweredReferral(clinic: Clinic, dice: Dice): Pick<Visit, 'referral'> {
  if (clinic.department !== 'Outreach' || !dice.happens(0.12)) return {}
  return { referral: { to: 'taluk-hospital', department: 'General Medicine', answered: false } }
}

function doorFor(each: Illness, life: Life, day: Day, dice: Dice): Clinic {
  if (each.department === undefined) return firstDoor(life, day, dice)
  const atTaluk = clinicAt('taluk-hospital', each.department)
  return atTaluk.department === each.department ? atTaluk : clinicAt('college', each.department)
}

function findingsOf(each: Illness, life: Life, day: Day, clinic: Clinic, dice: Dice): Findings {
  const seen = vitals(life.body, life.resident.born, day, dice)
  const fever = each.fever ? { temperature: round(dice.between(each.fever[0], each.fever[1]), 1) } : {}
  const isTested = clinic.department !== 'Outreach' && dice.happens(each.tested ?? 0)
  const sugar =
    ageOn(life.resident.born, day) >= 40 && dice.happens(0.08)
      ? { random: randomSugar(life.body, day, dice) }
      : {}
  return isTested
    ? { ...seen, ...fever, ...sugar, ...bloodCount(life.body, day, dice), ...drawn(each, dice) }
    : { ...seen, ...fever, ...sugar }
}

function drawn({ finds = {} }: Illness, dice: Dice): Findings {
  return Object.fromEntries(
    Object.entries(finds).map(([test, value]) => [
      test,
      typeof value === 'string' ? value : dice.between(value[0], value[1]),
    ]),
  )
}
