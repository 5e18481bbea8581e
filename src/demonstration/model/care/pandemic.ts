/** COVID-19: tests in three waves, tablets for nearly everybody who had it, and the doses. */
import { ageOn, clinicDay, toDay, type Day } from '../calendar.ts'
import type { Dice } from '../dice.ts'
import { vitals } from '../health/measure.ts'
import { ELIGIBLE, SECOND_AFTER, UPTAKE, WAVES, type Wave } from '../tables/covid.ts'
import type { DrugKey } from '../tables/drugs.ts'
import type { VaccineKey } from '../tables/vaccines.ts'
import { clinicAt, forAge, outreach } from './doors.ts'
import { lives, newVisit, passingProblem } from './new-visit.ts'
import { prescribe } from './prescribe.ts'
import type { Life, Pathway, Visit } from './visit.ts'

const COVID = { icd10: 'U07.1', text: 'COVID-19', short: 'COVID-19' } as const

/** What was given in 2020 and 2021, whatever the evidence said later. */
const FOR_COVID: readonly DrugKey[] = ['paracetamol', 'azithromycin', 'vitaminC', 'ivermectin']

export const pandemic: Pathway = (life) => {
  const dice = life.dice.fork('pandemic')
  return [...WAVES.flatMap((wave) => tested(wave, life, dice)), ...doses(life, dice)].filter((visit) =>
    lives(life, visit.day),
  )
}

function tested(wave: Wave, life: Life, dice: Dice): readonly Visit[] {
  const from = toDay(wave.from)
  // The middle of a wave is its height: the mean of two even draws.
  const day = Math.round(from + ((dice.share() + dice.share()) / 2) * (toDay(wave.to) - from))
  if (!lives(life, day) || !dice.happens(wave.tested / 100)) return []
  return dice.happens(wave.positive / 100) ? infected(life, day, dice) : [negative(life, day, dice)]
}

function negative(life: Life, day: Day, dice: Dice): Visit {
  return newVisit({
    day,
    clinic: outreach(life),
    complaint: dice.pick([
      'primary contact of positive case',
      'c/o cold × 2 days, for swab',
      'for swab before procedure',
    ]),
    findings: {
      temperature: 98.4,
      oxygen: 98,
      [dice.happens(0.6) ? 'covidRna' : 'covidAntigen']: 'Negative',
    },
  })
}

function infected(life: Life, day: Day, dice: Dice): readonly Visit[] {
  const age = ageOn(life.resident.born, day)
  const isSevere = dice.happens(age > 55 ? 0.35 : 0.06)
  const common = {
    complaint: 'c/o fever, cough, loss of smell × 3 days',
    problems: [passingProblem(COVID, day - 3)],
  }
  const swab = newVisit({
    ...common,
    day,
    clinic: outreach(life),
    note: isSevere
      ? 'SpO2 falling, shifted by 108 to DCH.'
      : 'Home isolation 14 days, pulse oximeter issued, tele follow-up by Apthamitra.',
    findings: {
      ...vitals(life.body, life.resident.born, day, dice),
      temperature: dice.between(99.6, 102.4),
      oxygen: isSevere ? dice.whole(87, 92) : dice.whole(95, 98),
      covidRna: 'Positive',
    },
    medicines: prescribe(FOR_COVID, COVID.icd10, age, life.allergy),
  })
  if (!isSevere) return [swab]
  return [
    swab,
    newVisit({
      ...common,
      day: day + 1,
      clinic: clinicAt('college', forAge(life, day)),
      setting: 'inpatient',
      stay: dice.whole(6, 12),
      note: 'O2 by face mask 8 L/min, proning. Inj. dexamethasone, improved. Discharged on room air.',
      findings: {
        ...vitals(life.body, life.resident.born, day, dice),
        oxygen: dice.whole(86, 91),
        chestXray: 'Bilateral peripheral opacities',
      },
      medicines: prescribe(['dexamethasone', 'paracetamol', 'pantoprazole'], COVID.icd10, age, life.allergy),
    }),
  ]
}

function doses(life: Life, dice: Dice): readonly Visit[] {
  const open = eligibleSince(life)
  if (open === undefined || !dice.happens(UPTAKE.first)) return []
  const vaccine: 'covishield' | 'covaxin' = open.age >= 18 && dice.happens(0.85) ? 'covishield' : 'covaxin'
  const first = clinicDay(
    open.since + Math.round(70 * dice.share() * dice.share() + dice.between(0, 45)),
    dice,
  )
  const [least, most] = SECOND_AFTER[vaccine]
  const second = clinicDay(first + dice.whole(least, most), dice)
  const third = clinicDay(Math.max(second + 190, toDay('2022-07-15')) + dice.whole(0, 60), dice)
  const visits = [doseOn(life, first, vaccine, 1)]
  if (!dice.happens(UPTAKE.second)) return visits
  visits.push(doseOn(life, second, vaccine, 2))
  if (open.age >= 18 && dice.happens(UPTAKE.third)) visits.push(doseOn(life, third, vaccine, 3))
  return visits
}

function doseOn(life: Life, day: Day, vaccine: VaccineKey, dose: number): Visit {
  const complaint = dose === 3 ? 'for COVID-19 precaution dose' : `for COVID-19 vaccination, dose ${dose}`
  return newVisit({ day, clinic: outreach(life), complaint, vaccines: [{ vaccine, dose }] })
}

/** The first day on which the person was of an age that was called, and that age. */
function eligibleSince(life: Life): { readonly since: Day; readonly age: number } | undefined {
  const called = ELIGIBLE.map(({ age, since }) => ({ age, since: toDay(since) })).filter(
    ({ age, since }) => ageOn(life.resident.born, since) >= age,
  )
  return called.toSorted((a, b) => a.since - b.since)[0]
}
