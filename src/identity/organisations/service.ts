import type { Actor } from '#http/model'
import { DomainError, fromHex, toHex, toUtf8 } from '#kernel'
import type { RandomId } from '#ledger/model'

import { submitAsAuthority } from '../authority.ts'
import type { Context } from '../context.ts'
import { newLedgerId } from '../ids.ts'
import {
  IdentityError,
  approveOrganisation,
  reinstateOrganisation,
  suspendOrganisation,
  type OrganisationClaim,
  type OrganisationState,
} from '../model/index.ts'
import { identityTables } from '../tables.ts'
import { newCounterCode } from './counter-code.ts'
import { ORGANISATION_CHANGED } from './projections.ts'
import { openOrganisation, readDetails, readOrganisations, toClaimBytes, type Organisation } from './store.ts'

export interface Organisations {
  register(actor: Actor, claim: OrganisationClaim): Promise<RandomId>
  mine(actor: Actor): Promise<readonly Organisation[]>
  /** All, or those in one state; those that wait first. */
  list(state?: OrganisationState): Promise<readonly Organisation[]>
  read(organisation: string): Promise<Organisation>
  /** Final on the ledger when it resolves; who applied is then its administrator. */
  approve(organisation: string): Promise<void>
  refuse(organisation: string, reason: string): Promise<void>
  suspend(organisation: string, reason: string): Promise<void>
  reinstate(organisation: string): Promise<void>
}

export function openOrganisations(context: Context): Organisations {
  const { database, vault } = context
  const rows = () => identityTables(database).selectFrom('identity.organisation').selectAll()

  async function read(organisation: string): Promise<Organisation> {
    const found = (await readOrganisations(vault, database, [fromHex(organisation)])).get(organisation)
    if (!found) throw new IdentityError('NO_SUCH_ORGANISATION', 'there is no such organisation')
    return found
  }

  return {
    read,
    register: (actor, claim) => register(context, actor, claim),
    async mine({ person }) {
      const mine = await rows().where('applied_by', '=', person).orderBy('applied_at', 'desc').execute()
      return mine.map((row) => openOrganisation(vault, row))
    },
    async list(state) {
      const query = state === undefined ? rows() : rows().where('state', '=', state)
      const found = await query
        .orderBy((by) => by('state', '!=', 'applied'))
        .orderBy('applied_at', 'desc')
        .execute()
      return found.map((row) => openOrganisation(vault, row))
    },
    async approve(organisation) {
      const found = await read(organisation)
      requireWaiting(found)
      await approve(context, found)
    },
    async refuse(organisation, reason) {
      requireWaiting(await read(organisation))
      await refuse(context, organisation, reason)
    },
    async suspend(organisation, reason) {
      const { id, version, state } = await read(organisation)
      if (state !== 'active') throw new IdentityError('NOT_ACTIVE', `it is not active but ${state}`)
      await submitAsAuthority(context, suspendOrganisation, { organisation: id, version })
      await keepReason(context, organisation, reason)
    },
    async reinstate(organisation) {
      const { id, version, state } = await read(organisation)
      if (state !== 'suspended') throw new IdentityError('NOT_SUSPENDED', `it is not suspended but ${state}`)
      await submitAsAuthority(context, reinstateOrganisation, { organisation: id, version })
    },
  }
}

async function refuse(context: Context, organisation: string, reason: string): Promise<void> {
  const refused = await identityTables(context.database)
    .updateTable('identity.organisation')
    .set({ state: 'refused', decided_at: context.clock.now() })
    .where('organisation', '=', fromHex(organisation))
    .where('state', '=', 'applied')
    .returning('applied_by')
    .executeTakeFirst()
  if (!refused) throw answered()
  await keepReason(context, organisation, reason)
  if (refused.applied_by !== null)
    await context.live.publish(refused.applied_by, ORGANISATION_CHANGED, organisation)
}

async function keepReason({ database, vault }: Context, organisation: string, reason: string): Promise<void> {
  await identityTables(database)
    .updateTable('identity.organisation')
    .set({ reason: vault.seal('reason', organisation, toUtf8(reason)) })
    .where('organisation', '=', fromHex(organisation))
    .execute()
}

async function register(context: Context, { person }: Actor, claim: OrganisationClaim): Promise<RandomId> {
  const { database, vault, clock, chance } = context
  const id = newLedgerId(chance)
  const row = {
    organisation: id,
    kind: claim.kind,
    code: newCounterCode(chance),
    sealed: vault.seal('organisation', toHex(id), toClaimBytes(claim)),
    salt: chance.bytes(32),
    state: 'applied',
    version: 1,
    applied_by: person,
    applied_at: clock.now(),
  } as const
  await identityTables(database).insertInto('identity.organisation').values(row).execute()
  return id
}

/** The ledger decides between two officers at once: the second is told that it was answered. */
async function approve(context: Context, { id, kind }: Organisation): Promise<void> {
  const { database, vault, ledger } = context
  const details = await readDetails(vault, database, id)
  const body = { organisation: id, kind, key: ledger.signerFor(id).publicKey, number: null, details }
  await submitAsAuthority(context, approveOrganisation, body).catch((error: unknown) => {
    throw error instanceof DomainError && error.code === 'ORGANISATION_EXISTS' ? answered() : error
  })
}

function requireWaiting({ state }: Organisation): void {
  if (state !== 'applied') throw answered()
}

function answered(): IdentityError {
  return new IdentityError('ALREADY_ANSWERED', 'an officer answered this before')
}
