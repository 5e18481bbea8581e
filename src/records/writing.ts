/** Adding to charts. Entries and their leaves are durable in one transaction; the ledger follows. */
import type { Bytes, Chance, Clock, Instant } from '#kernel'
import { openLater, openReplacements, type WritePermission } from '#consent'
import { takeRoom } from '#ledger'
import { strandId } from '#ledger/model'
import type { Session } from '#storage'

import type { Place } from '#consent/model'

import { ENTRY_COLUMNS, KEY_COLUMNS, rowsOf, type NewEntry, type SealedNewEntry } from './rows.ts'
import { sealEntry } from './sealing.ts'

export interface Written {
  readonly id: string
  readonly place: Place
}

const REPLACED = {
  text: `update records.entry set replaced = true where chart = $1 and id = any($2) returning id, strand, index`,
}

interface WritingPorts {
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

/** Adds entries that are sealed already, in their order. */
async function addSealed(
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
