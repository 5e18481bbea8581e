import { fromUtf8, toInstant, toUtf8, seal, unseal, boundTo, type Bytes, type Instant } from '#kernel'
import type { Session } from '#storage'

import { ConsentError, stateOf, type Ask, type Kind, type Purpose, type State } from './model/index.ts'

/** A request with what became of it. */
export interface Request extends Ask {
  readonly id: string
  readonly reader: string
  readonly practitioner: Bytes
  readonly organisation: Bytes
  readonly askedAt: Instant
  readonly standsUntil: Instant
  readonly words: Words
  readonly state: State
  readonly consent: Bytes | null
  readonly chart: string | null
  readonly until: Instant | null
}

/** What a request says in words: sealed, since it may name a patient or an illness. */
export interface Words {
  readonly reason: string
  /** How the doctor named the patient, shortened. */
  readonly asked: string
}

interface Row {
  readonly id: string
  readonly reader: string
  readonly practitioner: Bytes
  readonly organisation: Bytes
  readonly asked_at: number
  readonly stands_until: number
  readonly minutes: number
  readonly care_from: string | null
  readonly care_to: string | null
  readonly kinds: readonly Kind[]
  readonly purpose: Purpose
  readonly words: Bytes
  readonly denied_at: number | null
  readonly withdrawn_at: number | null
  readonly consent: Bytes | null
  readonly chart: string | null
  readonly expires_at: number | null
  readonly revoked_at: number | null
  readonly finished_at: number | null
}

const COLUMNS = `r.*, c.id as consent, c.chart, c.expires_at, c.revoked_at, c.finished_at
  from consent.request r left join consent.consent c on c.request = r.id and c.granted_at is not null`
const MINE = {
  text: `select ${COLUMNS} where r.reader = $1 and r.withdrawn_at is null order by r.asked_at desc limit 50`,
}
const TO_ME = {
  text: `select ${COLUMNS} join consent.asked a on a.request = r.id
         where a.chart = $1 and r.withdrawn_at is null and (c.chart is null or c.chart = $1)
         order by r.asked_at desc limit 50`,
}
const ONE = { text: `select ${COLUMNS} where r.id = $1 and r.withdrawn_at is null` }
const ASKED = { text: 'select chart from consent.asked where request = $1 order by chart' }
const WAITING = {
  text: `select count(*)::int4 as waiting from consent.request r
         where r.reader = $1 and r.denied_at is null and r.withdrawn_at is null and r.answer is null and r.stands_until > $2`,
}
const INSERT = {
  text: `insert into consent.request (id, reader, practitioner, organisation, asked_at, stands_until, minutes,
           care_from, care_to, kinds, purpose, words)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
}
const INSERT_ASKED = {
  text: 'insert into consent.asked (request, chart) select $1, chart from unnest($2::uuid[]) as t (chart)',
}

export function answered(): ConsentError {
  return new ConsentError('REQUEST_ANSWERED', 'this request was answered already')
}

export interface RequestStore {
  insert(request: NewRequest, meant: readonly string[]): Promise<void>
  of(reader: string, at: Instant): Promise<readonly Request[]>
  to(chart: string, at: Instant): Promise<readonly Request[]>
  one(id: string, at: Instant): Promise<Request | undefined>
  /** Whom a request may be meant for. */
  asked(id: string): Promise<readonly string[]>
  waiting(reader: string, at: Instant): Promise<number>
  /** Marks it, where nobody answered it yet; whether it did. */
  deny(id: string, at: Instant): Promise<boolean>
  withdraw(id: string, at: Instant): Promise<boolean>
}

type NewRequest = Omit<Request, 'state' | 'consent' | 'chart' | 'until'>

/** `key` seals the words. */
export function requestStore(session: Session, key: Bytes): RequestStore {
  const open = (at: Instant) => (row: Row) => toRequest(row, at, key)
  const close = async (column: 'denied_at' | 'withdrawn_at', id: string, at: Instant) => {
    const text = `update consent.request r set ${column} = $2
      where id = $1 and answer is null and denied_at is null and withdrawn_at is null returning id`
    return (await session.rows({ text }, [id, at])).length > 0
  }
  return {
    async insert(request, meant) {
      const words = seal(key, toUtf8(JSON.stringify(request.words)), boundTo('request', request.id))
      const { id, reader, practitioner, organisation, askedAt, standsUntil, minutes, care, kinds, purpose } =
        request
      const asked = [askedAt, standsUntil, minutes, care.from, care.to, kinds, purpose, words]
      await session.rows(INSERT, [id, reader, practitioner, organisation, ...asked])
      await session.rows(INSERT_ASKED, [id, meant])
    },
    of: async (reader, at) => (await session.rows<Row>(MINE, [reader])).map(open(at)),
    to: async (chart, at) => (await session.rows<Row>(TO_ME, [chart])).map(open(at)),
    one: async (id, at) => (await session.rows<Row>(ONE, [id])).map(open(at))[0],
    asked: async (id) => (await session.rows<{ chart: string }>(ASKED, [id])).map(({ chart }) => chart),
    async waiting(reader, at) {
      const [row] = await session.rows<{ waiting: number }>(WAITING, [reader, at])
      return row?.waiting ?? 0
    },
    deny: (id, at) => close('denied_at', id, at),
    withdraw: (id, at) => close('withdrawn_at', id, at),
  }
}

function toRequest(row: Row, at: Instant, key: Bytes): Request {
  const { id, reader, practitioner, organisation, minutes, kinds, purpose, chart, consent } = row
  const words: Words = JSON.parse(fromUtf8(unseal(key, row.words, boundTo('request', id))))
  const standsUntil = toInstant(row.stands_until)
  return {
    id,
    reader,
    practitioner,
    organisation,
    minutes,
    kinds,
    purpose,
    chart,
    consent,
    words,
    care: { from: row.care_from, to: row.care_to },
    askedAt: toInstant(row.asked_at),
    standsUntil,
    until: instantOf(row.expires_at),
    state: stateOf({ standsUntil, deniedAt: instantOf(row.denied_at), consent: courseOf(row) }, at),
  }
}

function courseOf({ expires_at: expires, revoked_at: revoked, finished_at: finished }: Row) {
  if (expires === null) return null
  return { expiresAt: toInstant(expires), revokedAt: instantOf(revoked), finishedAt: instantOf(finished) }
}

function instantOf(value: number | null): Instant | null {
  return value === null ? null : toInstant(value)
}
