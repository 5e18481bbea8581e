/** The people, what they have, who of them works in care: everything that is so before a word is written. */
import type { Day } from './calendar.ts'
import type { Dice } from './dice.ts'
import { withDeaths } from './health/deaths.ts'
import { drawTruths, type Truths } from './health/truth.ts'
import { newResidents, withEmail } from './people/residents.ts'
import { newWorkforce, type Workforce } from './people/workforce.ts'
import type { Resident } from './person.ts'

export interface Society extends Workforce {
  readonly residents: readonly Resident[]
  readonly truths: Truths
}

export function newSociety(people: number, until: Day, dice: Dice): Society {
  const residents = withDeaths(
    newResidents(people, until, dice.fork('residents')),
    until,
    dice.fork('deaths'),
  )
  const truths = drawTruths(residents, until, dice.fork('truths'))
  const workforce = newWorkforce(residents, until, dice.fork('workforce'))
  const workers = new Set([...workforce.practitioners, ...workforce.staff].map(({ person }) => person))
  const reachable = residents.map((one) => (workers.has(one.person.key) ? wired(one) : one))
  return { ...workforce, residents: reachable, truths }
}

function wired(one: Resident): Resident {
  return { ...one, person: withEmail(one.person) }
}
