import type { Actor } from '#http/model'
import { DomainError, fromHex, taggedHash, toHex, toUtf8 } from '#kernel'

import { submitAsAuthority } from '../authority.ts'
import type { Context } from '../context.ts'
import { newUuid } from '../ids.ts'
import { IdentityError, reinstateLicence, suspendLicence, type Order } from '../model/index.ts'
import { identityTables, type IdentityTables } from '../tables.ts'
import { openOrder, toLicence, type Licence } from './store.ts'

type Row = IdentityTables['identity.licence_order']
type OrderKind = Row['kind']

export interface KnownOrder {
  readonly order: string
  readonly kind: OrderKind
  readonly practitioner: string
  readonly name: string
  readonly rests: Order
  readonly proposedBy: string
  readonly proposedAt: number
  readonly confirmedBy: string | null
  readonly confirmedAt: number | null
  readonly state: Row['state']
  readonly mayConfirm: boolean
}

export interface Proposed {
  readonly id: string
  readonly state: 'proposed' | 'final'
}

/** Orders that stop a licence or let it go on. */
export interface Orders {
  /** A hold, or the end of one, is final when this resolves; the rest waits for a second officer. */
  propose(actor: Actor, practitioner: string, kind: OrderKind, order: Order): Promise<Proposed>
  confirm(actor: Actor, order: string): Promise<void>
  withdraw(order: string): Promise<void>
  list(actor: Actor): Promise<readonly KnownOrder[]>
}

export function openOrders(context: Context): Orders {
  return {
    propose: (actor, practitioner, kind, order) => propose(context, actor, practitioner, kind, order),
    confirm: (actor, order) => confirm(context, actor, order),
    withdraw: (order) => withdraw(context, order),
    list: (actor) => list(context, actor),
  }
}

async function propose(
  context: Context,
  actor: Actor,
  practitioner: string,
  kind: OrderKind,
  order: Order,
): Promise<Proposed> {
  const licence = await licenceToOrder(context, actor, practitioner)
  refuseIdle(licence, kind)
  const row = toRow(context, actor, licence, kind, order)
  await identityTables(context.database).insertInto('identity.licence_order').values(row).execute()
  const isAlone = kind === 'hold' || licence.state === 'held'
  if (kind === 'suspend' || !isAlone) return { id: row.id, state: 'proposed' }
  await submitOrder(context, row, licence, null).catch(async (error: unknown) => {
    await withdraw(context, row.id)
    throw error
  })
  return { id: row.id, state: 'final' }
}

/** Takes the place of the second officer, unless another has it; then the ledger decides. */
async function confirm(context: Context, actor: Actor, id: string): Promise<void> {
  const row = await readRow(context, id)
  if (row.proposed_by === actor.person)
    throw new IdentityError('SAME_OFFICER', 'another officer must confirm')
  const licence = await licenceToOrder(context, actor, toHex(row.practitioner))
  const [taken] = await identityTables(context.database)
    .updateTable('identity.licence_order')
    .set({ confirmed_by: actor.person })
    .where('id', '=', id)
    .where('state', '=', 'proposed')
    .where((is) => is.or([is('confirmed_by', 'is', null), is('confirmed_by', '=', actor.person)]))
    .returningAll()
    .execute()
  if (!taken) throw answered()
  await submitOrder(context, taken, licence, actor.person).catch(async (error: unknown) => {
    if (error instanceof DomainError) await release(context, id)
    throw error
  })
}

async function withdraw({ database }: Context, id: string): Promise<void> {
  const withdrawn = await identityTables(database)
    .updateTable('identity.licence_order')
    .set({ state: 'withdrawn' })
    .where('id', '=', id)
    .where('state', '=', 'proposed')
    .returning('id')
    .execute()
  if (withdrawn.length > 0) return
  await readRow({ database }, id)
  throw answered()
}

async function release({ database }: Context, id: string): Promise<void> {
  const query = identityTables(database).updateTable('identity.licence_order').set({ confirmed_by: null })
  await query.where('id', '=', id).where('state', '=', 'proposed').execute()
}

