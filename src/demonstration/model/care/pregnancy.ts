/** A pregnancy on its card: visits by week, tests, iron and calcium, one scan that never tells the sex, and the birth. */
import { ageOn, clinicDay, toSlipDate, YEAR_OF_DAYS, type Day } from '../calendar.ts'
import type { Dice } from '../dice.ts'
import { fastingSugar, pressure, round } from '../health/measure.ts'
import type { DrugKey } from '../tables/drugs.ts'
import type { Findings } from '../tables/tests.ts'
import { clinicAt, outreach } from './doors.ts'
import { hivAntibodyOn } from './hiv.ts'
import { lives, newVisit, passingProblem } from './new-visit.ts'
import type { Clinic, Life, Pathway, Visit } from './visit.ts'

const PREGNANCY = { icd10: 'Z34.9', text: 'Supervision of normal pregnancy', short: 'ANC' } as const
const BIRTH = { icd10: 'O80', text: 'Single spontaneous delivery', short: 'FTND' } as const
const CAESAREAN = { icd10: 'O82', text: 'Single delivery by caesarean section', short: 'LSCS' } as const

const TERM = 278
const WEEKS: readonly number[] = [9, 14, 20, 26, 31, 35, 38]

/** Of women of 19 to 33 in a couple, who is with child now: about one in eighteen (births a year × nine months). */
const NOW_PREGNANT = 0.055

export const pregnancy: Pathway = (life) => {
  if (life.resident.person.sex !== 'female') return []
  const dice = life.dice.fork('pregnancy')
  const births = life.children.map(({ born }) => born).toSorted((a, b) => a - b)
  const past = births.flatMap((born, place) => [
    ...visitsBefore(life, born - TERM, place, dice),
    delivery(life, born, dice),
  ])
  return [...past, ...nowPregnant(life, births, dice)].filter((visit) => lives(life, visit.day))
}

function nowPregnant(life: Life, births: readonly Day[], dice: Dice): readonly Visit[] {
  const age = ageOn(life.resident.born, life.until)
  const last = births.at(-1) ?? -Infinity
  const may = age >= 19 && age <= 33 && life.until - last > 1.5 * YEAR_OF_DAYS
  if (!may || !dice.happens(NOW_PREGNANT)) return []
  return visitsBefore(life, life.until - dice.whole(70, 260), births.length, dice)
}

function visitsBefore(life: Life, lastPeriod: Day, before: number, dice: Dice): readonly Visit[] {
  return WEEKS.map((week, place) => {
    const day = clinicDay(lastPeriod + week * 7 + dice.whole(0, 8), dice)
    return antenatalVisit(life, lastPeriod, day, place, before, dice)
  })
}

function antenatalVisit(
  life: Life,
  lastPeriod: Day,
  day: Day,
  place: number,
  before: number,
  dice: Dice,
): Visit {
  const weeks = Math.floor((day - lastPeriod) / 7)
  const score = `G${before + 1}P${before}L${before}`
  return newVisit({
    day,
    clinic: clinicFor(life, place),
    complaint:
      place === 0
        ? `c/o amenorrhoea, UPT +ve at home. ${score}, LMP ${toSlipDate(lastPeriod)}`
        : `ANC visit ${place + 1}, ${score}, ${weeks} weeks, FM +`,
    note: `LMP ${toSlipDate(lastPeriod)}, EDD ${toSlipDate(lastPeriod + 280)}. IFA, calcium, Td as per card. Danger signs explained; raktha kammi idre maatre thappade. Birth plan discussed.`,
    problems: [passingProblem(PREGNANCY, lastPeriod)],
    findings: findingsAt(life, day, place, weeks, dice),
    medicines: supplements(place).map((drug) => ({ drug, reason: PREGNANCY.icd10, days: 30 })),
    vaccines: place === 1 || place === 2 ? [{ vaccine: 'tetanusDiphtheria', dose: place }] : [],
    card: 'antenatal card',
  })
}

/** Iron and calcium from the second trimester (Anaemia Mukt Bharat; national guideline on calcium, 2014). */
function supplements(place: number): readonly DrugKey[] {
  return place === 0 ? [] : ['ironFolicAcid', 'calcium']
}

