/** In which roles a person may act here: one account, several doors, and never two of them on one page. */
import type { StaffRole } from '#http/model'
import type { Me } from '#identity/model'

export type Role = 'patient' | 'doctor' | 'desk' | 'administrator' | 'officer'

export interface Door {
  readonly role: Role
  readonly href: string
  /** The organisation in whose name one acts; undefined where it is one's own. */
  readonly place?: string
}

/** Who sits at a counter, as the endpoints of the counter say. */
const AT_THE_DESK: readonly StaffRole[] = [
  'administrator',
  'records-clerk',
  'nurse',
  'pharmacist',
  'practitioner',
]

/** The doors that somebody has, one's own chart first. A licence that was stopped keeps its door: the page says why it is shut. */
export function doorsOf({ licences, memberships, isOfficer }: Me): readonly Door[] {
  const working = memberships.filter(({ state }) => state === 'active')
  return [
    { role: 'patient', href: '/' },
    ...(licences.length > 0 ? [{ role: 'doctor', href: '/visits' } as const] : []),
    ...working.flatMap(doorTo('desk', 'desk', AT_THE_DESK)),
    ...memberships.flatMap(doorTo('administrator', 'organisation', ['administrator'])),
    ...(isOfficer ? [{ role: 'officer', href: '/officer' } as const] : []),
  ]
}

function doorTo(role: Role, path: string, wanted: readonly StaffRole[]) {
  return ({ organisation, name, roles }: Me['memberships'][number]): readonly Door[] =>
    roles.some((held) => wanted.includes(held))
      ? [{ role, href: `/${path}/${organisation}`, place: name }]
      : []
}

/** The door that a page is behind. */
export function doorOf(doors: readonly Door[], pathname: string): Door | undefined {
  return doors.find(({ role, href }) => role !== 'patient' && isWithin(pathname, href))
}

function isWithin(pathname: string, href: string): boolean {
  return pathname === href || pathname.startsWith(`${href}/`)
}
