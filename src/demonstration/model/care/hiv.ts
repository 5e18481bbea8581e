/** HIV care at the ART centre: a visit and three months of tablets each quarter, CD4 twice a year, viral load once. */
import { clinicDay, type Day } from '../calendar.ts'
import type { Dice } from '../dice.ts'
import { bloodCount, vitals } from '../health/measure.ts'
import { CONDITIONS } from '../tables/conditions.ts'
import type { Findings } from '../tables/tests.ts'
import { clinicAt } from './doors.ts'
import { lastingProblem, lives, newVisit } from './new-visit.ts'
import { prescribe } from './prescribe.ts'
import type { Life, Pathway, Visit } from './visit.ts'

const QUARTER = 90

export const hiv: Pathway = (life) => {
  const truth = life.truths.find(({ condition }) => condition === 'hiv')
  if (truth?.knownSince === undefined) return []
  const dice = life.dice.fork('hiv')
  const start = Math.max(life.from, truth.knownSince)
  const quarters = Math.floor((life.until - start) / QUARTER)
  return Array.from({ length: quarters }, (_, quarter) => visitOf(life, start, quarter, dice)).filter(
    (visit) => lives(life, visit.day),
  )
}

/** What an antibody test of this person shows. */
export function hivAntibodyOn(life: Life, day: Day): string {
  return life.truths.some(({ condition, since }) => condition === 'hiv' && since <= day)
    ? 'Reactive'
    : 'Non-reactive'
}

function visitOf(life: Life, start: Day, quarter: number, dice: Dice): Visit {
  const day = clinicDay(start + quarter * QUARTER + dice.whole(-4, 4), dice)
  const icd10 = CONDITIONS.hiv.icd10
  return newVisit({
    day,
    clinic: clinicAt('college', 'ART Centre'),
    complaint:
      quarter === 0
        ? 'Newly registered at ART centre, counselling done'
        : 'for ART refill (MMD 3 months), no fresh complaints',
    note: 'Adherence > 95 %, pill count done. No OI. Cont. TLD. Confidential.',
    problems: [lastingProblem('hiv', Math.min(day, start))],
    findings: {
      ...vitals(life.body, life.resident.born, day, dice),
      ...monitoring(life, day, quarter, dice),
    },
    medicines: prescribe(
      quarter < 4
        ? ['tenofovirLamivudineDolutegravir', 'cotrimoxazole']
        : ['tenofovirLamivudineDolutegravir'],
      icd10,
      30,
      life.allergy,
    ),
  })
}

/** CD4 climbs under treatment by about 150 in the first year, then slowly (NACO guidelines 2021, chapter 2). */
function monitoring(life: Life, day: Day, quarter: number, dice: Dice): Findings {
  const antibody: Findings = quarter === 0 ? { hivAntibody: 'Reactive' } : {}
  const cells: Findings =
    quarter % 2 === 0
      ? {
          cd4: 240 + Math.min(quarter, 4) * 38 + quarter * 8 + dice.normal(0, 25),
          ...bloodCount(life.body, day, dice),
        }
      : {}
  const load: Findings = quarter % 4 === 2 ? { viralLoad: 'Target not detected' } : {}
  return { ...antibody, ...cells, ...load }
}
