import { toHex } from '#kernel'
import { defineProjection, type Projection } from '#ledger'
import type { Session } from '#storage'

import type { Live } from '../context.ts'
import { approveOrganisation, reinstateOrganisation, suspendOrganisation } from '../model/index.ts'
import { identityTables, type IdentityTables } from '../tables.ts'

type Row = IdentityTables['identity.organisation']

/** The kind of the event that tells an organisation's open pages, or who applied for it, that it stands otherwise. */
export const ORGANISATION_CHANGED = 'organisation.changed'

/**
 * What the ledger's word on organisations leaves in the directory; of those from elsewhere it knows nothing. Replayed
 * from genesis, it leaves the same.
 */
export function organisationProjections(live: Live): readonly Projection[] {
  const changed = (session: Session, organisation: Uint8Array) =>
    live.publish(toHex(organisation), ORGANISATION_CHANGED, toHex(organisation), session)

  return [
    defineProjection(approveOrganisation, async (session, { body, time }) => {
      const { organisation, number } = body
      const applicant = await applicantOf(session, organisation)
      await set(session, organisation, { state: 'active', number, decided_at: time })
      if (!applicant) return
      await makeAdministrator(session, organisation, applicant, time)
      await live.publish(applicant, ORGANISATION_CHANGED, toHex(organisation), session)
    }),
    defineProjection(suspendOrganisation, async (session, { body, time }) => {
      await set(session, body.organisation, {
        state: 'suspended',
        version: body.version + 1,
        decided_at: time,
      })
      await changed(session, body.organisation)
    }),
    defineProjection(reinstateOrganisation, async (session, { body, time }) => {
      const version = body.version + 1
      await set(session, body.organisation, { state: 'active', version, decided_at: time, reason: null })
      await changed(session, body.organisation)
    }),
  ]
}

export async function makeAdministrator(
  session: Session,
  organisation: Uint8Array,
  person: string,
  since: number,
): Promise<void> {
  await identityTables(session)
    .insertInto('identity.membership')
    .values({ organisation, person, role: 'administrator', since })
    .onConflict((conflict) => conflict.columns(['organisation', 'person', 'role']).doNothing())
    .execute()
}

/** Who applied, while the organisation waits: replayed later, an approval makes nobody administrator again. */
async function applicantOf(session: Session, organisation: Uint8Array): Promise<string | null | undefined> {
  const row = await identityTables(session)
    .selectFrom('identity.organisation')
    .select('applied_by')
    .where('organisation', '=', organisation)
    .where('state', 'in', ['applied', 'refused'])
    .executeTakeFirst()
  return row?.applied_by
}

async function set(session: Session, organisation: Uint8Array, to: Partial<Row>): Promise<void> {
  const query = identityTables(session).updateTable('identity.organisation').set(to)
  await query.where('organisation', '=', organisation).execute()
}
