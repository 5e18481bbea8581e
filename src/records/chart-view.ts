/** Reading a chart: only through a view, and a view opens only with a permission. The restriction is part of every statement. */
import { fromUtf8, type Bytes, type Clock } from '#kernel'
import { restrict, type LookBook, type Permission, type Receipt } from '#consent'
import type { LookWay, Place } from '#consent/model'
import type { Session } from '#storage'

import { RecordsError } from './model/records-error.ts'
import type { EntryPreview } from './model/preview-schema.ts'
import { openEntry, openPreview, tokenOf } from './sealing.ts'

/** An entry in short. */
export interface Line {
  readonly id: string
  readonly place: Place
  readonly kind: string
  readonly careAt: number
  readonly careDay: string
  readonly addedAt: number
  readonly writer: Bytes
  readonly byPatient: boolean
  readonly replaces: string | null
  readonly replaced: boolean
  readonly struck: boolean
  readonly document: string | null
  readonly preview: EntryPreview
}

/** An entry as it was stored. */
export interface Whole extends Line {
  readonly salt: Bytes
  readonly stored: Bytes
}

/** Which lines, newest date of care first. */
export interface Selection {
  readonly kinds?: readonly string[]
  readonly year?: number
  readonly writer?: Bytes
  /** Codes as `system|code`. */
  readonly codes?: readonly string[]
  /** Goes on after this line. */
  readonly after?: { readonly careAt: number; readonly id: string }
  readonly most: number
}

export interface ChartView {
  readonly permission: Permission
  /** How many there are of each kind and year: of what is open, nothing else. */
  counts(): Promise<readonly Count[]>
  /** Who wrote how much of what is open. */
  writers(): Promise<readonly WriterCount[]>
  lines(selection: Selection): Promise<readonly Line[]>
  /** Earlier and later versions of an entry, oldest first. */
  versions(entry: Pick<Line, 'id'>): Promise<readonly Line[]>
  /** The whole of some entries, by id; one that is not open is not there. */
  whole(ids: readonly string[]): Promise<readonly Whole[]>
  /** Writes the look down; durable when it resolves. Answer nothing before. */
  look(way: LookWay, entries: readonly Place[]): Promise<Receipt | null>
}

export interface Count {
  readonly kind: string
  readonly year: number
  readonly entries: number
}

export interface WriterCount {
  readonly writer: Bytes
  readonly entries: number
}

export interface ViewPorts {
  readonly database: Session
  readonly looks: LookBook
  readonly clock: Clock
}

interface LineRow {
  readonly id: string
  readonly strand: number
  readonly index: number
  readonly kind: string
  readonly care_at: number
  readonly care_day: string
  readonly added_at: number
  readonly writer: Bytes
  readonly by_patient: boolean
  readonly replaces: string | null
  readonly replaced: boolean
  readonly struck: boolean
  readonly document: string | null
  readonly preview: Bytes
}

interface WholeRow extends LineRow {
  readonly sealed: Bytes
  readonly for_chart: Bytes
}

const LINE = `e.id, e.strand, e.index, e.kind, e.care_at, e.care_day, e.added_at, e.writer, e.by_patient, e.replaces,
  e.replaced, e.struck, e.document, e.preview`

export function openChart({ database, looks, clock }: ViewPorts, permission: Permission): ChartView {
  const { chart, keys, reach } = permission

  const toLine = (row: LineRow): Line => ({
    id: row.id,
    place: { strand: row.strand, index: row.index },
    kind: row.kind,
    careAt: row.care_at,
    careDay: row.care_day,
    addedAt: row.added_at,
    writer: row.writer,
    byPatient: row.by_patient,
    replaces: row.replaces,
    replaced: row.replaced,
    struck: row.struck,
    document: row.document,
    preview: openPreview(keys, chart, row.id, row.preview),
  })

  return {
    permission,
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
    async versions({ id }) {
      const { sql, values } = restrict(permission, clock.now(), 2)
      const rows = await database.rows<LineRow>({ text: versionsSql(sql) }, [id, ...values])
      return rows.length > 1 ? rows.map(toLine) : []
    },
    async lines(selection) {
      const { sql, values } = selected(permission, clock.now(), selection)
      const text = `select ${LINE} from records.entry e where ${sql}
        order by e.care_at desc, e.id limit ${Math.trunc(selection.most)}`
      return (await database.rows<LineRow>({ text }, values)).map(toLine)
    },
    async whole(ids) {
      const { sql, values } = restrict(permission, clock.now(), 2)
      const text = `select ${LINE}, e.sealed, k.for_chart from records.entry e
        join keys.entry_key k on k.chart = e.chart and k.entry = e.id
        where e.id = any($1::uuid[]) and ${sql}`
      const rows = await database.rows<WholeRow>({ name: `whole-${reach.kind}`, text }, [ids, ...values])
      return rows.map((row) => ({
        ...toLine(row),
        ...openEntry(keys.wrap, chart, row, row.for_chart, row.sealed),
      }))
    },
    // Whose chart it is may look without being written down.
    look: async (way, entries) =>
      reach.kind === 'whole' ? null : looks.record(permission, { way, entries }),
  }
}

/** One whole entry, or the refusal that says no more than that there is none. */
export async function requireWhole(view: ChartView, id: string): Promise<Whole> {
  const [entry] = await view.whole([id])
  if (!entry) throw new RecordsError('NO_SUCH_ENTRY', 'no such entry is open to you')
  return entry
}

export function textOf({ stored }: Whole): string {
  return fromUtf8(stored)
}

/** What an entry replaces and is replaced by, to both ends. */
function versionsSql(restriction: string): string {
  return `with recursive family (id, chart, replaces) as (
      select e.id, e.chart, e.replaces from records.entry e where e.id = $1 and ${restriction}
      union
      select e.id, e.chart, e.replaces from records.entry e
        join family f on e.chart = f.chart and (e.id = f.replaces or e.replaces = f.id) where ${restriction}
    )
    select ${LINE} from records.entry e join family using (chart, id) where ${restriction} order by e.added_at, e.index`
}

function selected(permission: Permission, now: number, selection: Selection) {
  const { kinds, year, writer, codes, after } = selection
  const { sql, values } = restrict(permission, now, 1)
  const conditions = [sql, 'not e.replaced']
  const all = [...values]
  const also = (condition: (...at: string[]) => string, ...given: (typeof values)[number][]) => {
    conditions.push(condition(...given.map((_, i) => `$${all.length + i + 1}`)))
    all.push(...given)
  }
  if (kinds) also((at) => `e.kind = any(${at}::text[])`, kinds)
  if (year !== undefined) also((at) => `e.care_day like ${at}`, `${year}%`)
  if (writer) also((at) => `e.writer = ${at}`, writer)
  if (codes) {
    const tokens = codes.map((code) => tokenOf(permission.keys, code))
    also((at) => `e.tokens && ${at}::bytea[]`, tokens)
  }
  if (after) {
    also(
      (at, id) => `(e.care_at < ${at} or (e.care_at = ${at} and e.id > ${id}::uuid))`,
      after.careAt,
      after.id,
    )
  }
  return { sql: conditions.join(' and '), values: all }
}
