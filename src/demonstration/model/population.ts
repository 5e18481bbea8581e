/** Three hundred people, ten years, from one seed: the demonstration's institutions, people and charts as values. */
import type { Instant } from '#kernel'

import { dayOf, toDate, type Day } from './calendar.ts'
import { outbreakFrom, outbreakTo } from './care/outbreak.ts'
import { contactsOf, newLife } from './care/life.ts'
import type { Contact, Life } from './care/visit.ts'
import { writeChart } from './chart/chart.ts'
import { newDesk } from './chart/desk.ts'
import type { DemoEntry } from './chart/entry.ts'
import { newStaffing, type Staffing } from './chart/staffing.ts'
import { newDice, type Dice } from './dice.ts'
import type { DemoPractitioner, DemoStaff } from './people/workforce.ts'
import type { DemoPerson, Resident } from './person.ts'
import type { PlantedError } from './planted/error.ts'
import { plantErrors } from './planted/plant.ts'
import { chooseFamily, signInsOf, type DemoSignIn } from './sign-ins.ts'
import { namesakesAmong, newSociety, type Society } from './society.ts'
import { CONDITIONS, type ConditionKey } from './tables/conditions.ts'
import { ORGANISATIONS, type DemoOrganisation } from './tables/organisations.ts'
import { OUTBREAK_PLACE, PLACES } from './tables/places.ts'

export interface Population {
  readonly organisations: readonly DemoOrganisation[]
  readonly practitioners: readonly DemoPractitioner[]
  readonly staff: readonly DemoStaff[]
  readonly people: readonly DemoPerson[]
  /** Person by person, in the order of `people`; within a chart by date of care, but for planted errors. */
  readonly entries: readonly DemoEntry[]
  readonly answers: DemoAnswers
  readonly signIns: readonly DemoSignIn[]
}

/** What is true, for whoever wants to measure what can be found. */
export interface DemoAnswers {
  readonly planted: readonly PlantedError[]
  readonly outbreak: DemoOutbreak
  readonly conditions: readonly DemoCondition[]
  /** Pairs of one name in one village. */
  readonly namesakes: readonly (readonly [string, string])[]
}

export interface DemoOutbreak {
  readonly place: string
  readonly taluk: string
  readonly district: string
  readonly pin: string
  readonly icd10: string
  readonly from: string
  readonly to: string
  readonly cases: readonly { readonly person: string; readonly onset: string }[]
}

export interface DemoCondition {
  readonly person: string
  readonly condition: ConditionKey
  readonly icd10: string
  readonly since: string
  /** Undefined where nobody has found it: a chart shows it only to who looks at the numbers. */
  readonly knownSince: string | undefined
}

const TEN_YEARS = 3_652

/** The same values for the same seed, people and day. `until` is the present; nothing is dated on that day or later. */
export function generatePopulation(from: {
  readonly seed: string
  readonly people?: number
  readonly until: Instant
}): Population {
  const { seed, people = 300, until } = from
  if (!Number.isInteger(people) || people < 20) throw new RangeError('a demonstration has at least 20 people')
  const dice = newDice(`demonstration ${seed}`)
  const end = dayOf(until) - 1
  const society = newSociety(people, end, dice)
  const lives = livesOf(society, end, dice.fork('lives'))
  const contacts = new Map(lives.map((life) => [life, contactsOf(life)]))
  const written = writeCharts(society, contacts, newStaffing(society))
  return finish(society, contacts, written, until, dice)
}

function livesOf(society: Society, end: Day, dice: Dice): readonly Life[] {
  const children = new Map<string, Resident[]>()
  for (const one of society.residents)
    if (one.mother !== undefined) children.set(one.mother, [...(children.get(one.mother) ?? []), one])
  return society.residents.map((one) => {
    const { key } = one.person
    return newLife(
      one,
      society.truths.get(key) ?? [],
      children.get(key) ?? [],
      end - TEN_YEARS,
      end,
      dice.fork(key),
    )
  })
}

type Contacts = ReadonlyMap<Life, readonly Contact[]>

function writeCharts(society: Society, contacts: Contacts, staffing: Staffing): readonly DemoEntry[] {
  const names = new Map(society.residents.map(({ person }) => [person.key, person.name.given]))
  return [...contacts].flatMap(([life, seen]) =>
    writeChart(seen, newDesk(life, staffing, names.get(life.resident.mother ?? ''))),
  )
}

function finish(
  society: Society,
  contacts: Contacts,
  written: readonly DemoEntry[],
  until: Instant,
  dice: Dice,
): Population {
  const { residents, practitioners, staff } = society
  const namesakes = namesakesAmong(residents)
  const { entries, errors } = plantErrors(
    written,
    groundOf(residents, contacts, namesakes, until),
    dice.fork('errors'),
  )
  const end = dayOf(until) - 1
  const family = chooseFamily(society, entries, end)
  return {
    organisations: ORGANISATIONS,
    practitioners,
    staff,
    people: residents.map(
      ({ person }) => [family.patient, family.member].find(({ key }) => key === person.key) ?? person,
    ),
    entries,
    answers: {
      planted: errors,
      outbreak: outbreakOf(contacts, end),
      conditions: conditionsOf(society),
      namesakes,
    },
    signIns: signInsOf(society, family),
  }
}

function groundOf(
  residents: readonly Resident[],
  contacts: Contacts,
  namesakes: DemoAnswers['namesakes'],
  until: Instant,
) {
  const allergic = [...contacts.keys()]
    .filter(({ allergy }) => allergy === 'penicillin')
    .map(({ resident }) => resident.person.key)
  return {
    residents: new Map(residents.map((one) => [one.person.key, one])),
    allergicToPenicillin: new Set(allergic),
    namesakes,
    until,
  }
}

function outbreakOf(contacts: Contacts, end: Day): DemoOutbreak {
  const place = PLACES.find(({ name }) => name === OUTBREAK_PLACE)
  if (!place) throw new Error('the village of the outbreak is missing')
  const { name, taluk, district, pin } = place
  const period = { from: toDate(outbreakFrom(end)), to: toDate(outbreakTo(end)) }
  const cases = [...contacts].flatMap(([{ resident }, seen]) => {
    const onset = resident.place === place ? onsetIn(seen, outbreakFrom(end), outbreakTo(end)) : undefined
    return onset === undefined ? [] : [{ person: resident.person.key, onset: toDate(onset) }]
  })
  return { place: name, taluk, district, pin, icd10: 'A09', ...period, cases }
}

/** The first day of a gastroenteritis of those weeks. */
function onsetIn(seen: readonly Contact[], from: Day, to: Day): Day | undefined {
  const problems = seen.flatMap((contact) => (contact.kind === 'visit' ? contact.problems : []))
  return problems.find(({ icd10, since }) => icd10 === 'A09' && since >= from && since <= to)?.since
}

function conditionsOf({ residents, truths }: Society): readonly DemoCondition[] {
  return residents.flatMap(({ person }) =>
    (truths.get(person.key) ?? []).map(({ condition, since, knownSince }) => ({
      person: person.key,
      condition,
      icd10: CONDITIONS[condition].icd10,
      since: toDate(since),
      knownSince: knownSince === undefined ? undefined : toDate(knownSince),
    })),
  )
}
