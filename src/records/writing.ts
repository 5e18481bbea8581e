/** Adding to charts. Entries and their leaves are durable in one transaction; the ledger follows. */
import type { Bytes, Chance, Clock } from '#kernel'
import type { WritePermission } from '#consent'
import { takeRoom } from '#ledger'
import { strandId } from '#ledger/model'
import type { Session } from '#storage'

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
const COVER_LATER = {
  text: `insert into consent.opened (consent, strand, index)
         select c.id, e.strand, e.index
         from consent.consent c, unnest($2::text[], $3::text[], $4::int4[], $5::int8[]) as e (kind, day, strand, index)
         where c.chart = $1 and c.later and c.granted_at is not null and c.revoked_at is null and c.finished_at is null
           and c.expires_at > $6 and e.kind = any (c.kinds)
           and (c.care_from is null or c.care_from::text <= e.day) and (c.care_to is null or e.day <= c.care_to::text)
         on conflict do nothing`,
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
  const sealed = entries.map(({ stored, preview, codes, ...entry }) => ({
    ...entry,
    sensitive: preview.sensitive.length > 0,
    under: sealEntry(keys, writerKey, chart, { ...entry, stored, preview, codes }, ports.chance),
  }))
  return addSealed(ports, session, permission, sealed)
}
