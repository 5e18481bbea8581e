import { toHex } from '#kernel'
import { defineProjection, type Projection } from '#ledger'
import type { Session } from '#storage'

import type { Live } from '../context.ts'
import { approveOrganisation, reinstateOrganisation, suspendOrganisation } from '../model/index.ts'
import { identityTables } from '../tables.ts'

/** The kind of the event that tells an organisation's open pages that it stands otherwise. */
export const ORGANISATION_CHANGED = 'organisation.changed'

/** What the ledger's word on organisations leaves in the directory; of those from elsewhere it knows nothing. */
export function organisationProjections(live: Live): readonly Projection[] {
  const changed = (session: Session, organisation: Uint8Array) =>
    live.publish(toHex(organisation), ORGANISATION_CHANGED, toHex(organisation), session)

  return [
    defineProjection(approveOrganisation, async (session, { body, time }) => {
      const [approved] = await identityTables(session)
        .updateTable('identity.organisation')
        .set({ state: 'active', number: body.number, decided_at: time })
        .where('organisation', '=', body.organisation)
        .returning('applied_by')
        .execute()
      if (approved?.applied_by) await makeAdministrator(session, body.organisation, approved.applied_by, time)
    }),
    defineProjection(suspendOrganisation, async (session, { body, time }) => {
      await stand(session, body, 'suspended', time)
      await changed(session, body.organisation)
    }),
    defineProjection(reinstateOrganisation, async (session, { body, time }) => {
      await stand(session, body, 'active', time)
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

async function stand(
  session: Session,
  { organisation, version }: { readonly organisation: Uint8Array; readonly version: number },
  state: 'active' | 'suspended',
  at: number,
): Promise<void> {
  await identityTables(session)
    .updateTable('identity.organisation')
    .set({ state, version: version + 1, decided_at: at, reason: null })
    .where('organisation', '=', organisation)
    .execute()
}
