/** What this node keeps of strands against the ledger's state: how far each is there, and what waits. */
import { isSame, type Bytes } from '#kernel'
import type { Session } from '#storage'

import { strands, type StateReader } from '../model/index.ts'
import { strandsOf, type KeptStrand } from '../strand-store.ts'
import type { LeafSource } from '../pump.ts'
import type { Finding } from './finding.ts'

interface StrandRow extends Omit<KeptStrand, 'next'> {
  /** Where the next leaf goes, by the strand itself and by what waits. */
  readonly next: number
  readonly upto: number | null
}

const ROWS = {
  text: `select s.*, a.anchored, w.upto, w.refusal from ledger.strand s
         left join ledger.anchor a using (strand) left join ledger.waiting w using (strand)
         where s.chart = $1 order by s.ordinal`,
}

/** The strands of one chart; `idOf` names its strand number i. */
export async function* auditStrands(
  session: Session,
  sources: readonly LeafSource[],
  state: StateReader,
  chart: string,
  idOf: (ordinal: number) => Bytes,
): AsyncGenerator<Finding, void, undefined> {
  const rows = await session.rows<StrandRow>(ROWS, [chart])
  for (const [place, row] of rows.entries()) {
    const id = `${row.ordinal} of chart ${chart}`
    const differs = isSame(row.strand, idOf(row.ordinal))
      ? behindOf(row, state, await waitingLeaves(session, sources, row))
      : ['it is kept under another identifier than its chart gives it']
    const isGap = row.ordinal !== place
    for (const each of isGap ? ['a strand before it is missing', ...differs] : differs)
      yield { kind: 'strand', id, differs: each }
  }
}

function behindOf(row: StrandRow, state: StateReader, waiting: number): readonly string[] {
  const found = strands.get(state, row.strand)
  const count = found?.count ?? null
  return [
    ...(row.anchored === count
      ? []
      : ['it is marked as anchored up to another place than the ledger has it']),
    ...(found && found.kind !== row.kind ? ['the ledger has it of another kind'] : []),
    ...(found && !isSame(found.writer, row.writer) ? ['the ledger has it of another writer'] : []),
    ...(row.next < (count ?? 0) ? ['the ledger has more of it than this node'] : []),
    ...(waiting === Math.max(0, row.next - (count ?? 0))
      ? []
      : ['leaves that wait for the ledger are missing']),
    ...(row.upto === waitsUpTo(row, count) ? [] : ['what waits of it for the ledger is noted wrongly']),
  ]
}

/** What waits is noted up to the strand's end; nothing, where the ledger has all of it. */
function waitsUpTo({ next }: StrandRow, count: number | null): number | null {
  return count === null || next > count ? next : null
}

async function waitingLeaves(
  session: Session,
  sources: readonly LeafSource[],
  row: StrandRow,
): Promise<number> {
  const source = sources.find(({ kind }) => kind === row.kind)
  const stretch = { chart: row.chart, ordinal: row.ordinal, from: row.anchored ?? 0, upto: row.next }
  const [leaves = []] = (await source?.leaves(session, [stretch])) ?? []
  return leaves.length
}

const ANCHOR = {
  text: `insert into ledger.anchor (strand, anchored) select * from unnest($1::bytea[], $2::int8[])`,
}
const FORGET = { text: 'delete from ledger.anchor' }
const WAIT = {
  text: `with behind as (
           select s.strand, s.next from ledger.strand s left join ledger.anchor a using (strand)
           where a.anchored is null or s.next > a.anchored
         ), gone as (delete from ledger.waiting where strand not in (select strand from behind))
         insert into ledger.waiting (strand, upto) select strand, next from behind
         on conflict (strand) do update set upto = excluded.upto`,
}

/** Notes anew how far the ledger has each strand, and what waits. */
export async function rebuildStrands(
  session: Session,
  state: StateReader,
  charts: readonly string[],
): Promise<void> {
  await session.rows(FORGET)
  for (const chart of charts) {
    const known = (await strandsOf(session, chart)).flatMap(({ strand }) => {
      const found = strands.get(state, strand)
      return found ? [{ strand, count: found.count }] : []
    })
    await session.rows(ANCHOR, [known.map(({ strand }) => strand), known.map(({ count }) => count)])
  }
  await session.rows(WAIT)
}
