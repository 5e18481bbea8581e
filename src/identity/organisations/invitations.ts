import type { Actor, StaffRole } from '#http/model'
import { fromHex, fromUtf8, toHex, toUtf8 } from '#kernel'
import type { RandomId } from '#ledger/model'
import type { Session } from '#storage'

import { countCode } from '../codes/count.ts'
import type { Context } from '../context.ts'
import { newUuid } from '../ids.ts'
import { wordsOf } from '../messages/texts.ts'
import { IdentityError, parseIdentifier } from '../model/index.ts'
import { findPeople, lookupsOf } from '../people/find.ts'
import { identityTables } from '../tables.ts'
import { MEMBERSHIP_CHANGED } from './staff.ts'
import { readOrganisations, type Organisation } from './store.ts'

export interface Invitation {
  readonly invitation: string
  /** As the administrator typed it. */
  readonly identifier: string
  readonly roles: StaffRole[]
  readonly at: number
}

interface MyInvitation extends Omit<Invitation, 'identifier'> {
  readonly organisation: Organisation
}

/** Invitations to work for an organisation: they wait under an identifier for whoever proves to have it. */
export interface Invitations {
  waiting(organisation: string): Promise<Invitation[]>
  /** Nobody is told whether there is such a person. */
  invite(actor: Actor, organisation: string, identifier: string, roles: readonly StaffRole[]): Promise<string>
  withdraw(organisation: string, invitation: string): Promise<void>
  of(actor: Actor): Promise<readonly MyInvitation[]>
  answer(actor: Actor, invitation: string, accept: boolean): Promise<void>
}

export function openInvitations(context: Context): Invitations {
  const { database } = context
  return {
    waiting: (organisation) => waiting(context, fromHex(organisation)),
    invite: (actor, organisation, identifier, roles) =>
      invite(context, actor, fromHex(organisation), identifier, roles),
    async withdraw(organisation, invitation) {
      const withdrawn = await identityTables(database)
        .updateTable('identity.invitation')
        .set({ state: 'withdrawn' })
        .where('invitation', '=', invitation)
        .where('organisation', '=', fromHex(organisation))
        .where('state', '=', 'open')
        .returning('invitation')
        .execute()
      if (withdrawn.length === 0) throw noInvitation()
    },
    of: (actor) => invitationsOf(context, actor),
    async answer(actor, invitation, accept) {
      const organisation = await database.transaction((session) =>
        answer(context, session, actor, invitation, accept),
      )
      if (accept) await context.live.publish(actor.person, MEMBERSHIP_CHANGED, toHex(organisation))
    },
  }
}

async function waiting({ database, vault }: Context, organisation: RandomId): Promise<Invitation[]> {
  const rows = await identityTables(database)
    .selectFrom('identity.invitation')
    .selectAll()
    .where('organisation', '=', organisation)
    .where('state', '=', 'open')
    .orderBy('at', 'desc')
    .execute()
  return rows.map(({ invitation, sealed, roles, at }) => ({
    invitation,
    identifier: fromUtf8(vault.unseal('invitation', invitation, sealed)),
    roles: [...roles],
    at,
  }))
}

async function invite(
  context: Context,
  actor: Actor,
  organisation: RandomId,
  typed: string,
  roles: readonly StaffRole[],
): Promise<string> {
  const { database, vault, clock, chance } = context
  const identifier = parseIdentifier(typed)
  const invitation = newUuid(chance)
  const row = {
    invitation,
    organisation,
    lookup: vault.lookupOf(identifier),
    sealed: vault.seal('invitation', invitation, toUtf8(typed.trim())),
    roles: [...new Set(roles)],
    invited_by: actor.person,
    at: clock.now(),
    state: 'open',
  } as const
  await countCode(database, row.lookup, clock)
  await identityTables(database).insertInto('identity.invitation').values(row).execute()
  for (const person of await findPeople(vault, database, identifier))
    await tell(context, person, organisation)
  return invitation
}

/** Only people with an account are told: an organisation cannot send messages to strangers. */
async function tell(
  { database, vault, people, contacts, courier }: Context,
  person: string,
  organisation: RandomId,
) {
  const contact = await contacts.preferred(database, person)
  const known = (await readOrganisations(vault, database, [organisation])).get(toHex(organisation))
  if (!contact || !known) return
  const { language } = await people.read(database, person)
  const words = wordsOf(language, 'invitation', { kind: 'invitation', organisation: known.name })
  courier.take({ channel: contact.channel, to: contact.address, ...words })
}

async function invitationsOf(
  { database, vault }: Context,
  { person }: Actor,
): Promise<readonly MyInvitation[]> {
  const rows = await identityTables(database)
    .selectFrom('identity.invitation')
    .selectAll()
    .where('lookup', 'in', await lookupsOf(database, person))
    .where('state', '=', 'open')
    .orderBy('at', 'desc')
    .execute()
  const known = await readOrganisations(
    vault,
    database,
    rows.map(({ organisation }) => organisation),
  )
  return rows.flatMap(({ invitation, organisation: id, roles, at }) => {
    const organisation = known.get(toHex(id))
    return organisation ? [{ invitation, organisation, roles: [...roles], at }] : []
  })
}

async function answer(
  { clock }: Context,
  session: Session,
  { person }: Actor,
  invitation: string,
  accept: boolean,
): Promise<RandomId> {
  const tables = identityTables(session)
  const [answered] = await tables
    .updateTable('identity.invitation')
    .set({ state: accept ? 'accepted' : 'refused' })
    .where('invitation', '=', invitation)
    .where('lookup', 'in', await lookupsOf(session, person))
    .where('state', '=', 'open')
    .returning(['organisation', 'roles'])
    .execute()
  if (!answered) throw noInvitation()
  const { organisation, roles } = answered
  const rows = roles.map((role) => ({ organisation, person, role, since: clock.now() }))
  const insert = tables.insertInto('identity.membership').values(rows)
  if (accept)
    await insert
      .onConflict((conflict) => conflict.columns(['organisation', 'person', 'role']).doNothing())
      .execute()
  return organisation
}

function noInvitation(): IdentityError {
  return new IdentityError('NO_SUCH_INVITATION', 'there is no such invitation, or it was answered')
}
