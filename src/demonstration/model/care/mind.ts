/** Depression and drink: seen in psychiatry and de-addiction, some months long, then dropped by many. */
import { clinicDay, type Day } from '../calendar.ts'
import type { Dice } from '../dice.ts'
import { vitals } from '../health/measure.ts'
import { CONDITIONS, type ConditionKey } from '../tables/conditions.ts'
import type { DrugKey } from '../tables/drugs.ts'
import type { Department } from '../tables/organisations.ts'
import type { Findings } from '../tables/tests.ts'
import { clinicAt } from './doors.ts'
import { lastingProblem, lives, newVisit } from './new-visit.ts'
import { prescribe } from './prescribe.ts'
import type { Life, Pathway, Visit } from './visit.ts'

interface Treatment {
  readonly condition: ConditionKey
  readonly department: Department
  readonly first: string
  readonly later: string
  readonly note: string
  readonly drugsAt: (month: number) => readonly DrugKey[]
  readonly testsAt: (month: number, dice: Dice) => Findings
}

const DEPRESSION: Treatment = {
  condition: 'depression',
  department: 'Psychiatry',
  first: 'c/o low mood, sleep disturbance, loss of interest × 2 months; manassige besara',
  later: 'for review, sleep improved',
  note: 'MSE: depressed affect, no psychotic features, denies self-harm ideas. Supportive psychotherapy. Tele MANAS 14416 given.',
  drugsAt: (month) => (month === 0 ? ['escitalopram', 'clonazepam'] : ['escitalopram']),
  // From moderate to below the threshold of 10 in about three months (Kroenke, J Gen Intern Med 2001;16:606).
  testsAt: (month, dice) => ({ phq9: Math.max(2, 17 - 3 * month + dice.whole(-2, 2)) }),
}

const DRINK: Treatment = {
  condition: 'alcohol',
  department: 'De-addiction',
  first: 'brought by wife; alcohol daily × 8 years, tremors in morning',
  later: 'for review, abstinent as per wife',
  note: 'Motivational enhancement done. CAGE 4/4 at first visit. Disulfiram only with consent of patient and family.',
  drugsAt: (month) => (month === 0 ? ['chlordiazepoxide', 'thiamine'] : ['disulfiram', 'thiamine']),
  testsAt: (month, dice) =>
    month === 0
      ? { audit: dice.whole(22, 32), sgot: dice.between(78, 160), sgpt: dice.between(50, 100) }
      : { sgot: dice.between(30, 60), sgpt: dice.between(25, 50) },
}

export const mind: Pathway = (life) => {
  const dice = life.dice.fork('mind')
  return [DEPRESSION, DRINK]
    .flatMap((treatment) => months(treatment, life, dice))
    .filter((visit) => lives(life, visit.day))
}

function months(treatment: Treatment, life: Life, dice: Dice): readonly Visit[] {
  const truth = life.truths.find(({ condition }) => condition === treatment.condition)
  if (truth?.knownSince === undefined) return []
  const { knownSince, since } = truth
  return Array.from({ length: dice.whole(3, 10) }, (_, month) => {
    const day = clinicDay(knownSince + month * 30 + dice.whole(0, 5), dice)
    return newVisit({
      ...visitOf(treatment, month, day, life, dice),
      problems: [lastingProblem(treatment.condition, since)],
    })
  })
}

function visitOf(treatment: Treatment, month: number, day: Day, life: Life, dice: Dice): Visit {
  return newVisit({
    day,
    clinic: clinicAt('college', treatment.department),
    complaint: month === 0 ? treatment.first : treatment.later,
    note: treatment.note,
    findings: { ...vitals(life.body, life.resident.born, day, dice), ...treatment.testsAt(month, dice) },
    medicines: prescribe(treatment.drugsAt(month), CONDITIONS[treatment.condition].icd10, 30, life.allergy),
  })
}
