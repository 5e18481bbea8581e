/** The first organisation and its first officers, which no officer can approve. */
import { toHex, toUtf8, type Bytes, type Chance, type Clock } from '#kernel'
import type { RandomId } from '#ledger/model'
import type { Session } from '#storage'

import type { Context } from './context.ts'
import { newLedgerId, newUuid } from './ids.ts'
import { parseIdentifier, type OrganisationClaim } from './model/index.ts'
import { newCounterCode } from './organisations/counter-code.ts'
import { makeAdministrator } from './organisations/projections.ts'
import { readDetails, toClaimBytes } from './organisations/store.ts'
import { findPeople } from './people/find.ts'
import { identityTables } from './tables.ts'
import type { Vault } from './vault.ts'

/** What genesis writes of the health authority. */
export interface Founder {
  readonly id: RandomId
  readonly details: Bytes
}

interface FoundingPorts {
  readonly vault: Vault
  readonly clock: Clock
  readonly chance: Chance
  /** The node's number, which is the authority's. */
  readonly node: number
}

/**
 * The health authority in this node's directory, made where it is not there yet: before the ledger is opened, whose
 * genesis names it.
 */
export async function foundAuthority(
  session: Session,
  { vault, clock, chance, node }: FoundingPorts,
  claim: Omit<OrganisationClaim, 'kind'>,
): Promise<Founder> {
  const known = await authorityOf(session, node)
  const id = known ?? newLedgerId(chance)
  const row = {
    organisation: id,
    kind: 'authority',
    code: newCounterCode(chance),
    sealed: vault.seal('organisation', toHex(id), toClaimBytes({ ...claim, kind: 'authority' })),
    salt: chance.bytes(32),
    state: 'active',
    version: 1,
    number: node,
    applied_at: clock.now(),
  } as const
  if (!known) await identityTables(session).insertInto('identity.organisation').values(row).execute()
  return { id, details: await readDetails(vault, session, id) }
}

/**
 * Makes somebody an officer. Where exactly one verified account has this address, number or health ID, at once; else
 * whoever proves to have it later finds an invitation.
 */
export async function appointOfficer(context: Context, identifier: string): Promise<'appointed' | 'invited'> {
  const { database, vault, clock, authority } = context
  const named = parseIdentifier(identifier)
  const [person, another] = await findPeople(vault, database, named)
  if (person !== undefined && another === undefined) {
    await makeAdministrator(database, authority, person, clock.now())
    return 'appointed'
  }
  await invite(context, identifier, vault.lookupOf(named))
  return 'invited'
}

/** The number under which this database was founded; undefined where it is empty. */
export async function foundedAs(session: Session): Promise<number | undefined> {
  const query = identityTables(session).selectFrom('identity.organisation').select('number')
  const founder = query.where('kind', '=', 'authority').where('applied_by', 'is', null)
  return (await founder.where('number', 'is not', null).executeTakeFirst())?.number ?? undefined
}

async function authorityOf(session: Session, node: number): Promise<RandomId | undefined> {
  const query = identityTables(session).selectFrom('identity.organisation').select('organisation')
  const row = await query.where('kind', '=', 'authority').where('number', '=', node).executeTakeFirst()
  return row?.organisation
}

async function invite(
  { database, vault, clock, chance, authority }: Context,
  typed: string,
  lookup: Uint8Array,
) {
  const invitation = newUuid(chance)
  const sealed = vault.seal('invitation', invitation, toUtf8(typed.trim()))
  const row = {
    invitation,
    organisation: authority,
    lookup,
    sealed,
    invited_by: null,
    at: clock.now(),
  } as const
  const roles = ['administrator'] as const
  await identityTables(database)
    .insertInto('identity.invitation')
    .values({ ...row, roles, state: 'open' })
    .execute()
}
