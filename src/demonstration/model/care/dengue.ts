/**
 * Dengue from its first day of fever: NS1 antigen while the virus is in the blood (days 1 to 5), IgM from day 5,
 * platelets lowest on day 4 to 6 and up again by day 9 (WHO, Dengue: guidelines for diagnosis, treatment, prevention
 * and control, 2009, sections 2.1.2, 2.3 and 4.1).
 */
import { ageOn, type Day } from '../calendar.ts'
import type { Dice } from '../dice.ts'
import { bloodCount, round, vitals } from '../health/measure.ts'
import type { Findings } from '../tables/tests.ts'
import { clinicAt, firstDoor, forAge, laboratoryFor } from './doors.ts'
import { lives, newVisit, passingProblem } from './new-visit.ts'
import { prescribe } from './prescribe.ts'
import { daysOf } from './seasons.ts'
import { complaintOf, examination } from './shorthand.ts'
import type { Clinic, Life, Pathway, Visit } from './visit.ts'

const DENGUE = { icd10: 'A90', text: 'Dengue fever', short: 'dengue fever' } as const

/** Symptomatic dengue, about 1 in 80 a year in India (Bhatt, Nature 2013;496:504: 33 million apparent infections), June to October. */
const COMING = { rate: [0.011, 0.015, 0.013, 0.007], months: '000002455410' } as const

/** Platelets by day of fever, as shares of the person's own count. */
const PLATELETS: readonly number[] = [1, 0.92, 0.72, 0.45, 0.3, 0.32, 0.5, 0.75, 0.95, 1.05]

export const dengue: Pathway = (life) => {
  const dice = life.dice.fork('dengue')
  return daysOf(COMING, life, dice)
    .flatMap((onset) => course(life, onset, dice))
    .filter((visit) => lives(life, visit.day))
}

function course(life: Life, onset: Day, dice: Dice): readonly Visit[] {
  const isSevere = dice.happens(0.35)
  const count = own(life, onset, dice)
  const at = (feverDay: number, clinic: Clinic, more: Partial<Visit> = {}) =>
    dengueVisit(life, onset, feverDay, clinic, count(feverDay, isSevere), dice, more)
  const first = at(dice.whole(2, 3), firstDoorWithTests(life, onset, dice))
  if (!isSevere) return [first, at(5, first.clinic), at(9, first.clinic)]
  const bed = clinicAt(
    life.resident.firstDoor === 'private' ? 'nursing-home' : 'college',
    forAge(life, onset),
  )
  const admitted = at(4, bed, { setting: 'inpatient', stay: 4 })
  const rounds = [5, 6, 7].map((feverDay) => at(feverDay, bed, { setting: 'inpatient', medicines: [] }))
  return [first, admitted, ...rounds, at(10, bed)]
}

type Count = (feverDay: number, isSevere: boolean) => number

/** The person's own platelets, and how deep they fall. */
function own(life: Life, onset: Day, dice: Dice): Count {
  const usual = Number(bloodCount(life.body, onset, dice).platelets)
  return (feverDay, isSevere) => {
    const share = PLATELETS[feverDay - 1] ?? 1
    return round(usual * (isSevere ? share * share * 1.1 + 0.02 : share + 0.12), 2)
  }
}

function dengueVisit(
  life: Life,
  onset: Day,
  feverDay: number,
  clinic: Clinic,
  platelets: number,
  dice: Dice,
  more: Partial<Visit>,
): Visit {
  const day = onset + feverDay - 1
  const findings = {
    ...vitals(life.body, life.resident.born, day, dice),
    ...findingsOn(feverDay, life, day, platelets, dice),
  }
  const words = `c/o fever × ${feverDay} days, body ache, retro-orbital pain`
  return newVisit({
    day,
    clinic,
    complaint: complaintOf(
      feverDay > 7 ? 'review after dengue fever, no fresh complaints' : words,
      life.truths,
      day,
    ),
    note: `${examination(findings, '?dengue, watch platelets', dice)} No bleeding PR/PV. Tourniquet test -ve.`,
    problems: [passingProblem(DENGUE, onset)],
    findings,
    ...laboratoryFor(clinic),
    medicines:
      feverDay > 7
        ? []
        : prescribe(['paracetamol', 'oralSalts'], DENGUE.icd10, ageOn(life.resident.born, day), life.allergy),
    ...more,
  })
}

function findingsOn(feverDay: number, life: Life, day: Day, platelets: number, dice: Dice): Findings {
  const blood = { ...bloodCount(life.body, day, dice), platelets, leucocytes: dice.between(2_600, 4_600) }
  const fever = feverDay < 6 ? { temperature: round(dice.between(100.8, 103.6), 1) } : {}
  if (feverDay <= 4) return { ...fever, ...blood, dengueNs1: 'Positive' }
  return feverDay <= 6 ? { ...fever, ...blood, dengueIgm: 'Positive' } : { ...fever, ...blood }
}

function firstDoorWithTests(life: Life, day: Day, dice: Dice): Clinic {
  const door = firstDoor(life, day, dice)
  return door.department === 'Outreach' ? clinicAt('taluk-hospital', forAge(life, day)) : door
}
