/** Three hundred people, ten years, from one seed: the demonstration's institutions, people and charts as values. */
import type { Instant } from '#kernel'

import { conditionsOf, outbreakOf, type Contacts, type DemoAnswers } from './answers.ts'
import { dayOf, type Day } from './calendar.ts'
import { contactsOf, newLife } from './care/life.ts'
import type { Life } from './care/visit.ts'
import { writeChart } from './chart/chart.ts'
import { newDesk } from './chart/desk.ts'
import type { DemoEntry } from './chart/entry.ts'
import { newStaffing } from './chart/staffing.ts'
import { newDice, type Dice } from './dice.ts'
import { namesakesAmong } from './people/namesakes.ts'
import type { DemoPractitioner, DemoStaff } from './people/workforce.ts'
import type { DemoPerson } from './person.ts'
import { plantErrors, type Ground } from './planted/plant.ts'
import { chooseFamily, signInsOf, type DemoSignIn } from './sign-ins.ts'
import { newSociety, type Society } from './society.ts'
import { ORGANISATIONS, type DemoOrganisation } from './tables/organisations.ts'

export interface Population {
  readonly organisations: readonly DemoOrganisation[]
  readonly practitioners: readonly DemoPractitioner[]
  readonly staff: readonly DemoStaff[]
  readonly people: readonly DemoPerson[]
  /** Person by person, in the order of `people`; within a chart by date of care. */
  readonly entries: readonly DemoEntry[]
  readonly answers: DemoAnswers
  readonly signIns: readonly DemoSignIn[]
}

const TEN_YEARS = 3_652

/** The same values for the same seed, people and day. `until` is the present; nothing is dated on that day or later. */
export function generatePopulation(wanted: {
  readonly seed: string
  readonly people?: number
  readonly until: Instant
}): Population {
  const { seed, people = 300, until } = wanted
  if (!Number.isInteger(people) || people < 20) throw new RangeError('a demonstration has at least 20 people')
  const dice = newDice(`demonstration ${seed}`)
  const end = dayOf(until) - 1
  const society = newSociety(people, end, dice)
  const contacts = contactsIn(society, end, dice.fork('lives'))
  const ground = groundOf(society, contacts, until)
  const { entries, errors } = plantErrors(writeCharts(society, contacts), ground, dice.fork('errors'))
  const family = chooseFamily(society, entries, end)
  const changed = new Map([family.patient, family.member].map((person) => [person.key, person]))
  return {
    organisations: ORGANISATIONS,
    practitioners: society.practitioners,
    staff: society.staff,
    people: society.residents.map(({ person }) => changed.get(person.key) ?? person),
    entries,
    answers: {
      planted: errors,
      outbreak: outbreakOf(contacts, end),
      conditions: conditionsOf(society),
      namesakes: ground.namesakes,
    },
    signIns: signInsOf(society, family),
  }
}

function contactsIn({ residents, truths }: Society, end: Day, dice: Dice): Contacts {
  const children = Map.groupBy(residents, ({ mother }) => mother)
  const lives = residents.map((one): Life => {
    const { key } = one.person
    const known = truths.get(key) ?? []
    return newLife(one, known, children.get(key) ?? [], end - TEN_YEARS, end, dice.fork(key))
  })
  return new Map(lives.map((life) => [life, contactsOf(life)]))
}

function writeCharts(society: Society, contacts: Contacts): readonly DemoEntry[] {
  const staffing = newStaffing(society)
  const names = new Map(society.residents.map(({ person }) => [person.key, person.name.given]))
  return [...contacts].flatMap(([life, seen]) =>
    writeChart(seen, newDesk(life, staffing, names.get(life.resident.mother ?? ''))),
  )
}

function groundOf({ residents }: Society, contacts: Contacts, until: Instant): Ground {
  const allergic = [...contacts.keys()].filter(({ allergy }) => allergy === 'penicillin')
  return {
    residents: new Map(residents.map((one) => [one.person.key, one])),
    allergicToPenicillin: new Set(allergic.map(({ resident }) => resident.person.key)),
    namesakes: namesakesAmong(residents),
    until,
  }
}
