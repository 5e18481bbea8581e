/** Strands as this node keeps them. A leaf is durable, and waits for the ledger, once its row and `next` are committed. */
import type { Bytes } from '#kernel'
import type { Session } from '#storage'

import type { StrandKind } from './model/index.ts'

interface StrandOf {
  readonly chart: string
  readonly kind: StrandKind
  /** The organisation that writes it. */
  readonly writer: Bytes
}

/** Room for leaves in a strand: the first of them goes to `first`. */
interface Room {
  readonly strand: Bytes
  readonly ordinal: number
  readonly first: number
}

const TAKE = {
  name: 'ledger-strand-take',
  text: `with taken as (
           update ledger.strand set next = next + $4
           where chart = $1 and kind = $2 and writer = $3
           returning strand, ordinal, next
         ), waits as (
           insert into ledger.waiting (strand, upto) select strand, next from taken
           on conflict (strand) do update set upto = excluded.upto
         )
         select strand, ordinal, next - $4 as first from taken`,
}
const LOCK = { text: 'select pg_advisory_xact_lock(hashtextextended($1::text, 7))' }
const NEXT = { text: 'select count(*)::int4 as ordinal from ledger.strand where chart = $1' }
const OPEN = {
  text: 'insert into ledger.strand (strand, chart, ordinal, kind, writer) values ($1, $2, $3, $4, $5)',
}

/**
 * Takes room for `count` leaves in the session's transaction, and opens the strand where it is the writer's first in
 * this chart; `idOf` names the chart's strand number i.
 */
export async function takeRoom(
  session: Session,
  strand: StrandOf,
  count: number,
  idOf: (ordinal: number) => Bytes,
): Promise<Room> {
  const values = [strand.chart, strand.kind, strand.writer, count]
  const [found] = await session.rows<Room>(TAKE, values)
  if (found) return found
  await session.rows(LOCK, [strand.chart])
  const [meanwhile] = await session.rows<Room>(TAKE, values)
  if (meanwhile) return meanwhile
  await openNext(session, strand, idOf)
  const [room] = await session.rows<Room>(TAKE, values)
  if (!room) throw new Error('a strand just opened is not there')
  return room
}

async function openNext(session: Session, strand: StrandOf, idOf: (ordinal: number) => Bytes): Promise<void> {
  const [next] = await session.rows<{ ordinal: number }>(NEXT, [strand.chart])
  const ordinal = next?.ordinal ?? 0
  await session.rows(OPEN, [idOf(ordinal), strand.chart, ordinal, strand.kind, strand.writer])
}

/**
 * Takes room in many strands of one kind in the statement that writes what goes there, for the hottest path. Expects a
 * table expression `input (chart, writer, nth, …)`, and gives `room (chart, writer, ordinal, first, strand)`; rows whose
 * strand was never opened find no room. One statement at a time may do so: it locks in no particular order.
 */
export function roomFor(kind: StrandKind): string {
  return `wanted as (select chart, writer, count(*) as leaves from input group by chart, writer),
    room as (
      update ledger.strand s set next = next + leaves from wanted w
      where s.chart = w.chart and s.writer = w.writer and s.kind = '${kind}'
      returning s.chart, s.writer, s.strand, s.ordinal, s.next - leaves as first, s.next
    ),
    waits as (
      insert into ledger.waiting (strand, upto) select strand, next from room
      on conflict (strand) do update set upto = excluded.upto
    )`
}

export interface KeptStrand {
  readonly strand: Bytes
  readonly chart: string
  readonly ordinal: number
  readonly kind: StrandKind
  readonly writer: Bytes
  /** Leaves that are durable here, and of these how many the ledger has; null before it knows the strand. */
  readonly next: number
  readonly anchored: number | null
  /** Why the ledger refused what waits, where it did. */
  readonly refusal: string | null
}

const KEPT = `select s.strand, s.chart, s.ordinal, s.kind, s.writer, coalesce(w.upto, s.next) as next, a.anchored, w.refusal
  from ledger.strand s left join ledger.anchor a using (strand)`
const OF_CHART = {
  text: `${KEPT} left join ledger.waiting w using (strand) where s.chart = $1 order by s.ordinal`,
}
const WAITING = {
  name: 'ledger-strand-waiting',
  text: `${KEPT} join ledger.waiting w using (strand) where w.refusal is null order by s.chart limit $1`,
}

/** All strands of a chart, in their order. */
export function strandsOf(session: Session, chart: string): Promise<readonly KeptStrand[]> {
  return session.rows<KeptStrand>(OF_CHART, [chart])
}

/** Strands with durable leaves that the ledger has not got. */
export function waitingStrands(session: Session, most: number): Promise<readonly KeptStrand[]> {
  return session.rows<KeptStrand>(WAITING, [most])
}

const REFUSE = { text: 'update ledger.waiting set refusal = $2 where strand = any($1)' }

/** Keeps why the ledger refused what waits in these strands, so that it is shown and not tried for ever. */
export async function markRefused(
  session: Session,
  strands: readonly Bytes[],
  refusal: string,
): Promise<void> {
  await session.rows(REFUSE, [strands, refusal])
}

const CLEAR = {
  name: 'ledger-strand-clear',
  text: `delete from ledger.waiting where strand in (
           select w.strand from ledger.waiting w join ledger.anchor a using (strand)
           where w.strand = any($1) and w.upto <= a.anchored for update of w skip locked
         ) and upto <= (select anchored from ledger.anchor a where a.strand = waiting.strand)`,
}

/** Forgets those of which nothing waits any more; one that a writer is just adding to stays. */
export async function clearWaiting(session: Session, strands: readonly Bytes[]): Promise<void> {
  await session.rows(CLEAR, [strands])
}

const ANCHOR = {
  name: 'ledger-strand-anchor',
  text: `insert into ledger.anchor (strand, anchored) select * from unnest($1::bytea[], $2::int8[])
         on conflict (strand) do update set anchored = excluded.anchored`,
}

/** Writes how far the ledger has these strands: in a block's transaction only. */
export async function markAnchored(
  session: Session,
  reached: readonly { readonly strand: Bytes; readonly count: number }[],
): Promise<void> {
  await session.rows(ANCHOR, [reached.map(({ strand }) => strand), reached.map(({ count }) => count)])
}
