/** Reading a chart: only through a view, and a view opens only with a permission. The restriction is part of every statement. */
import type { Bytes, Clock } from '#kernel'
import { restrict, type Gate, type LookBook, type Permission, type Wanted } from '#consent'
import type { LookWay, Place, Receipt } from '#consent/model'
import type { Session } from '#storage'

import { LINE, toLine, toWhole, type Line, type LineRow, type Whole, type WholeRow } from './chart-rows.ts'
import { RecordsError } from './model/records-error.ts'
import { selectLines, selectVersions, type Selected, type Selection } from './selection.ts'

export type { Line, Whole } from './chart-rows.ts'
export type { Selection } from './selection.ts'

export interface ChartView extends Counting {
  readonly permission: Permission
  lines(selection: Selection): Promise<readonly Line[]>
  /** The lines at these places, in no order; later versions do not take the place of earlier ones here. */
  placed(places: readonly Place[]): Promise<readonly Line[]>
  /** Earlier and later versions of an entry, oldest first. */
  versions(entry: Pick<Line, 'id'>): Promise<readonly Line[]>
  /** Which of these ids are of entries that are open. */
  present(ids: readonly string[]): Promise<ReadonlySet<string>>
  /** The whole of some entries, by id; one that is not open is not there. */
  whole(ids: readonly string[]): Promise<readonly Whole[]>
  /** Writes the look down; durable when it resolves. Answer nothing before. */
  look(way: LookWay, entries: readonly Place[]): Promise<Receipt | null>
}

interface Counting {
  /** How many there are of each kind and year: of what is open, nothing else. */
  counts(): Promise<readonly Count[]>
  /** Who wrote how much of what is open. */
  writers(): Promise<readonly WriterCount[]>
  /** How many were added after a moment. */
  added(after: number): Promise<number>
}

export interface Count {
  readonly kind: string
  readonly year: number
  readonly entries: number
}

interface WriterCount {
  readonly writer: Bytes
  readonly entries: number
}

export interface ViewPorts {
  readonly database: Session
  readonly looks: LookBook
  readonly clock: Clock
}

export function openChart(ports: ViewPorts, permission: Permission): ChartView {
  const { database, looks, clock } = ports
  const { chart, keys, reach } = permission

  async function linesOf({ statement, values }: Selected): Promise<readonly Line[]> {
    const rows = await database.rows<LineRow>(statement, values)
    return rows.map((row) => toLine(keys, chart, row))
  }

  return {
    ...countingOf(ports, permission),
    permission,
    lines: (selection) => linesOf(selectLines(permission, clock.now(), selection)),
    async placed(places) {
      const { sql, values } = restrict(permission, clock.now(), 3)
      const columns = [places.map(({ strand }) => strand), places.map(({ index }) => index)]
      const text = `select ${LINE} from records.entry e
        where (e.strand, e.index) in (select * from unnest($1::int4[], $2::int8[])) and ${sql}`
      return linesOf({ statement: { text }, values: [...columns, ...values] })
    },
    async versions({ id }) {
      const lines = await linesOf(selectVersions(permission, clock.now(), id))
      return lines.length > 1 ? lines : []
    },
    async present(ids) {
      const { sql, values } = restrict(permission, clock.now(), 2)
      const text = `select e.id from records.entry e where e.id = any($1::uuid[]) and ${sql}`
      const rows = await database.rows<Pick<Line, 'id'>>({ text }, [ids, ...values])
      return new Set(rows.map(({ id }) => id))
    },
    async whole(ids) {
      const { sql, values } = restrict(permission, clock.now(), 2)
      const text = `select ${LINE}, e.sealed, k.for_chart from records.entry e
        join keys.entry_key k on k.chart = e.chart and k.entry = e.id
        where e.id = any($1::uuid[]) and ${sql}`
      const rows = await database.rows<WholeRow>({ name: `whole-${reach.kind}`, text }, [ids, ...values])
      return rows.map((row) => toWhole(keys, chart, row))
    },
    // Whose chart it is may look without being written down.
    look: async (way, entries) =>
      reach.kind === 'whole' ? null : looks.record(permission, { way, entries }),
  }
}

/** What this subject adds to the gate's one statement. */
const WHOLE = {
  name: 'whole',
  columns: `${LINE}, e.sealed, k.for_chart`,
  from: 'records.entry e join keys.entry_key k on k.chart = e.chart and k.entry = e.id',
}

/** An entry that was read with its check and its look, in one statement; undefined where it is not to be had. */
type WholeReader = (wanted: Wanted) => Promise<WholeRead | undefined>

interface WholeRead {
  readonly view: ChartView
  readonly entry: Whole
  readonly receipt: Receipt
}

export function wholeReader(ports: ViewPorts & { readonly gate: Gate }): WholeReader {
  const read = ports.gate.readerOf<WholeRow>(WHOLE)
  return async (wanted) => {
    const found = await read(wanted)
    if (!found) return undefined
    const { permission, row, receipt } = found
    const entry = toWhole(permission.keys, permission.chart, row)
    return { view: openChart(ports, permission), entry, receipt }
  }
}

/** Counting opens nothing, and counts nothing that is not open. */
function countingOf({ database, clock }: ViewPorts, permission: Permission): Counting {
  return {
    async counts() {
      const { sql, values } = restrict(permission, clock.now(), 1)
      const text = `select e.kind, substr(e.care_day, 1, 4)::int4 as year, count(*)::int4 as entries
        from records.entry e where ${sql} and not e.replaced group by 1, 2 order by 2 desc, 1`
      return database.rows<Count>({ text }, values)
    },
    async writers() {
      const { sql, values } = restrict(permission, clock.now(), 1)
      const text = `select e.writer, count(*)::int4 as entries from records.entry e
        where ${sql} and not e.replaced group by 1 order by 2 desc`
      return database.rows<WriterCount>({ text }, values)
    },
    async added(after) {
      const { sql, values } = restrict(permission, clock.now(), 2)
      const text = `select count(*)::int4 as entries from records.entry e
        where e.added_at > $1 and ${sql} and not e.replaced`
      const [row] = await database.rows<{ readonly entries: number }>({ text }, [after, ...values])
      return row?.entries ?? 0
    },
  }
}

/** One whole entry, or the refusal that says no more than that there is none. */
export async function requireWhole(view: ChartView, id: string): Promise<Whole> {
  const [entry] = await view.whole([id])
  if (!entry) throw new RecordsError('NO_SUCH_ENTRY', 'no such entry is open to you')
  return entry
}
