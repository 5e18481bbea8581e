import { z } from 'zod'

import { toHex, toInstant } from '#kernel'
import type { Session } from '#storage'

import { licenceStateAt, orderSchema, type LicenceState, type Order, type System } from '../model/index.ts'
import { identityTables, type IdentityTables } from '../tables.ts'
import type { Vault } from '../vault.ts'

type Row = IdentityTables['identity.licence']

/** A practitioner ID, and how its licence stands. */
export interface Licence {
  readonly practitioner: string
  readonly person: string | null
  readonly system: System
  readonly state: LicenceState
  readonly issuedAt: number
  readonly validUntil: number
  readonly version: number
  readonly stoppedAt: number | null
  readonly stoppedUntil: number | null
}

export function toLicence(row: Row, now: number): Licence {
  const state = licenceStateAt(
    { validUntil: row.valid_until, heldUntil: row.held_until, suspendedAt: row.suspended_at },
    toInstant(now),
  )
  return {
    practitioner: toHex(row.practitioner),
    person: row.person,
    system: row.system,
    state,
    issuedAt: row.issued_at,
    validUntil: row.valid_until,
    version: row.version,
    stoppedAt: state === 'suspended' ? row.suspended_at : state === 'held' ? row.held_at : null,
    stoppedUntil: state === 'held' ? row.held_until : null,
  }
}

/** The licences of these people, as they stand now. */
export async function readLicences(
  session: Session,
  people: readonly string[],
  now: number,
): Promise<Licence[]> {
  if (people.length === 0) return []
  const rows = await identityTables(session)
    .selectFrom('identity.licence')
    .selectAll()
    .where('person', 'in', people)
    .orderBy('issued_at')
    .execute()
  return rows.map((row) => toLicence(row, now))
}

/** An order as it was given, with the salt that its commitment on the ledger needs. */
const sealedOrderSchema = z.strictObject({ order: orderSchema, salt: z.string() })

export function openOrder(
  vault: Vault,
  { id, sealed }: { readonly id: string; readonly sealed: Uint8Array },
): z.infer<typeof sealedOrderSchema> {
  return sealedOrderSchema.parse(vault.unsealJson('licence-order', id, sealed))
}

/** The order a stopped licence rests on. */
export async function readOrder(
  vault: Vault,
  session: Session,
  practitioner: Uint8Array,
): Promise<Order | null> {
  const row = await identityTables(session)
    .selectFrom('identity.licence as l')
    .innerJoin('identity.licence_order as o', 'o.commitment', 'l.order_commitment')
    .select(['o.id', 'o.sealed'])
    .where('l.practitioner', '=', practitioner)
    .executeTakeFirst()
  return row ? openOrder(vault, row).order : null
}
