import { toHex } from '#kernel'
import { defineProjection, type Projection } from '#ledger'
import type { Session } from '#storage'

import type { Live } from '../context.ts'
import {
  HOLD_LASTS,
  licensePractitioner,
  reinstateLicence,
  renewLicence,
  suspendLicence,
} from '../model/index.ts'
import { identityTables, type IdentityTables } from '../tables.ts'

export const LICENCE_CHANGED = 'licence.changed'

/**
 * What the ledger's word on licences leaves here: how each stands, and what becomes of what asked for it. Replayed from
 * genesis, it leaves the same.
 */
export function licenceProjections(live: Live): readonly Projection[] {
  return [
    defineProjection(licensePractitioner, async (session, { body, time }) => {
      const applied = await firstApplication(session, body.practitioner)
      const { practitioner, system, validUntil } = body
      const row = { ...NEW, ...applied, practitioner, system, issued_at: time, valid_until: validUntil }
      await identityTables(session)
        .insertInto('identity.licence')
        .values(row)
        .onConflict((conflict) => conflict.column('practitioner').doUpdateSet(row))
        .execute()
      await approveApplications(session, practitioner)
      if (applied) await live.publish(applied.person, LICENCE_CHANGED, toHex(practitioner), session)
    }),
    defineProjection(renewLicence, async (session, { body }) => {
      await approveApplications(session, body.practitioner)
      await change(live, session, body, { valid_until: body.validUntil })
    }),
    defineProjection(suspendLicence, async (session, { body, time }) => {
      const order_commitment = body.order
      const held = { held_at: time, held_until: time + HOLD_LASTS, order_commitment }
      const suspended = { held_at: null, held_until: null, suspended_at: time, order_commitment }
      await change(live, session, body, body.confirmer === null ? held : suspended)
      await finish(session, body.order, time)
    }),
    defineProjection(reinstateLicence, async (session, { body, time }) => {
      const lifted = { suspended_at: null, held_until: null, held_at: null, order_commitment: null }
      await change(live, session, body, lifted)
      await finish(session, body.order, time)
    }),
  ]
}

type Row = IdentityTables['identity.licence']

const NEW = {
  person: null,
  application: null,
  version: 1,
  held_at: null,
  held_until: null,
  suspended_at: null,
  order_commitment: null,
}

/** The application behind a practitioner ID; null for a licence that another node asked for. */
async function firstApplication(session: Session, practitioner: Uint8Array) {
  const query = identityTables(session)
    .selectFrom('identity.licence_application')
    .select(['person', 'application'])
  const row = await query.where('practitioner', '=', practitioner).orderBy('applied_at').executeTakeFirst()
  return row ?? null
}

/** One waits at a time: the first, or one for a later date. */
async function approveApplications(session: Session, practitioner: Uint8Array): Promise<void> {
  await identityTables(session)
    .updateTable('identity.licence_application')
    .set({ state: 'approved' })
    .where('practitioner', '=', practitioner)
    .where('state', '=', 'waiting')
    .execute()
}

async function change(
  live: Live,
  session: Session,
  { practitioner, version }: { readonly practitioner: Uint8Array; readonly version: number },
  to: Partial<Row>,
): Promise<void> {
  const [changed] = await identityTables(session)
    .updateTable('identity.licence')
    .set({ ...to, version: version + 1 })
    .where('practitioner', '=', practitioner)
    .returning('person')
    .execute()
  if (changed?.person) await live.publish(changed.person, LICENCE_CHANGED, toHex(practitioner), session)
}

async function finish(session: Session, commitment: Uint8Array, at: number): Promise<void> {
  await identityTables(session)
    .updateTable('identity.licence_order')
    .set({ state: 'final', confirmed_at: at })
    .where('commitment', '=', commitment)
    .execute()
}
