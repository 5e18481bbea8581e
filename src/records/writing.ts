/** Adding to charts. Entries and their leaves are durable in one transaction; the ledger follows. */
import type { Bytes, Chance, Clock, Instant } from '#kernel'
import { openLater, type WritePermission } from '#consent'
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
  readonly document: string | null
}

/** An entry that was sealed elsewhere, in a worker. */
export interface SealedNewEntry extends Omit<NewEntry, 'stored' | 'preview' | 'codes'> {
  readonly sensitive: boolean
  readonly under: SealedEntry
}

export interface Written {
  readonly id: string
  readonly place: Place
}

const ENTRY_COLUMNS = [
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
  'leaf',
  'preview',
  'sealed',
]
const KEY_COLUMNS = ['chart', 'entry', 'for_chart', 'for_writer']
const REPLACED = { text: 'update records.entry set replaced = true where chart = $1 and id = any($2)' }
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
  const sealed = entries.map(({ stored, preview, codes, ...entry }) => ({
    ...entry,
    sensitive: preview.sensitive.length > 0,
    under: sealEntry(keys, writerKey, chart, { ...entry, stored, preview, codes }, ports.chance),
  }))
  return addSealed(ports, session, permission, sealed)
}

/** Adds entries that are sealed already, in their order. */
export async function addSealed(
  { clock }: Pick<WritingPorts, 'clock'>,
  session: Session,
  permission: WritePermission,
  entries: readonly SealedNewEntry[],
): Promise<readonly Written[]> {
  if (entries.length === 0) return []
  const { chart, writer, keys } = permission
  const now = clock.now()
  const strand = { chart, kind: 'entries', writer: writer.organisation } as const
  const room = await takeRoom(session, strand, entries.length, (ordinal) => strandId(keys.secret, ordinal))
  const placed = entries.map((entry, i) => ({
    ...entry,
    place: { strand: room.ordinal, index: room.first + i },
  }))
  await session.copy(
    'records.entry',
    ENTRY_COLUMNS,
    placed.map((entry) => [
      chart,
      entry.place.strand,
      entry.place.index,
      ...columnsOf(entry, permission, now),
    ]),
  )
  await session.copy(
    'keys.entry_key',
    KEY_COLUMNS,
    placed.map(({ id, under }) => [chart, id, under.forChart, under.forWriter]),
  )
  const replaced = entries.flatMap(({ replaces }) => replaces ?? [])
  if (replaced.length > 0) await session.rows(REPLACED, [chart, replaced])
  await openLater(
    session,
    chart,
    placed.filter(({ sensitive }) => !sensitive),
    now,
  )
  return placed.map(({ id, place }) => ({ id, place }))
}

function columnsOf(entry: SealedNewEntry, { writer }: WritePermission, now: Instant): readonly Value[] {
  const { id, kind, careAt, careDay, replaces, struck, document, under } = entry
  const what = [
    id,
    writer.organisation,
    writer.by === 'patient',
    kind,
    careAt,
    careDay,
    now,
    replaces,
    struck,
  ]
  return [...what, under.tokens, under.twin, document, under.leaf, under.preview, under.sealed]
}
