/** Who has to hear of a correction: whose chart it is in, and whoever read the entry under a consent. */
import { randomUUID } from 'node:crypto'

import { toHex, type Instant } from '#kernel'
import { consentsOf, looksAt, type Permission } from '#consent'
import type { Place } from '#consent/model'
import type { Session } from '#storage'

import type { NoticeRole } from './model/api/notices.ts'
import type { RecordsPorts } from './ports.ts'

const BATCH = 500
const KEPT = 100

/** A correction, to one whom it matters: no words, since the entry says what it is about. */
export interface Notice {
  readonly person: string
  readonly chart: string
  /** The entry as it is to be found now. */
  readonly entry: string
  readonly role: NoticeRole
}

interface KeptNotice extends Notice {
  readonly id: string
  readonly at: Instant
  readonly seenAt: Instant | null
}

const INSERT = {
  text: `insert into records.notice (id, person, chart, entry, role, at)
         select * from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::uuid[], $5::text[], $6::int8[])`,
}
const LIST = {
  text: `select id, person, chart, entry, role, at, seen_at as "seenAt" from records.notice
         where person = $1 order by at desc limit ${KEPT}`,
}
const SEEN = {
  text: 'update records.notice set seen_at = $3 where id = $1 and person = $2 and seen_at is null',
}

/** Keeps notices in the transaction of the correction: nobody is forgotten. */
export async function keepNotices(session: Session, notices: readonly Notice[], at: Instant): Promise<void> {
  await session.rows(INSERT, [
    notices.map(() => randomUUID()),
    notices.map(({ person }) => person),
    notices.map(({ chart }) => chart),
    notices.map(({ entry }) => entry),
    notices.map(({ role }) => role),
    notices.map(() => at),
  ])
}

export function noticesOf(session: Session, person: string): Promise<readonly KeptNotice[]> {
  return session.rows<KeptNotice>(LIST, [person])
}

export async function markSeen(session: Session, id: string, person: string, at: Instant): Promise<void> {
  await session.rows(SEEN, [id, person, at])
}

/** The persons whose consents were used to look at one of these places. */
export async function readersOf(
  { database, clock }: Pick<RecordsPorts, 'database' | 'clock'>,
  permission: Permission,
  places: readonly Place[],
): Promise<readonly string[]> {
  const wanted = new Set(places.map(keyOf))
  const used = new Set<string>()
  for await (const { look } of allLooks(database, permission)) {
    if (look.consent !== null && look.entries.some((place) => wanted.has(keyOf(place))))
      used.add(look.consent)
  }
  const consents = await consentsOf(database, permission.chart, clock.now())
  return [...new Set(consents.filter(({ id }) => used.has(toHex(id))).map(({ reader }) => reader))]
}

async function* allLooks(database: Session, permission: Permission) {
  for (let after: { readonly at: number; readonly id: string } | undefined; ;) {
    const looks = await looksAt(database, permission, after, BATCH)
    yield* looks
    after = looks.at(-1)
    if (looks.length < BATCH) return
  }
}

function keyOf({ strand, index }: Place): string {
  return `${strand}/${index}`
}
