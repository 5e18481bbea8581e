/** Birth, the national immunisation schedule, and growth, on a card the family keeps. */
import { clinicDay, toDay, YEAR_OF_DAYS } from '../calendar.ts'
import type { Dice } from '../dice.ts'
import { SCHEDULE, type Appointment } from '../tables/vaccines.ts'
import { outreach } from './doors.ts'
import { lives, newVisit } from './new-visit.ts'
import { deliveryAt } from './pregnancy.ts'
import type { Life, Pathway, Visit } from './visit.ts'

/** Children who come for a dose that is due (NFHS-5, Karnataka: 84 of a hundred fully immunised). */
const ATTENDANCE = 0.95

export const childhood: Pathway = (life) => {
  const dice = life.dice.fork('childhood')
  return SCHEDULE.flatMap((appointment) => doses(appointment, life, dice)).filter((visit) =>
    lives(life, visit.day),
  )
}

function doses({ due, vaccines }: Appointment, life: Life, dice: Dice): readonly Visit[] {
  const delay = due === 0 ? 0 : Math.round(dice.between(0, due < 200 ? 12 : 40))
  const day = due === 0 ? life.resident.born : clinicDay(life.resident.born + due + delay, dice)
  const given = vaccines
    .filter(({ since }) => since === undefined || day >= toDay(since))
    .map(({ vaccine, dose }) => ({ vaccine, dose }))
  if (given.length === 0 || (due > 0 && !dice.happens(ATTENDANCE))) return []
  return [due === 0 ? birth(life, given, dice) : vaccination(life, day, given)]
}

/** Birth weight: mean 2.8 kg, one in six below 2.5 (NFHS-5). */
function birth(life: Life, vaccines: Visit['vaccines'] & object, dice: Dice): Visit {
  return newVisit({
    day: life.resident.born,
    clinic: deliveryAt(life),
    setting: 'inpatient',
    stay: 2,
    complaint: 'newborn, cried immediately after birth, APGAR 8/10, 9/10',
    note: 'Breastfed within 1 hour. Vit K given. Passed urine and meconium.',
    findings: { birthWeight: Math.max(1.6, dice.normal(2.82, 0.36)) },
    vaccines,
    card: 'immunisation card',
  })
}

function vaccination(life: Life, day: number, vaccines: Visit['vaccines'] & object): Visit {
  return newVisit({
    day,
    clinic: outreach(life),
    complaint:
      day - life.resident.born < 2 * YEAR_OF_DAYS ? 'for immunisation and weight' : 'for immunisation',
    findings: { weight: life.body.weight(day) },
    vaccines,
    card: 'immunisation card',
  })
}
