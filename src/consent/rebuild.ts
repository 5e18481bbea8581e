/** The table of consents made anew from what the ledger says of them. */
import type { Bytes } from '#kernel'
import type { StateReader } from '#ledger/model'
import type { Session } from '#storage'

import { consents } from './model/index.ts'

/** Takes every row's word from it: a consent that the ledger does not know is only prepared. */
const FORGET = {
  text: `update consent.consent set granted_at = null, revoked_at = null, strand = null, index = null
         where granted_at is not null returning id`,
}
/** The leaves of a chart's consents stand in the order in which the ledger took them. */
const PLACE = {
  text: `with granted as (
           select * from unnest($1::bytea[], $2::int8[], $3::int8[], $4::int8[])
             with ordinality as g (id, granted_at, expires_at, revoked_at, nth)
         ), placed as (
           select g.*, s.ordinal, row_number() over (partition by c.chart order by g.nth) - 1 as place
           from granted g join consent.consent c using (id)
           join ledger.strand s on s.chart = c.chart and s.kind = 'consents'
         )
         update consent.consent c
         set granted_at = p.granted_at, expires_at = p.expires_at, revoked_at = p.revoked_at, strand = p.ordinal, index = p.place
         from placed p where p.id = c.id`,
}

/** `granted` are the consents on the ledger, in the order in which it took them. */
export async function rebuildConsents(
  session: Session,
  state: StateReader,
  granted: readonly Bytes[],
): Promise<void> {
  const found = granted.flatMap((id) => {
    const consent = consents.get(state, id)
    return consent ? [{ id, ...consent }] : []
  })
  await session.rows(FORGET)
  await session.rows(PLACE, [
    found.map(({ id }) => id),
    found.map(({ grantedAt }) => grantedAt),
    found.map(({ expiresAt }) => expiresAt),
    found.map(({ revokedAt }) => revokedAt),
  ])
}
