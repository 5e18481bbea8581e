/** Camps and home visits: pressure and sugar of the grown and blood of the women and small children, written down and left at that. */
import { ageOn, clinicDay, toDay, yearOf, type Day } from '../calendar.ts'
import type { Dice } from '../dice.ts'
import { bloodCount, pressure, randomSugar } from '../health/measure.ts'
import { CONDITIONS } from '../tables/conditions.ts'
import type { Findings } from '../tables/tests.ts'
import { outreach } from './doors.ts'
import { lastingProblem, lives, newVisit } from './new-visit.ts'
import { prescribe } from './prescribe.ts'
import type { Life, Pathway, Visit } from './visit.ts'

/** Who is met in a year: population-based screening of the National NCD programme reached about a fifth. */
const MET = 0.2

export const screening: Pathway = (life) => {
  const dice = life.dice.fork('screening')
  const years = Array.from(
    { length: yearOf(life.until) - yearOf(life.from) + 1 },
    (_, year) => yearOf(life.from) + year,
  )
  const camps = years.flatMap((year) => (dice.happens(MET) ? campIn(year, life, dice) : []))
  return [...camps, ...anaemia(life, dice)].filter((visit) => lives(life, visit.day))
}

function campIn(year: number, life: Life, dice: Dice): readonly Visit[] {
  const day = clinicDay(toDay(`${year}-01-01`) + dice.whole(0, 360), dice)
  const age = ageOn(life.resident.born, day)
  if (age >= 30)
    return [
      camp(life, day, 'NCD screening camp', {
        ...pressure(life.body, day, dice),
        random: randomSugar(life.body, day, dice),
      }),
    ]
  const isChecked = age < 5 || (life.resident.person.sex === 'female' && age >= 12)
  return isChecked && age >= 1
    ? [camp(life, day, 'Anaemia Mukt Bharat, digital Hb', { haemoglobin: bloodOn(life, day, dice) })]
    : []
}

function camp(life: Life, day: Day, complaint: string, findings: Findings): Visit {
  return newVisit({ day, clinic: outreach(life), setting: 'home', complaint, findings })
}

/** Iron for the ones who know, three months of it. */
function anaemia(life: Life, dice: Dice): readonly Visit[] {
  const truth = life.truths.find(
    ({ condition, knownSince }) => condition === 'anaemia' && knownSince !== undefined,
  )
  if (truth?.knownSince === undefined) return []
  const day = clinicDay(truth.knownSince, dice)
  const { icd10 } = CONDITIONS.anaemia
  const age = ageOn(life.resident.born, day)
  return [
    newVisit({
      day,
      clinic: outreach(life),
      complaint: 'c/o tiredness, pallor +; sustu, thale suttu',
      note: 'Pallor +. IFA with lemon water, not with tea. Deworming given. Repeat Hb after 3 months.',
      problems: [lastingProblem('anaemia', truth.since)],
      findings: { haemoglobin: bloodOn(life, day, dice) },
      medicines: [
        ...prescribe(['ironFolicAcid'], icd10, age, life.allergy).map(({ drug, reason }) => ({
          drug,
          reason,
          days: 90,
        })),
        ...prescribe(['albendazole'], icd10, age, life.allergy),
      ],
    }),
  ]
}

function bloodOn(life: Life, day: Day, dice: Dice): number {
  return Number(bloodCount(life.body, day, dice).haemoglobin)
}
