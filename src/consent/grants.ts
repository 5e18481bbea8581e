/** Consents as they are prepared, granted, taken back and listed. */
import { boundTo, concat, fromUtf8, seal, toInstant, unseal, type Bytes, type Instant } from '#kernel'
import type { Database, Session } from '#storage'

import { ConsentError, openingSchema, stateOf, type Opening, type Place, type State } from './model/index.ts'
import type { ChartKeys } from './keyring.ts'
import { answered, type Request } from './store.ts'

const SALT_BYTES = 32

/** A consent that the patient is about to confirm: nothing is open before the ledger has it. */
export interface Prepared {
  readonly id: Bytes
  readonly chart: string
  readonly request: Request
  readonly later: boolean
  readonly plainOnly: boolean
  readonly expiresAt: Instant
  readonly leaf: Bytes
  readonly body: Bytes
  readonly digest: Bytes
  readonly sealed: Bytes
  readonly places: readonly Place[]
}

const FORGET = {
  text: 'delete from consent.consent where request = $1 and chart = $2 and granted_at is null returning id',
}
const FORGET_OPENED = { text: 'delete from consent.opened where consent = any($1)' }
const INSERT = {
  text: `insert into consent.consent (id, request, chart, reader, practitioner, organisation, kinds, care_from, care_to,
           later, plain_only, expires_at, leaf, body, digest, sealed)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)`,
}
const INSERT_OPENED = {
  text: `insert into consent.opened (consent, strand, index)
         select $1, * from unnest($2::int4[], $3::int8[])`,
}

/** Held until the commit, so that no consent is put away that is on its way to the ledger. */
const HOLD_UNANSWERED = { text: 'select from consent.request where id = $1 and answer is null for update' }

/** Keeps a prepared consent in place of an earlier one for the same request, where nobody answered that yet. */
export async function keepPrepared(session: Session, prepared: Prepared): Promise<void> {
  const { id, request, chart, later, plainOnly, expiresAt, leaf, body, digest, sealed, places } = prepared
  if ((await session.rows(HOLD_UNANSWERED, [request.id])).length === 0) throw answered()
  const forgotten = await session.rows<{ id: Bytes }>(FORGET, [request.id, chart])
  await session.rows(FORGET_OPENED, [forgotten.map((row) => row.id)])
  const reader = [request.reader, request.practitioner, request.organisation]
  const scope = [request.kinds, request.care.from, request.care.to, later, plainOnly, expiresAt]
  await session.rows(INSERT, [id, request.id, chart, ...reader, ...scope, leaf, body, digest, sealed])
  const columns = [places.map(({ strand }) => strand), places.map(({ index }) => index)]
  await session.rows(INSERT_OPENED, [id, ...columns])
}

/** The words of a consent under their salt and seal. */
export function sealOpening(keys: ChartKeys, chart: string, id: string, salt: Bytes, stored: Bytes): Bytes {
  return seal(keys.seal, concat(salt, stored), boundTo('consent', chart, id))
}

/** How the patient confirmed it, under its salt and seal. */
export function sealEvidence(
  keys: ChartKeys,
  chart: string,
  id: string,
  salt: Bytes,
  evidence: Bytes,
): Bytes {
  return seal(keys.seal, concat(salt, evidence), boundTo('consent-evidence', chart, id))
}

const KEEP_EVIDENCE = {
  text: 'update consent.consent set evidence = $2 where id = $1 and granted_at is null',
}

export async function keepEvidence(session: Session, id: Bytes, sealed: Bytes): Promise<void> {
  await session.rows(KEEP_EVIDENCE, [id, sealed])
}

interface OpenedConsent {
  readonly salt: Bytes
  readonly stored: string
  readonly opening: Opening
}

/** A consent's words, out of their seal; `SealError` where a bit differs or it lies in another's place. */
export function openConsent(keys: ChartKeys, chart: string, id: string, sealed: Bytes): OpenedConsent {
  const opened = unseal(keys.seal, sealed, boundTo('consent', chart, id))
  const stored = fromUtf8(opened.subarray(SALT_BYTES))
  return { salt: opened.subarray(0, SALT_BYTES), stored, opening: openingSchema.parse(JSON.parse(stored)) }
}

const CLAIM = {
  text: `update consent.request set answer = $2
         where id = $1 and answer is null and denied_at is null and withdrawn_at is null and stands_until > $3
         returning id`,
}
const PREPARED_STILL = { text: 'select from consent.consent where id = $1 and granted_at is null' }
const NOT_GRANTED =
  'not exists (select from consent.consent c where c.id = r.answer and c.granted_at is not null)'
const RELEASE = {
  text: `update consent.request r set answer = null where id = $1 and answer = $2 and ${NOT_GRANTED}`,
}
const RELEASE_ALL = {
  text: `update consent.request r set answer = null where answer is not null and ${NOT_GRANTED}`,
}

