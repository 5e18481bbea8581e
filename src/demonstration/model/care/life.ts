import type { Day } from '../calendar.ts'
import type { Dice } from '../dice.ts'
import { newBody } from '../health/body.ts'
import { newCourse } from '../health/course.ts'
import type { Truth } from '../health/truth.ts'
import type { Resident } from '../person.ts'
import type { Allergen } from '../tables/drugs.ts'
import { chronic } from './chronic.ts'
import { childhood } from './childhood.ts'
import { dengue } from './dengue.ts'
import { dying } from './dying.ts'
import { hiv } from './hiv.ts'
import { illness } from './illness.ts'
import { mind } from './mind.ts'
import { outbreak } from './outbreak.ts'
import { pandemic } from './pandemic.ts'
import { planning } from './planning.ts'
import { pregnancy } from './pregnancy.ts'
import { screening } from './screening.ts'
import { tuberculosis } from './tuberculosis.ts'
import type { Contact, Life, Pathway } from './visit.ts'

const PATHWAYS: readonly Pathway[] = [
  childhood,
  illness,
  dengue,
  chronic,
  tuberculosis,
  pregnancy,
  planning,
  pandemic,
  hiv,
  mind,
  screening,
  outbreak,
  dying,
]

/** Days before a death on which only the last admission is told. */
const LAST_DAYS = 5

export function newLife(
  resident: Resident,
  truths: readonly Truth[],
  children: readonly Resident[],
  from: Day,
  end: Day,
  dice: Dice,
): Life {
  const until = resident.died === undefined ? end : resident.died - LAST_DAYS
  const course = newCourse(truths, from, until, dice.fork('course'))
  return {
    resident,
    truths,
    course,
    body: newBody(resident, truths, course, dice.fork('body')),
    allergy: newAllergy(dice.fork('allergy')),
    from: Math.max(from, resident.born),
    until,
    end,
    children,
    dice,
  }
}

/** Everything that happens to a person in care in the ten years. A stay that would outlast them is left out. */
export function contactsOf(life: Life): readonly Contact[] {
  const contacts = PATHWAYS.flatMap((pathway) => pathway(life))
  return contacts.filter(
    (contact) => contact.day + (contact.kind === 'visit' ? (contact.stay ?? 0) : 0) <= life.end,
  )
}

/** About seven in a hundred say that some medicine gave them a rash. */
function newAllergy(dice: Dice): Allergen | undefined {
  return dice.happens(0.07)
    ? dice.weighted(['penicillin', 'sulfonamide', 'nsaid'] as const, (each) =>
        each === 'penicillin' ? 3 : 1,
      )
    : undefined
}
