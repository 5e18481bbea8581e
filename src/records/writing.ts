/** Adding to charts. Entries and their leaves are durable in one transaction; the ledger follows. */
import type { Bytes, Chance, Clock, Instant } from '#kernel'
import { openLater, openReplacements, type WritePermission } from '#consent'
import { takeRoom } from '#ledger'
import { strandId } from '#ledger/model'
import type { Session, Value } from '#storage'

import type { Place } from '#consent/model'

import { sealEntry, type Draft, type SealedEntry } from './sealing.ts'

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

export interface Written {
  readonly id: string
  readonly place: Place
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
  'links',
]
export const KEY_COLUMNS = ['chart', 'entry', 'for_chart', 'for_writer']
const REPLACED = {
  text: `update records.entry set replaced = true where chart = $1 and id = any($2) returning id, strand, index`,
}

export interface WritingPorts {
  readonly clock: Clock
  readonly chance: Chance
  /** Wraps entry keys for an organisation. */
  writerKey(organisation: Bytes): Bytes
}

/** Seals and adds entries in the session's transaction. Wake the ledger after it. */
export function addEntries(
  ports: WritingPorts,
  session: Session,
  permission: WritePermission,
  entries: readonly NewEntry[],
): Promise<readonly Written[]> {
  const { keys, chart, writer } = permission
  const writerKey = ports.writerKey(writer.organisation)
  const sealed = entries.map((entry) => ({
    ...entry,
    sensitive: entry.preview.sensitive.length > 0,
    under: sealEntry(keys, writerKey, chart, entry, ports.chance),
  }))
  return addSealed(ports, session, permission, sealed)
}

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
    const sealed = [under.leaf, under.preview, under.sealed, under.links]
    return [chart, ordinal, first + i, ...what, ...beside, ...sealed]
  }
  return {
    entries: entries.map(toRow),
    keys: entries.map(({ id, under }) => [chart, id, under.forChart, under.forWriter]),
  }
}

/** Adds entries that are sealed already, in their order. */
export async function addSealed(
  { clock }: Pick<WritingPorts, 'clock'>,
  session: Session,
  { chart, writer, keys }: WritePermission,
  entries: readonly SealedNewEntry[],
): Promise<readonly Written[]> {
  if (entries.length === 0) return []
  const now = clock.now()
  const strand = { chart, kind: 'entries', writer: writer.organisation } as const
  const room = await takeRoom(session, strand, entries.length, (ordinal) => strandId(keys.secret, ordinal))
  const target = { chart, writer: writer.organisation, byPatient: writer.by === 'patient', ...room, now }
  const rows = rowsOf(entries, target)
  await session.copy('records.entry', ENTRY_COLUMNS, rows.entries)
  await session.copy('keys.entry_key', KEY_COLUMNS, rows.keys)
  const placed = entries.map((entry, i) => ({
    ...entry,
    place: { strand: room.ordinal, index: room.first + i },
  }))
  await replace(session, chart, placed, now)
  const plain = placed.filter(({ sensitive }) => !sensitive)
  await openLater(session, chart, plain, now)
  return placed.map(({ id, place }) => ({ id, place }))
}

/** Marks what has a later version now; whoever may read the one may read the other. */
async function replace(
  session: Session,
  chart: string,
  placed: readonly { readonly replaces: string | null; readonly place: Place }[],
  now: Instant,
): Promise<void> {
  const places = new Map(
    placed.flatMap(({ replaces, place }) => (replaces ? [[replaces, place] as const] : [])),
  )
  if (places.size === 0) return
  const rows = await session.rows<Place & { readonly id: string }>(REPLACED, [chart, [...places.keys()]])
  const replaced = rows.flatMap(({ id, strand, index }) => {
    const place = places.get(id)
    return place ? [{ old: { strand, index }, place }] : []
  })
  await openReplacements(session, chart, replaced, now)
}
