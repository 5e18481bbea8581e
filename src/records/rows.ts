/** Entries as rows of the database: what is sealed, and what lies beside the ciphertext. */
import type { Bytes } from '#kernel'
import type { Value } from '#storage'

import type { Draft, SealedEntry } from './sealing.ts'

/** A draft with what lies beside the ciphertext. */
export interface NewEntry extends Draft {
  readonly careAt: number
  readonly careDay: string
  readonly replaces: string | null
  readonly struck: boolean
  /** Names of its document's blobs. */
  readonly document: string | null
  readonly picture?: string | null
}

/** An entry that was sealed elsewhere, in a worker. */
export interface SealedNewEntry extends Omit<
  NewEntry,
  'stored' | 'preview' | 'codes' | 'links' | 'sameAs' | 'key'
> {
  readonly sensitive: boolean
  readonly under: SealedEntry
}

export const ENTRY_COLUMNS = [
  'chart',
  'strand',
  'index',
  'id',
  'writer',
  'by_patient',
  'kind',
  'care_at',
  'care_day',
  'added_at',
  'replaces',
  'struck',
  'tokens',
  'twin',
  'document',
  'picture',
  'leaf',
  'preview',
  'sealed',
]
export const KEY_COLUMNS = ['chart', 'entry', 'for_chart', 'for_writer']

/** Where sealed entries go. */
export interface Target {
  readonly chart: string
  readonly writer: Bytes
  readonly byPatient: boolean
  readonly ordinal: number
  readonly first: number
  readonly now: number
}

/** The rows of sealed entries, in the order of the columns. */
export function rowsOf(
  entries: readonly SealedNewEntry[],
  { chart, writer, byPatient, ordinal, first, now }: Target,
): { readonly entries: readonly (readonly Value[])[]; readonly keys: readonly (readonly Value[])[] } {
  const toRow = (entry: SealedNewEntry, i: number): readonly Value[] => {
    const { id, kind, careAt, careDay, replaces, struck, document, picture = null, under } = entry
    const what = [id, writer, byPatient, kind, careAt, careDay, now, replaces, struck]
    const beside = [under.tokens, under.twin, document, picture]
    const sealed = [under.leaf, under.preview, under.sealed]
    return [chart, ordinal, first + i, ...what, ...beside, ...sealed]
  }
  return {
    entries: entries.map(toRow),
    keys: entries.map(({ id, under }) => [chart, id, under.forChart, under.forWriter]),
  }
}
