/** Which of the people work in care, where, and with which licence. They remain patients, under the same key. */
import { ageOn, toDate, type Day } from '../calendar.ts'
import type { Dice } from '../dice.ts'
import type { Resident } from '../person.ts'
import type { Department, OrganisationKey } from '../tables/organisations.ts'
import { COUNCILS, LEAST_POSTS, POSTS, type Post, type StaffRole, type System } from '../tables/posts.ts'

export interface DemoPractitioner {
  readonly key: string
  /** What resources refer to him or her by: `urn:uuid:…`. */
  readonly reference: string
  readonly person: string
  readonly name: string
  readonly council: string
  readonly registrationNumber: string
  readonly system: System
  readonly qualification: string
  readonly state: 'Karnataka'
  readonly validUntil: string
  readonly employers: readonly OrganisationKey[]
  readonly department: Department
}

export interface DemoStaff {
  readonly person: string
  readonly organisation: OrganisationKey
  readonly department: Department
  readonly role: StaffRole
}

export interface Workforce {
  readonly practitioners: readonly DemoPractitioner[]
  readonly staff: readonly DemoStaff[]
}

/** Fills the posts from the top of the list: first with who lives alone for work, then with who lives in town. */
export function newWorkforce(residents: readonly Resident[], until: Day, dice: Dice): Workforce {
  const able = residents.filter((one) => one.died === undefined && isOfWorkingAge(ageOn(one.born, until)))
  const most = Math.max(LEAST_POSTS, Math.floor(able.length / 3))
  const homes = Map.groupBy(residents, ({ person }) => person.household)
  const isAlone = ({ person }: Resident) => homes.get(person.household)?.length === 1
  const queue = able
    .map((one) => ({ one, place: dice.share() + (one.place.rural ? 0.6 : 0) - (isAlone(one) ? 2 : 0) }))
    .toSorted((a, b) => a.place - b.place)
  const filled = POSTS.slice(0, most).flatMap((post, place) => {
    const person = queue[place]?.one.person
    return person ? [{ post, person, serial: place + 1 }] : []
  })
  return {
    practitioners: filled.flatMap(({ post, person, serial }) =>
      licensed(post, person.key, person.name.displayed, serial, until, dice),
    ),
    staff: filled.flatMap(({ post: { organisation, department, role }, person }) =>
      role === 'doctor' ? [] : [{ person: person.key, organisation, department, role }],
    ),
  }
}

function isOfWorkingAge(age: number): boolean {
  return age >= 25 && age <= 58
}

function licensed(
  post: Post,
  person: string,
  name: string,
  serial: number,
  until: Day,
  dice: Dice,
): readonly DemoPractitioner[] {
  if (!post.licence) return []
  const { system, qualification } = post.licence
  const { name: council, prefix } = COUNCILS[system]
  return [
    {
      key: `practitioner-${String(serial).padStart(2, '0')}`,
      reference: `urn:uuid:${dice.uuid()}`,
      person,
      name: post.role === 'doctor' ? `Dr. ${name}` : name,
      council,
      registrationNumber: `${prefix}-${String(900_000 + serial)}`,
      system,
      qualification,
      state: 'Karnataka',
      validUntil: toDate(until + dice.whole(200, 1_700)),
      employers: post.also ? [post.organisation, post.also] : [post.organisation],
      department: post.department,
    },
  ]
}
