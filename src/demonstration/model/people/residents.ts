/** The people, household by household, in their places. */
import { toDate, yearOf, type Day } from '../calendar.ts'
import type { Dice } from '../dice.ts'
import type { DemoName, DemoPerson, Resident } from '../person.ts'
import type { Place } from '../tables/places.ts'
import { LEAST_POSTS } from '../tables/posts.ts'
import { birthday } from './birthday.ts'
import { newHomes, type Home } from './homes.ts'
import { householdSizes, newFamily, newLodger, type Member } from './household.ts'
import { babyName, newFamilyName, newName, type FamilyName } from './name.ts'
import { withNamesakes } from './namesakes.ts'
import { unassignableEmail, unassignablePhone } from './reach.ts'

/** Below so many people, the ones who work in care live alone, else there would be too few adults. */
const SMALL = 100

interface Household {
  readonly key: string
  readonly place: Place
  readonly name: FamilyName
  readonly firstDoor: 'public' | 'private'
  readonly phone: string | undefined
  readonly until: Day
}

export function newResidents(people: number, until: Day, dice: Dice): readonly Resident[] {
  const lodgers = people < SMALL ? LEAST_POSTS : 0
  const sizes = householdSizes(people - lodgers, dice.fork('sizes'))
  const households = [
    ...sizes.map((size, at) => newFamily(size, dice.fork(`household ${at}`))),
    ...Array.from({ length: lodgers }, (_, at) => newLodger(dice.fork(`lodger ${at}`))),
  ]
  const homes = newHomes(
    households.map((members) => members.length),
    dice.fork('homes'),
  )
  let before = 0
  const residents = homes.flatMap((home, at) => {
    const members = households[at] ?? []
    const settled = settle(
      members,
      newHousehold(at + 1, home, until, dice.fork(`settle ${at}`)),
      before,
      dice.fork(`people ${at}`),
    )
    before += members.length
    return settled
  })
  return withNamesakes(residents)
}

function newHousehold(number: number, { place, community }: Home, until: Day, dice: Dice): Household {
  return {
    key: `household-${serial(number, 3)}`,
    place,
    name: newFamilyName(community, dice),
    firstDoor: dice.happens(place.rural ? 0.3 : 0.6) ? 'private' : 'public',
    phone: number === 1 || dice.happens(0.94) ? unassignablePhone(number) : undefined,
    until,
  }
}

function settle(
  members: readonly Member[],
  household: Household,
  before: number,
  dice: Dice,
): readonly Resident[] {
  const settled: Resident[] = []
  for (const [place, member] of members.entries())
    settled.push(newResident(member, before + place + 1, household, settled, dice))
  return settled
}

function newResident(
  member: Member,
  number: number,
  household: Household,
  before: readonly Resident[],
  dice: Dice,
): Resident {
  const born = birthday(member.age, household.until, dice)
  const mother = member.mother === undefined ? undefined : before[member.mother]?.person
  const person: DemoPerson = {
    key: `person-${serial(number, 4)}`,
    reference: `urn:uuid:${dice.uuid()}`,
    household: household.key,
    name: nameOf(member, born, mother, household, before, dice),
    sex: member.sex,
    birthDate: toDate(born),
    deathDate: undefined,
    phone: household.phone,
    email: undefined,
    address: addressOf(household.place),
    language: languageOf(household, member, dice),
  }
  const wired = member.age > 18 && member.age < 60 && dice.happens(household.place.rural ? 0.08 : 0.25)
  return {
    person: wired ? withEmail(person) : person,
    born,
    died: undefined,
    place: household.place,
    community: household.name.community,
    mother: mother?.key,
    firstDoor: household.firstDoor,
  }
}

export function withEmail(person: DemoPerson): DemoPerson {
  return { ...person, email: unassignableEmail(person.name.given, Number(person.key.split('-')[1])) }
}

function nameOf(
  member: Member,
  born: Day,
  mother: DemoPerson | undefined,
  household: Household,
  before: readonly Resident[],
  dice: Dice,
): DemoName {
  const newborn = member.age < 0.4
  if (newborn && mother) return babyName(mother.name.given)
  const head = before.find((one) => one.person.sex === 'male')
  const elder = head?.person.name.given ?? (household.name.community === 'northern' ? 'Basappa' : 'Ramappa')
  return newName(household.name, member.sex, yearOf(born), elder, dice)
}

function languageOf(household: Household, member: Member, dice: Dice): 'en' | 'hi' | 'kn' {
  if (household.name.community === 'muslim' && dice.happens(0.5)) return 'hi'
  if (!household.place.rural && member.age < 45 && dice.happens(0.3)) return 'en'
  return household.name.community === 'christian' && dice.happens(0.4) ? 'en' : 'kn'
}

function addressOf(place: Place): DemoPerson['address'] {
  const { name, rural, taluk, district, pin } = place
  return { place: name, rural, taluk, district, state: 'Karnataka', pin }
}

function serial(number: number, digits: number): string {
  return String(number).padStart(digits, '0')
}