async function submitOrder(
  context: Context,
  row: Row,
  licence: Licence,
  confirmer: string | null,
): Promise<void> {
  const { vault } = context
  const body = {
    practitioner: row.practitioner,
    version: licence.version,
    order: row.commitment,
    proposer: vault.officerId(row.proposed_by),
    confirmer: confirmer === null ? null : vault.officerId(confirmer),
  }
  await submitAsAuthority(context, row.kind === 'reinstate' ? reinstateLicence : suspendLicence, body)
}

async function licenceToOrder(
  { database, clock }: Context,
  actor: Actor,
  practitioner: string,
): Promise<Licence> {
  const row = await identityTables(database)
    .selectFrom('identity.licence')
    .selectAll()
    .where('practitioner', '=', fromHex(practitioner))
    .executeTakeFirst()
  if (!row) throw new IdentityError('NO_SUCH_LICENCE', 'nobody has this practitioner ID')
  if (row.person === actor.person)
    throw new IdentityError('OWN_LICENCE', 'other officers decide on your own licence')
  return toLicence(row, clock.now())
}

/** What can be seen to change nothing is refused before anybody has to read it; the ledger refuses it all the same. */
function refuseIdle({ state }: Licence, kind: OrderKind): void {
  const isStopped = state === 'held' || state === 'suspended'
  if (kind === 'reinstate' && !isStopped)
    throw new IdentityError('NOT_SUSPENDED', 'this licence is neither held nor suspended')
  if (kind !== 'reinstate' && (state === 'suspended' || (kind === 'hold' && isStopped)))
    throw new IdentityError('ALREADY_SUSPENDED', 'this licence is stopped already')
}

function toRow(
  { vault, clock, chance }: Context,
  actor: Actor,
  licence: Licence,
  kind: OrderKind,
  order: Order,
): Row {
  const id = newUuid(chance)
  const salt = chance.bytes(32)
  return {
    id,
    practitioner: fromHex(licence.practitioner),
    kind,
    sealed: vault.sealJson('licence-order', id, { order, salt: toHex(salt) }),
    commitment: taggedHash('licence-order/1', salt, toUtf8(JSON.stringify(order))),
    proposed_by: actor.person,
    proposed_at: clock.now(),
    confirmed_by: null,
    confirmed_at: null,
    state: 'proposed',
  }
}

async function readRow({ database }: Pick<Context, 'database'>, id: string): Promise<Row> {
  const query = identityTables(database).selectFrom('identity.licence_order').selectAll()
  const row = await query.where('id', '=', id).executeTakeFirst()
  if (!row) throw new IdentityError('NO_SUCH_ORDER', 'there is no such order')
  return row
}

async function list({ database, vault, people }: Context, actor: Actor): Promise<readonly KnownOrder[]> {
  const rows = await identityTables(database)
    .selectFrom('identity.licence_order as o')
    .innerJoin('identity.licence as l', 'l.practitioner', 'o.practitioner')
    .selectAll('o')
    .select('l.person')
    .orderBy((by) => by('o.state', '!=', 'proposed'))
    .orderBy('o.proposed_at', 'desc')
    .limit(200)
    .execute()
  const ids = rows.flatMap(({ person, proposed_by, confirmed_by }) =>
    [person ?? [], proposed_by, confirmed_by ?? []].flat(),
  )
  const names = await people.readAll(database, [...new Set(ids)])
  const nameOf = (person: string | null) => (person === null ? '' : (names.get(person)?.name ?? ''))
  return rows.map((row) => ({
    order: row.id,
    kind: row.kind,
    practitioner: toHex(row.practitioner),
    name: nameOf(row.person),
    rests: openOrder(vault, row).order,
    proposedBy: nameOf(row.proposed_by),
    proposedAt: row.proposed_at,
    confirmedBy: row.confirmed_by && nameOf(row.confirmed_by),
    confirmedAt: row.confirmed_at,
    state: row.state,
    mayConfirm: row.state === 'proposed' && row.proposed_by !== actor.person && row.person !== actor.person,
  }))
}

function answered(): IdentityError {
  return new IdentityError('ALREADY_ANSWERED', 'this order is final or withdrawn')
}
