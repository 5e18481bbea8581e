import { fromHex } from '#kernel'
import type { RandomId } from '#ledger/model'
import type { Session } from '#storage'

import type { Context } from '../context.ts'
import { newUuid } from '../ids.ts'
import { IdentityError, counterDay } from '../model/index.ts'
import { identityTables, type IdentityTables } from '../tables.ts'
import { readPatients, requireRegistered, type Patient } from './patients.ts'

export const QUEUE_CHANGED = 'queue.changed'

/** A place in today's queue. */
export type Token = Pick<IdentityTables['identity.queue_token'], 'token' | 'number' | 'day' | 'state' | 'at'>

export interface Queue {
  /** A registered patient's token for today: the one that waits, or the next. */
  give(organisation: string, person: string): Promise<Token>
  today(organisation: string): Promise<readonly (Token & { readonly patient: Patient })[]>
  close(organisation: string, token: string): Promise<void>
  /** Whose token of today this number is. */
  holderOf(organisation: RandomId, number: number): Promise<string | undefined>
}

export function openQueue(context: Context): Queue {
  const { database, clock, live } = context
  return {
    async give(organisation, person) {
      await requireRegistered(database, fromHex(organisation), person)
      const token = await database.transaction((session) =>
        takeToken(context, session, fromHex(organisation), person),
      )
      await live.publish(organisation, QUEUE_CHANGED)
      return token
    },
    async today(organisation) {
      const rows = await tokens(database, fromHex(organisation), counterDay(clock.now()))
        .orderBy('number')
        .execute()
      const patients = await readPatients(
        context,
        database,
        rows.map(({ person }) => person),
      )
      return rows.flatMap(({ person, token, number, day, state, at }) => {
        const patient = patients.get(person)
        return patient ? [{ token, number, day, state, at, patient }] : []
      })
    },
    async close(organisation, token) {
      const closed = await identityTables(database)
        .updateTable('identity.queue_token')
        .set({ state: 'closed' })
        .where('token', '=', token)
        .where('organisation', '=', fromHex(organisation))
        .where('state', '=', 'waiting')
        .returning('person')
        .execute()
      const [token_] = closed
      if (!token_) throw new IdentityError('NO_SUCH_TOKEN', 'no such token waits here')
      await live.publish(organisation, QUEUE_CHANGED)
      await live.publish(token_.person, QUEUE_CHANGED)
    },
    async holderOf(organisation, number) {
      const query = tokens(database, organisation, counterDay(clock.now())).where('number', '=', number)
      return (await query.executeTakeFirst())?.person
    },
  }
}

/** The token that waits for a person today, or the next number. */
export async function takeToken(
  { clock, chance }: Context,
  session: Session,
  organisation: RandomId,
  person: string,
): Promise<Token> {
  const at = clock.now()
  const day = counterDay(at)
  // The counter's row is locked first: two scans of one patient take turns, and the second finds the first's token.
  const number = await lastNumber(session, organisation, day)
  const waiting = await tokens(session, organisation, day)
    .where('person', '=', person)
    .where('state', '=', 'waiting')
    .executeTakeFirst()
  if (waiting) return toToken(waiting)
  const row = {
    token: newUuid(chance),
    organisation,
    day,
    number: number + 1,
    person,
    state: 'waiting',
    at,
  } as const
  await identityTables(session).insertInto('identity.queue_token').values(row).execute()
  await identityTables(session)
    .updateTable('identity.queue_day')
    .set({ last: row.number })
    .where('organisation', '=', organisation)
    .where('day', '=', day)
    .execute()
  return toToken(row)
}

export async function waitingToken(session: Session, person: string, organisation: RandomId, day: string) {
  const query = tokens(session, organisation, day).where('person', '=', person)
  const row = await query.orderBy('number', 'desc').executeTakeFirst()
  return row ? toToken(row) : null
}

function tokens(session: Session, organisation: RandomId, day: string) {
  return identityTables(session)
    .selectFrom('identity.queue_token')
    .selectAll()
    .where('organisation', '=', organisation)
    .where('day', '=', day)
}

async function lastNumber(session: Session, organisation: RandomId, day: string): Promise<number> {
  const { last } = await identityTables(session)
    .insertInto('identity.queue_day')
    .values({ organisation, day, last: 0 })
    .onConflict((conflict) => conflict.columns(['organisation', 'day']).doUpdateSet({ organisation }))
    .returning('last')
    .executeTakeFirstOrThrow()
  return last
}

function toToken({ token, number, day, state, at }: Token): Token {
  return { token, number, day, state, at }
}
