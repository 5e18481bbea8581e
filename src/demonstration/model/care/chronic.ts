/** Lasting illness: found, then a visit every one to three months and a refill every month, or not. */
import { clinicDay, type Day } from '../calendar.ts'
import type { Dice } from '../dice.ts'
import { REFILLED } from '../health/course.ts'
import { vitals } from '../health/measure.ts'
import { knownOn, type Truth } from '../health/truth.ts'
import { CONDITIONS, type ConditionKey } from '../tables/conditions.ts'
import type { Findings } from '../tables/tests.ts'
import { clinicAt, laboratoryFor, outreach, pharmacyFor } from './doors.ts'
import { proofOf, reviewTests } from './monitoring.ts'
import { lastingProblem, lives, newVisit } from './new-visit.ts'
import { regimenOn } from './regimen.ts'
import type { Clinic, Contact, Life, Pathway, Visit } from './visit.ts'

/** How many go through the same tests again at a laboratory and then at the college. */
const TESTED_AGAIN = 0.1

export const chronic: Pathway = (life) => {
  const dice = life.dice.fork('chronic')
  const found = life.truths
    .filter((truth) => isFoundHere(truth, life))
    .flatMap((truth) => diagnosis(truth, life, dice))
  const monthly = life.course.months.flatMap(({ day, filled }, month): readonly Contact[] => {
    if (!filled) return []
    const visits = month % everyMonths(life, day) === 0 ? review(life, day, month, dice) : []
    return [...visits, refill(life, clinicDay(day + 1, dice))]
  })
  return [...found, ...monthly].filter((contact) => lives(life, contact.day))
}

/** The state's NCD clinics ask for a visit each month of who has several illnesses. */
function everyMonths(life: Life, day: Day): number {
  if (refilledOn(life, day).length > 2) return 1
  return life.resident.firstDoor === 'public' ? 2 : 3
}

function isFoundHere({ condition, knownSince = -Infinity }: Truth, life: Life): boolean {
  return lives(life, knownSince) && (REFILLED.includes(condition) || condition === 'prediabetes')
}

/** The first visit: abnormal twice, by two tests of one sample (ADA, Standards of Care, section 2). */
function diagnosis({ condition, knownSince = 0, since }: Truth, life: Life, dice: Dice): readonly Visit[] {
  const day = clinicDay(knownSince, dice)
  const clinic = clinicFor(life)
  const findings = {
    ...vitals(life.body, life.resident.born, day, dice),
    ...proofOf(condition, life, day, dice),
  }
  return [
    newVisit({
      day,
      clinic,
      complaint: COMPLAINTS[condition] ?? 'for health check-up',
      note: `Reports seen. Imp: ${CONDITIONS[condition].short}, newly detected. Diet and exercise advised; sakkare, uppu kammi maadi. Rx started, r/w 1 month.`,
      problems: [lastingProblem(condition, Math.max(since, knownSince - 60))],
      findings,
      ...laboratoryFor(clinic),
    }),
  ]
}

const COMPLAINTS: Readonly<Partial<Record<ConditionKey, string>>> = {
  diabetes: 'c/o polyuria, tiredness × 2 months; sustu',
  hypertension: 'c/o giddiness, headache on and off; thale novu',
  hypothyroidism: 'c/o tiredness, weight gain × 6 months',
  copd: 'c/o breathlessness on exertion × 1 year, h/o beedi smoking; usiru kattuvudu',
  asthma: 'c/o wheeze, cough at night × 1 month',
  heartDisease: 'c/o chest discomfort on exertion × 1 month; ede novu',
  kidneyDisease: 'c/o pedal oedema × 2 weeks',
}

function review(life: Life, planned: Day, month: number, dice: Dice): readonly Visit[] {
  const day = clinicDay(planned, dice)
  const clinic = clinicFor(life)
  const findings = {
    ...vitals(life.body, life.resident.born, day, dice),
    ...reviewTests(life, day, month, dice),
  }
  const visit = newVisit({
    day,
    clinic,
    complaint: `for review, k/c/o ${shortNames(life, day)} on Rx`,
    note: noteOf(findings),
    problems: refilledOn(life, day).map(({ condition, since, knownSince = day }) =>
      lastingProblem(condition, Math.max(since, knownSince - 60)),
    ),
    findings,
    ...laboratoryFor(clinic),
    medicines: regimenOn(life, day),
  })
  return month % 6 === 0 && dice.happens(TESTED_AGAIN) ? [visit, ...elsewhere(life, visit, dice)] : [visit]
}

/** The same tests within weeks: at the laboratory by one's own wish, at the college because it trusts its own. */
function elsewhere(life: Life, visit: Visit, dice: Dice): readonly Visit[] {
  const again = (day: Day): Findings => ({ ...reviewTests(life, day, 0, dice) })
  const later = visit.day + dice.whole(4, 8)
  const college = clinicDay(later + dice.whole(3, 9), dice)
  const common = { complaint: visit.complaint, problems: visit.problems }
  return [
    newVisit({
      ...common,
      day: later,
      clinic: visit.clinic,
      laboratory: 'laboratory',
      findings: again(later),
      testsOnly: true,
    }),
    newVisit({
      ...common,
      day: college,
      clinic: clinicAt('college', 'General Medicine'),
      findings: { ...vitals(life.body, life.resident.born, college, dice), ...again(college) },
      note: 'Old reports not brought. Repeat Ix sent. Cont. same Rx.',
    }),
  ]
}

function refill(life: Life, day: Day): Contact {
  return {
    kind: 'refill',
    day,
    pharmacy: pharmacyFor(life),
    drugs: regimenOn(life, day).map(({ drug }) => drug),
  }
}

function clinicFor(life: Life): Clinic {
  if (life.resident.firstDoor === 'private') return clinicAt('nursing-home', 'General Medicine')
  return life.resident.place.rural ? outreach(life) : clinicAt('taluk-hospital', 'NCD Clinic')
}

function noteOf({ systolic, diastolic, fasting, afterMeal }: Findings): string {
  const sugars = fasting === undefined ? '' : ` FBS ${fasting}, PPBS ${afterMeal}.`
  const pressure = systolic === undefined ? '' : ` BP ${systolic}/${diastolic}.`
  return `No fresh complaints.${pressure}${sugars} Maatre thappade thegedukolli. Cont. same Rx × 1 month, r/w with reports.`
}

function refilledOn(life: Life, day: Day): readonly Truth[] {
  return knownOn(life.truths, day).filter(({ condition }) => REFILLED.includes(condition))
}

function shortNames(life: Life, day: Day): string {
  return refilledOn(life, day)
    .map(({ condition }) => CONDITIONS[condition].short)
    .join(', ')
}
