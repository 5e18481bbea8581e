/** Contraception after a birth, and the pregnancy that was not wanted: written by the family planning department. */
import { ageOn, clinicDay, YEAR_OF_DAYS, type Day } from '../calendar.ts'
import type { Dice } from '../dice.ts'
import { pressure } from '../health/measure.ts'
import { clinicAt } from './doors.ts'
import { lives, newVisit, passingProblem } from './new-visit.ts'
import type { Life, Pathway, Visit } from './visit.ts'

const CLINIC = clinicAt('taluk-hospital', 'Family Planning')
const PILL = { icd10: 'Z30.4', text: 'Surveillance of contraceptive drugs', short: 'OCP' } as const
const DEVICE = {
  icd10: 'Z30.1',
  text: 'Insertion of intrauterine contraceptive device',
  short: 'IUCD',
} as const
const STERILISATION = { icd10: 'Z30.2', text: 'Sterilisation', short: 'TL' } as const
const TERMINATION = { icd10: 'O04.9', text: 'Medical abortion, complete', short: 'MTP' } as const

type Method = 'pill' | 'device' | 'sterilisation' | 'none'

/** What couples use after a birth; sterilisation after the second child leads by far (NFHS-5, Karnataka). */
const METHODS: Readonly<Record<Method, number>> = { pill: 5, device: 8, sterilisation: 40, none: 47 }

export const planning: Pathway = (life) => {
  if (life.resident.person.sex !== 'female') return []
  const dice = life.dice.fork('planning')
  const last = Math.max(...life.children.map(({ born }) => born))
  const chosen = Number.isFinite(last) ? afterBirth(life, last, dice) : []
  return [...chosen, ...termination(life, last, dice)].filter((visit) => lives(life, visit.day))
}

function afterBirth(life: Life, birth: Day, dice: Dice): readonly Visit[] {
  const methods: readonly Method[] =
    life.children.length > 1 ? ['pill', 'device', 'sterilisation', 'none'] : ['pill', 'device', 'none']
  const day = clinicDay(birth + dice.whole(45, 150), dice)
  switch (dice.weighted(methods, (method) => METHODS[method])) {
    case 'pill':
      return Array.from({ length: dice.whole(2, 8) }, (_, quarter) =>
        pill(life, clinicDay(day + quarter * 84, dice), dice),
      )
    case 'device':
      return [
        procedure(
          life,
          day,
          DEVICE,
          'Insertion of copper IUCD 380A',
          'Consent taken. IUCD inserted, thread felt. r/w after next menses.',
        ),
      ]
    case 'sterilisation':
      return [
        procedure(
          life,
          day,
          STERILISATION,
          'Tubal ligation, minilaparotomy',
          'Consent of client taken in Kannada. Failure rate explained.',
        ),
      ]
    case 'none':
      return []
  }
}

function pill(life: Life, day: Day, dice: Dice): Visit {
  return newVisit({
    day,
    clinic: CLINIC,
    complaint: 'for oral pills refill',
    problems: [passingProblem(PILL, day)],
    findings: pressure(life.body, day, dice),
    medicines: [{ drug: 'contraceptivePill', reason: PILL.icd10 }],
  })
}

function procedure(
  life: Life,
  day: Day,
  problem: typeof DEVICE | typeof STERILISATION,
  text: string,
  note: string,
): Visit {
  return newVisit({
    day,
    clinic: CLINIC,
    complaint: `desires ${problem.short}, P${life.children.length}L${life.children.length}`,
    note,
    problems: [passingProblem(problem, day)],
    procedures: [text],
  })
}

/** Medical Termination of Pregnancy Act 1971: by a registered practitioner, and confidential (s. 5A). */
function termination(life: Life, last: Day, dice: Dice): readonly Visit[] {
  const day = clinicDay(life.until - dice.whole(100, 1_600), dice)
  const age = ageOn(life.resident.born, day)
  const isFarFromBirths = !(Math.abs(day - last) < 1.3 * YEAR_OF_DAYS)
  if (age < 20 || age > 42 || !isFarFromBirths || !dice.happens(0.04)) return []
  return [
    newVisit({
      day,
      clinic: CLINIC,
      complaint: 'c/o amenorrhoea 6 weeks, desires MTP',
      note: 'Form C consent. UPT +ve. Mifepristone under supervision, misoprostol after 48 h. Contraception counselled. Confidential.',
      problems: [passingProblem(TERMINATION, day)],
      findings: { ...pressure(life.body, day, dice), pregnancy: 'Positive' },
      medicines: [{ drug: 'mifepristoneMisoprostol', reason: TERMINATION.icd10 }],
    }),
  ]
}
