/** Rows of a chart's entries, as they lie in the database and as they are read. */
import type { Bytes } from '#kernel'
import type { ChartKeys } from '#consent'
import type { Place } from '#consent/model'

import type { EntryPreview } from './model/preview-schema.ts'
import { openEntry, openPreview, type Opened } from './sealing.ts'

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
  readonly picture: string | null
  readonly preview: EntryPreview
}

/** An entry as it was stored. */
export interface Whole extends Line, Opened {}

export interface LineRow {
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
  readonly picture: string | null
  readonly preview: Bytes
}

export interface WholeRow extends LineRow {
  readonly sealed: Bytes
  readonly for_chart: Bytes
}

export const LINE = `e.id, e.strand, e.index, e.kind, e.care_at, e.care_day, e.added_at, e.writer, e.by_patient,
  e.replaces, e.replaced, e.struck, e.document, e.picture, e.preview`

export function toLine(keys: ChartKeys, chart: string, row: LineRow): Line {
  return {
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
    picture: row.picture,
    preview: openPreview(keys, chart, row.id, row.preview),
  }
}

export function toWhole(keys: ChartKeys, chart: string, row: WholeRow): Whole {
  return {
    ...toLine(keys, chart, row),
    ...openEntry(keys.wrap, chart, row, row.for_chart, row.sealed),
  }
}
