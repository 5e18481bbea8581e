import type { StaffRole } from '#http/model'
import { fromHex } from '#kernel'
import type { RandomId } from '#ledger/model'
import type { Session } from '#storage'

import type { Context } from '../context.ts'
import { readLicences } from '../licences/store.ts'
import { IdentityError, type LicenceState, type System } from '../model/index.ts'
import { identityTables } from '../tables.ts'

export const MEMBERSHIP_CHANGED = 'membership.changed'

export interface StaffMember {
  readonly person: string
  readonly name: string
  readonly roles: StaffRole[]
  readonly since: number
  readonly licences: {
    readonly practitioner: string
    readonly system: System
    readonly state: LicenceState
  }[]
}

export interface Staff {
  members(organisation: string): Promise<StaffMember[]>
  /** Ends every role of a person at once; somebody must stay who can add staff. */
  remove(organisation: string, person: string): Promise<void>
}

export function openStaff(context: Context): Staff {
  const { database, live, atLeaving } = context
  return {
    members: (organisation) => membersOf(context, fromHex(organisation)),
    async remove(organisation, person) {
      await database.transaction(async (session) => {
        await remove(session, fromHex(organisation), person)
        await atLeaving(session, fromHex(organisation), person)
      })
      await live.publish(person, MEMBERSHIP_CHANGED, organisation)
    },
  }
}

async function membersOf(
  { database, people, clock }: Context,
  organisation: RandomId,
): Promise<StaffMember[]> {
  const rows = await identityTables(database)
    .selectFrom('identity.membership')
    .select(['person', 'role', 'since'])
    .where('organisation', '=', organisation)
    .orderBy('since')
    .execute()
  const byPerson = Map.groupBy(rows, ({ person }) => person)
  const found = await people.readAll(database, [...byPerson.keys()])
  const licences = await readLicences(database, [...byPerson.keys()], clock.now())
  return [...byPerson].map(([person, memberships]) => ({
    person,
    name: found.get(person)?.name ?? '',
    roles: memberships.map(({ role }) => role),
    since: Math.min(...memberships.map(({ since }) => since)),
    licences: licences
      .filter((licence) => licence.person === person)
      .map(({ practitioner, system, state }) => ({ practitioner, system, state })),
  }))
}

/** Removes all roles of a person; the organisation's row is locked, so that two cannot remove each other as the last. */
async function remove(session: Session, organisation: RandomId, person: string): Promise<void> {
  const tables = identityTables(session)
  await tables
    .selectFrom('identity.organisation')
    .select('organisation')
    .where('organisation', '=', organisation)
    .forUpdate()
    .execute()
  const removed = await tables
    .deleteFrom('identity.membership')
    .where('organisation', '=', organisation)
    .where('person', '=', person)
    .returning('role')
    .execute()
  if (removed.length === 0) throw new IdentityError('NO_SUCH_STAFF', 'nobody by that name works here')
  const administrator = await tables
    .selectFrom('identity.membership')
    .select('person')
    .where('organisation', '=', organisation)
    .where('role', '=', 'administrator')
    .executeTakeFirst()
  if (!administrator) throw new IdentityError('LAST_ADMINISTRATOR', 'somebody must stay who can add staff')
}