function findingsAt(life: Life, day: Day, place: number, weeks: number, dice: Dice): Findings {
  const usual = {
    ...pressure(life.body, day, dice),
    weight: life.body.weight(day) + Math.max(0, weeks - 12) * 0.38,
  }
  const examined =
    weeks < 16
      ? {}
      : { gestation: weeks, fundus: weeks + dice.whole(-2, 1), foetalHeart: dice.whole(128, 154) }
  return { ...usual, ...examined, ...testsAt(life, day, place, dice) }
}

/** Booking tests, a scan at 20 weeks, 75 g glucose at 26 (DIPSI), haemoglobin again near term. */
function testsAt(life: Life, day: Day, place: number, dice: Dice): Findings {
  // Blood thins by about 1 g/dL in the second and third trimester (WHO's limit for anaemia is 11 instead of 12).
  const haemoglobin = round(life.body.haemoglobin(day) - (place > 1 ? 1 : 0) + dice.normal(0, 0.1), 1)
  if (place === 0)
    return {
      pregnancy: 'Positive',
      haemoglobin,
      bloodGroup: groupOf(life),
      hivAntibody: hivAntibodyOn(life, day),
      vdrl: 'Non-reactive',
      hbsag: 'Non-reactive',
      fasting: fastingSugar(life.body, day, dice),
      urineProtein: 'Nil',
    }
  if (place === 2)
    return {
      foetalScan:
        'Single live intrauterine pregnancy of 20 weeks. Placenta anterior, liquor adequate, no gross anomaly. Sex not determined (PCPNDT Act)',
    }
  if (place === 3) return { afterGlucose: dice.normal(life.body.sugar(day) * 1.16, 9), haemoglobin }
  return place === 5 ? { haemoglobin, urineProtein: 'Nil' } : {}
}

/** Frequencies of Karnataka's blood banks: O 40, B 29, A 24, AB 7 in a hundred. */
function groupOf(life: Life): string {
  const dice = life.dice.fork('blood group')
  return (
    dice.weighted(['O', 'O', 'B', 'A', 'AB'], (group) => ({ O: 20, B: 29, A: 24, AB: 7 })[group] ?? 1) +
    (dice.happens(0.94) ? ' positive' : ' negative')
  )
}

function clinicFor(life: Life, place: number): Clinic {
  if (life.resident.firstDoor === 'private') return clinicAt('nursing-home', 'Obstetrics and Gynaecology')
  return place === 2 || place > 4 ? clinicAt('taluk-hospital', 'Obstetrics and Gynaecology') : outreach(life)
}

function delivery(life: Life, day: Day, dice: Dice): Visit {
  const isPrivate = life.resident.firstDoor === 'private'
  // NFHS-5, Karnataka: 52.5 of a hundred births in private houses are by section, 22.6 in public ones.
  const problem = dice.happens(isPrivate ? 0.52 : 0.23) ? CAESAREAN : BIRTH
  const isSection = problem === CAESAREAN
  return newVisit({
    day,
    clinic: deliveryAt(life),
    setting: 'inpatient',
    stay: isSection ? 5 : 2,
    complaint: 'term pregnancy in labour pains',
    note: `${problem.short} done. Mother and baby stable. Breastfed within 1 hour. Advised PNC visits, family planning counselling.`,
    problems: [passingProblem(problem, day)],
    findings: pressure(life.body, day, dice),
    medicines: [
      { drug: 'oxytocin', reason: problem.icd10 },
      ...(isSection ? ([{ drug: 'ceftriaxone', reason: problem.icd10 }] as const) : []),
      { drug: 'ironFolicAcid', reason: problem.icd10, days: 90 },
    ],
    procedures: [isSection ? 'Lower segment caesarean section' : 'Normal vaginal delivery'],
  })
}

/** Where a mother of this household gives birth; the child's own chart begins at the same place. */
export function deliveryAt(life: Life): Clinic {
  const organisation = life.resident.firstDoor === 'private' ? 'nursing-home' : 'taluk-hospital'
  return clinicAt(organisation, 'Obstetrics and Gynaecology')
}
