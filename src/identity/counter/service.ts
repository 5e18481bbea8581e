import type { Actor } from '#http/model'
import { fromHex, later, taggedHash, toHex, toUtf8, type Bytes } from '#kernel'
import type { RandomId } from '#ledger/model'

import { EVEN_TIME, evenly } from '../accounts/evenly.ts'
import { CODE_LASTS } from '../auth/auth.ts'
import { sendTo } from '../codes/confirmations.ts'
import { countCode } from '../codes/count.ts'
import type { Context } from '../context.ts'
import { newUuid } from '../ids.ts'
import { wordsOf } from '../messages/texts.ts'
import { IdentityError, counterDay, parseHealthId } from '../model/index.ts'
import { openOrganisation, readOrganisations, type Organisation } from '../organisations/store.ts'
import { findPeople } from '../people/find.ts'
import { identityTables } from '../tables.ts'
import { isRegistered, readPatients, register, type Patient } from './patients.ts'
import { QUEUE_CHANGED, takeToken, waitingToken, type Token } from './queue.ts'

type Begun =
  | { readonly state: 'registered'; readonly patient: Patient }
  | { readonly state: 'sent'; readonly request: string }
  /** Somebody of another house, or nobody: where no code was wanted, the two are one. */
  | { readonly state: 'not-here' }

/** A health ID as it was typed, and whether a code may go to whoever has it. */
interface Sought {
  readonly healthId: string
  readonly ask: boolean
}

export interface Registered {
  readonly organisation: Organisation
  readonly since: number
  readonly token: Token | null
}

export interface Counter {
  /** Whose counter has this public code. */
  house(code: string): Promise<Organisation>
  /** A patient who scanned the counter's QR is registered there, and gets a token. */
  registerByScan(actor: Actor, code: string): Promise<Registered & { readonly token: Token }>
  mine(actor: Actor): Promise<readonly Registered[]>
  /** A clerk types a health ID: patients of the house are shown, to anybody else a code is sent, if there is anybody. */
  begin(organisation: string, sought: Sought): Promise<Begun>
  confirm(
    organisation: string,
    request: string,
    code: string,
  ): Promise<{ readonly patient: Patient; readonly token: Token }>
}

export function openCounter(context: Context): Counter {
  const { database, vault } = context

  async function house(code: string): Promise<Organisation> {
    const query = identityTables(database).selectFrom('identity.organisation').selectAll()
    const row = await query.where('code', '=', code).where('state', '=', 'active').executeTakeFirst()
    if (!row) throw new IdentityError('NO_SUCH_COUNTER', 'this code is of no counter here')
    return openOrganisation(vault, row)
  }

  return {
    house,
    async registerByScan({ person }, code) {
      const organisation = await house(code)
      return { organisation, ...(await admit(context, organisation.id, person, 'scan')) }
    },
    mine: ({ person }) => registrationsOf(context, person),
    begin: (organisation, sought) => evenly(EVEN_TIME, () => begin(context, fromHex(organisation), sought)),
    confirm: (organisation, request, code) => confirm(context, fromHex(organisation), request, code),
  }
}

async function begin(context: Context, organisation: RandomId, sought: Sought): Promise<Begun> {
  const { database, vault, clock } = context
  const identifier = { channel: 'health-id', address: parseHealthId(sought.healthId) } as const
  const [person] = await findPeople(vault, database, identifier)
  if (person && (await isRegistered(database, organisation, person)))
    return { state: 'registered', patient: await patientOf(context, person) }
  if (!sought.ask) return { state: 'not-here' }
  await countCode(database, vault.lookupOf(identifier), clock)
  return { state: 'sent', request: await ask(context, organisation, person) }
}

/** The same for somebody and for nobody: a request is kept, and a code is made that only somebody gets. */
async function ask(context: Context, organisation: RandomId, person: string | undefined): Promise<string> {
  const { database, clock, chance, codes } = context
  const request = newUuid(chance)
  const now = clock.now()
  const tables = identityTables(database)
  await tables.deleteFrom('identity.registration_request').where('expires_at', '<=', now).execute()
  const row = { request, organisation, person: person ?? null, expires_at: later(now, CODE_LASTS) }
  await tables.insertInto('identity.registration_request').values(row).execute()
  const digest = digestOf(organisation, request)
  const isSent = person !== undefined && (await send(context, person, organisation, digest))
  if (!isSent) await codes.issue(database, request, digest)
  return request
}

async function send(
  context: Context,
  person: string,
  organisation: RandomId,
  digest: Bytes,
): Promise<boolean> {
  const { database, vault } = context
  const known = (await readOrganisations(vault, database, [organisation])).get(toHex(organisation))
  const name = known?.name ?? ''
  const to = await sendTo(context, person, digest, (language, code) =>
    wordsOf(language, 'registration', { kind: 'registration', code, organisation: name }),
  ).catch(unlessTooMany)
  return to !== undefined
}

async function confirm(context: Context, organisation: RandomId, request: string, code: string) {
  const { database, codes } = context
  const row = await identityTables(database)
    .selectFrom('identity.registration_request')
    .select('person')
    .where('request', '=', request)
    .where('organisation', '=', organisation)
    .executeTakeFirst()
  const person = row?.person ?? request
  await codes.spend(database, person, digestOf(organisation, request), code)
  const { token } = await admit(context, organisation, person, 'code')
  return { patient: await patientOf(context, person), token }
}

async function admit(context: Context, organisation: RandomId, person: string, method: 'scan' | 'code') {
  const { database, clock, live } = context
  const since = clock.now()
  const token = await database.transaction(async (session) => {
    await register(session, { organisation, person, since, method })
    return takeToken(context, session, organisation, person)
  })
  await live.publish(toHex(organisation), QUEUE_CHANGED)
  return { since, token }
}

async function registrationsOf(context: Context, person: string): Promise<readonly Registered[]> {
  const { database, vault, clock } = context
  const rows = await identityTables(database)
    .selectFrom('identity.registration')
    .selectAll()
    .where('person', '=', person)
    .orderBy('since', 'desc')
    .execute()
  const known = await readOrganisations(
    vault,
    database,
    rows.map(({ organisation }) => organisation),
  )
  const day = counterDay(clock.now())
  const registered = rows.map(async ({ organisation: id, since }) => {
    const organisation = known.get(toHex(id))
    return organisation && { organisation, since, token: await waitingToken(database, person, id, day) }
  })
  return (await Promise.all(registered)).filter((each) => each !== undefined)
}

async function patientOf(context: Context, person: string): Promise<Patient> {
  const patient = (await readPatients(context, context.database, [person])).get(person)
  if (!patient) throw new Error('a patient who is not there')
  return patient
}

function digestOf(organisation: RandomId, request: string): Bytes {
  return taggedHash('registration/1', organisation, toUtf8(request))
}

/** That a contact has had too many codes would tell that there is one. */
function unlessTooMany(error: unknown): undefined {
  if (error instanceof IdentityError && error.code === 'TOO_MANY_CODES') return undefined
  throw error
}
