import { fromUtf8, taggedHash, toHex, toUtf8, type Bytes } from '#kernel'
import type { RandomId } from '#ledger/model'
import type { Session } from '#storage'

import { organisationClaimSchema, type OrganisationClaim, type OrganisationState } from '../model/index.ts'
import { identityTables, type IdentityTables } from '../tables.ts'
import type { Vault } from '../vault.ts'

type Row = IdentityTables['identity.organisation']

/** An organisation as this node's directory has it. */
export interface Organisation extends OrganisationClaim {
  readonly organisation: string
  readonly id: RandomId
  /** The public code of its counters. */
  readonly code: string
  readonly state: OrganisationState
  readonly version: number
  readonly appliedBy: string | null
  readonly appliedAt: number
  readonly decidedAt: number | null
  readonly reason: string | null
}

/** The bytes of a claim that the ledger's `details` commit to. */
export function toClaimBytes(claim: OrganisationClaim): Bytes {
  return toUtf8(JSON.stringify(organisationClaimSchema.parse(claim)))
}

export function detailsOf(salt: Bytes, claim: Bytes): Bytes {
  return taggedHash('organisation-details/1', salt, claim)
}

export function openOrganisation(vault: Vault, row: Row): Organisation {
  const organisation = toHex(row.organisation)
  const claim: unknown = vault.unsealJson('organisation', organisation, row.sealed)
  const { version, state, code } = row
  return {
    ...organisationClaimSchema.parse(claim),
    organisation,
    id: row.organisation,
    code,
    state,
    version,
    appliedBy: row.applied_by,
    appliedAt: row.applied_at,
    decidedAt: row.decided_at,
    reason: row.reason && fromUtf8(vault.unseal('reason', organisation, row.reason)),
  }
}

/** The organisations of these ids that this node knows. */
export async function readOrganisations(
  vault: Vault,
  session: Session,
  ids: readonly RandomId[],
): Promise<ReadonlyMap<string, Organisation>> {
  if (ids.length === 0) return new Map()
  const rows = await identityTables(session)
    .selectFrom('identity.organisation')
    .selectAll()
    .where('organisation', 'in', ids)
    .execute()
  return new Map(rows.map((row) => [toHex(row.organisation), openOrganisation(vault, row)]))
}

/** The details commitment of an organisation, out of what is kept of it. */
export async function readDetails(vault: Vault, session: Session, id: RandomId): Promise<Bytes> {
  const { sealed, salt } = await identityTables(session)
    .selectFrom('identity.organisation')
    .select(['sealed', 'salt'])
    .where('organisation', '=', id)
    .executeTakeFirstOrThrow()
  return detailsOf(salt, vault.unseal('organisation', toHex(id), sealed))
}
