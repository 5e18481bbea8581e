/** The timeline as rows: years, visits that hold several entries, and entries. */
import type { Kind } from './kinds.ts'
import type { Flag } from './Words.tsx'

export interface TimelineEntry {
  readonly id: string
  readonly kind: Kind
  /** The date of care, as precise as it was written: 2026-03-03, 2026-03, 2026. */
  readonly on: string
  /** What, in plain words. */
  readonly what: string
  /** The one figure that matters. */
  readonly figure?: { readonly value: string; readonly unit?: string; readonly flag?: Flag }
  /** What that means, where the words need it. */
  readonly plain?: string
  /** The words that a search found, with some around them. */
  readonly excerpt?: string
  readonly where?: string
  readonly who?: string
  readonly visit?: { readonly id: string; readonly name: string }
  /** The day it joined the chart, where that was later than the care. */
  readonly added?: string
  /** Entered in error: struck through, never erased. */
  readonly struck?: boolean
  /** Added by the patient. */
  readonly own?: boolean
}

export type TimelineRow =
  | { readonly type: 'year'; readonly key: string; readonly year: string }
  | {
      readonly type: 'visit'
      readonly key: string
      readonly name: string
      readonly on: string
      readonly count: number
    }
  | {
      readonly type: 'entry'
      readonly key: string
      readonly entry: TimelineEntry
      /** Its place among the entries, from 1. */
      readonly place: number
      readonly inVisit: boolean
    }

/** From entries, newest first. A visit's heading stands where at least two of its entries follow each other. */
export function toRows(entries: readonly TimelineEntry[]): readonly TimelineRow[] {
  const rows: TimelineRow[] = []
  let year = ''
  for (let at = 0; at < entries.length;) {
    const run = runFrom(entries, at)
    const next = run[0]?.on.slice(0, 4) ?? year
    if (next !== year) rows.push({ type: 'year', key: `year ${next}`, year: next })
    rows.push(...rowsOf(run, at))
    year = next
    at += run.length
  }
  return rows
}

/** The years in their order, each with the row of its heading. */
export function yearsOf(
  rows: readonly TimelineRow[],
): readonly { readonly year: string; readonly row: number }[] {
  return rows.flatMap((row, at) => (row.type === 'year' ? [{ year: row.year, row: at }] : []))
}

/** The year that a row belongs to: of the last heading at or above it. */
export function yearAt(years: ReturnType<typeof yearsOf>, row: number): string {
  return years.findLast((year) => year.row <= row)?.year ?? years[0]?.year ?? ''
}

/** The row of the next entry in a direction, or the same where there is none. */
export function nextEntry(rows: readonly TimelineRow[], from: number, step: 1 | -1): number {
  for (let at = from + step; at >= 0 && at < rows.length; at += step) {
    if (rows[at]?.type === 'entry') return at
  }
  return from
}

/** The entry at a place and those after it that belong to the same visit and year. */
function runFrom(entries: readonly TimelineEntry[], at: number): readonly TimelineEntry[] {
  let end = at + 1
  while (end < entries.length && belongTogether(entries[at], entries[end])) end++
  return entries.slice(at, end)
}

function belongTogether(one?: TimelineEntry, other?: TimelineEntry): boolean {
  if (one?.visit === undefined || one.visit.id !== other?.visit?.id) return false
  return one.on.slice(0, 4) === other.on.slice(0, 4)
}

function rowsOf(run: readonly TimelineEntry[], before: number): readonly TimelineRow[] {
  const [first] = run
  const inVisit = run.length > 1
  const rows = run.map((entry, at): TimelineRow => ({
    type: 'entry',
    key: entry.id,
    entry,
    place: before + at + 1,
    inVisit,
  }))
  if (!first?.visit || !inVisit) return rows
  const { id, on, visit } = first
  return [{ type: 'visit', key: `visit ${id}`, name: visit.name, on, count: run.length }, ...rows]
}