/** Takes the request for this consent, unless it was answered, or another decision put this one away. */
export async function claim(database: Database, request: string, consent: Bytes, at: Instant): Promise<void> {
  await database.transaction(async (session) => {
    if ((await session.rows(CLAIM, [request, consent, at])).length === 0) throw answered()
    if ((await session.rows(PREPARED_STILL, [consent])).length === 0)
      throw new ConsentError('NOT_ASKED_FOR', 'you decided anew meanwhile: confirm that')
  })
}

/** Gives it back, where the ledger did not take the consent. */
export async function release(session: Session, request: string, consent: Bytes): Promise<void> {
  await session.rows(RELEASE, [request, consent])
}

/**
 * Gives back what was on its way to the ledger when the node died: nothing is any more. To be called by whoever drives
 * the ledger, before anybody may answer.
 */
export async function releaseUnfinished(session: Session): Promise<void> {
  await session.rows(RELEASE_ALL)
}

interface PreparedRow {
  readonly id: Bytes
  readonly chart: string
  readonly body: Bytes
  readonly digest: Bytes
  readonly expires_at: number
}

const PREPARED = {
  text: `select id, chart, body, digest, expires_at from consent.consent
         where request = $1 and chart = $2 and granted_at is null`,
}
const PREPARED_FOR_ANY = {
  text: 'select id, chart, body, digest, expires_at from consent.consent where request = $1 and granted_at is null',
}

export interface Awaiting {
  readonly id: Bytes
  readonly chart: string
  readonly body: Bytes
  readonly digest: Bytes
  readonly expiresAt: Instant
}

/** What waits for a patient's confirmation of this request. */
export async function awaiting(
  session: Session,
  request: string,
  chart?: string,
): Promise<readonly Awaiting[]> {
  const rows = await (chart === undefined
    ? session.rows<PreparedRow>(PREPARED_FOR_ANY, [request])
    : session.rows<PreparedRow>(PREPARED, [request, chart]))
  return rows.map(({ expires_at: expires, ...row }) => ({ ...row, expiresAt: toInstant(expires) }))
}

const FINISH = {
  text: `update consent.consent set finished_at = $3 where id = $1 and reader = $2 and granted_at is not null
         and revoked_at is null and finished_at is null and expires_at > $3 returning chart`,
}

/** Ends a visit by its reader; the chart it was of, or undefined where none was open. */
export async function finish(
  session: Session,
  id: Bytes,
  reader: string,
  at: Instant,
): Promise<string | undefined> {
  return (await session.rows<{ chart: string }>(FINISH, [id, reader, at]))[0]?.chart
}

export interface KeptConsent {
  readonly id: Bytes
  readonly chart: string
  readonly reader: string
  readonly practitioner: Bytes
  readonly organisation: Bytes
  readonly purpose: Request['purpose']
  readonly grantedAt: Instant
  readonly expiresAt: Instant
  readonly endedAt: Instant | null
  readonly state: State
  readonly later: boolean
  readonly entries: number
  readonly looks: number
}

interface KeptRow {
  readonly id: Bytes
  readonly chart: string
  readonly reader: string
  readonly practitioner: Bytes
  readonly organisation: Bytes
  readonly purpose: Request['purpose']
  readonly granted_at: number
  readonly expires_at: number
  readonly revoked_at: number | null
  readonly finished_at: number | null
  readonly later: boolean
  readonly entries: number
  readonly looks: number
}

const KEPT = `select c.*, r.purpose,
    (select count(*)::int4 from consent.opened o where o.consent = c.id) as entries,
    (select count(*)::int4 from consent.look l where l.consent = c.id) as looks
  from consent.consent c join consent.request r on r.id = c.request where c.granted_at is not null`
const OF_CHART = { text: `${KEPT} and c.chart = $1 order by c.granted_at desc` }
const OF_READER = { text: `${KEPT} and c.reader = $1 and c.expires_at > $2 order by c.granted_at desc` }

export async function consentsOf(
  session: Session,
  chart: string,
  at: Instant,
): Promise<readonly KeptConsent[]> {
  return (await session.rows<KeptRow>(OF_CHART, [chart])).map((row) => toKept(row, at))
}

/** Consents that a reader holds, and those that ended within the last day. */
export async function heldBy(session: Session, reader: string, at: Instant): Promise<readonly KeptConsent[]> {
  return (await session.rows<KeptRow>(OF_READER, [reader, at - 86_400_000])).map((row) => toKept(row, at))
}

function toKept(row: KeptRow, at: Instant): KeptConsent {
  const { id, chart, reader, practitioner, organisation, purpose, later, entries, looks } = row
  const expiresAt = toInstant(row.expires_at)
  const revokedAt = row.revoked_at === null ? null : toInstant(row.revoked_at)
  const finishedAt = row.finished_at === null ? null : toInstant(row.finished_at)
  const course = { standsUntil: expiresAt, deniedAt: null, consent: { expiresAt, revokedAt, finishedAt } }
  const ended = revokedAt ?? finishedAt ?? (expiresAt <= at ? expiresAt : null)
  return {
    id,
    chart,
    reader,
    practitioner,
    organisation,
    purpose,
    later,
    entries,
    looks,
    grantedAt: toInstant(row.granted_at),
    expiresAt,
    endedAt: ended,
    state: stateOf(course, at),
  }
}
