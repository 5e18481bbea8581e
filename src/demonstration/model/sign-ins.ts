/** Whom the first page of the demonstration offers to sign in as. */
import { ageOn, type Day } from './calendar.ts'
import type { DemoEntry } from './chart/entry.ts'
import { withEmail } from './people/residents.ts'
import type { DemoPractitioner, DemoStaff } from './people/workforce.ts'
import type { DemoPerson, Resident } from './person.ts'
import type { Society } from './society.ts'
import type { OrganisationKey } from './tables/organisations.ts'
import type { StaffRole } from './tables/posts.ts'

type SignInRole =
  | 'patient'
  | 'family member'
  | 'doctor'
  | 'second doctor'
  | 'records clerk'
  | 'nurse'
  | 'administrator'
  | 'officer'
  | 'second officer'
  | 'pharmacist'

export interface DemoSignIn {
  readonly role: SignInRole
  readonly person: string
  readonly name: string
  readonly organisation: OrganisationKey | undefined
}

/** The patient with the longest chart, and somebody who shares a phone with him or her and has no e-mail. */
export interface Family {
  readonly patient: DemoPerson
  readonly member: DemoPerson
}

export function signInsOf(society: Society, { patient, member }: Family): readonly DemoSignIn[] {
  const { practitioners, staff, residents } = society
  const doctors = practitioners.filter(
    ({ system, department }) => system === 'modern' && department !== 'Laboratory',
  )
  const names = new Map(residents.map(({ person }) => [person.key, person.name.displayed]))
  const as = (role: SignInRole, who: DemoStaff | DemoPractitioner | undefined): readonly DemoSignIn[] =>
    who ? [{ role, person: who.person, name: names.get(who.person) ?? '', organisation: placeOf(who) }] : []
  return [
    { role: 'patient', person: patient.key, name: patient.name.displayed, organisation: undefined },
    { role: 'family member', person: member.key, name: member.name.displayed, organisation: undefined },
    ...as('doctor', doctors[0]),
    ...as('second doctor', doctors[1]),
    ...as('records clerk', inRole(staff, 'records-clerk')[0]),
    ...as('nurse', inRole(staff, 'nurse')[0]),
    ...as('administrator', inRole(staff, 'administrator')[0]),
    ...as('officer', inRole(staff, 'officer')[0]),
    ...as('second officer', inRole(staff, 'officer')[1]),
    ...as('pharmacist', inRole(staff, 'pharmacist')[0]),
  ]
}

export function chooseFamily(society: Society, entries: readonly DemoEntry[], until: Day): Family {
  const workers = new Set([...society.practitioners, ...society.staff].map(({ person }) => person))
  const lengths = lengthsOf(entries)
  const others = society.residents.filter((one) => isReachable(one, until) && !workers.has(one.person.key))
  const byLength = others.toSorted(
    (a, b) => (lengths.get(b.person.key) ?? 0) - (lengths.get(a.person.key) ?? 0),
  )
  const middleAgedFirst = byLength.toSorted(
    (a, b) => Number(isMiddleAged(b, until)) - Number(isMiddleAged(a, until)),
  )
  for (const { person } of middleAgedFirst) {
    const member = byLength.find(
      (other) => other.person.household === person.household && other.person !== person,
    )
    if (member) return { patient: withEmail(person), member: { ...member.person, email: undefined } }
  }
  throw new Error('no household has two grown people who work elsewhere')
}

function isReachable({ died, born, person }: Resident, until: Day): boolean {
  return died === undefined && person.phone !== undefined && ageOn(born, until) >= 18
}

/** Old enough for a long chart, young enough for a smartphone. */
function isMiddleAged({ born }: Resident, until: Day): boolean {
  const age = ageOn(born, until)
  return age >= 35 && age <= 66
}

function lengthsOf(entries: readonly DemoEntry[]): ReadonlyMap<string, number> {
  const lengths = new Map<string, number>()
  for (const { person } of entries) lengths.set(person, (lengths.get(person) ?? 0) + 1)
  return lengths
}

function inRole(staff: readonly DemoStaff[], role: StaffRole): readonly DemoStaff[] {
  return staff.filter((one) => one.role === role)
}

function placeOf(who: DemoStaff | DemoPractitioner): OrganisationKey | undefined {
  return 'organisation' in who ? who.organisation : who.employers[0]
}
