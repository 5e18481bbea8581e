/** Every entry of a chart out of its seal, against its commitment, and every document against the hash that its entry names. */
import { isSame, sha256, toHex, type Bytes } from '#kernel'
import { placeName, type Finding } from '#ledger'
import { commitmentOf } from '#ledger/model'
import { unlessBroken, type AuditedEntry, type ChartKeys } from '#consent'
import type { Place } from '#consent/model'
import { isBlobName, StorageError, type BlobName, type BlobStore, type Session } from '#storage'

import { besideDifferences, type Beside } from './audit-beside.ts'
import { HASH_URL, hashIn } from './model/document.ts'
import { readResource } from './model/index.ts'
import type { EntryPreview } from './model/preview-schema.ts'
import { openDocument, openEntry, openEntryKey, openPreview, type Opened, type Rendition } from './sealing.ts'

const PAGE = 500

interface EntryAudit {
  readonly session: Session
  readonly blobs: BlobStore
  readonly keys: ChartKeys
  readonly chart: string
  /** Names of the blobs that an entry names, of all charts: grows as entries are read. */
  readonly named: Set<BlobName>
  writerKey(organisation: Bytes): Bytes
}

/** What the entries of a chart are, for whoever asks what a consent may open. */
interface AuditedChart {
  readonly entries: number
  readonly documents: number
  entryAt(place: Place): AuditedEntry | undefined
}

interface Row extends Place, Beside {
  readonly id: string
  readonly kind: string
  readonly writer: Bytes
  readonly replaces: string | null
  readonly replaced: boolean
  readonly document: string | null
  readonly picture: string | null
  readonly leaf: Bytes
  readonly preview: Bytes
  readonly sealed: Bytes
  readonly for_chart: Bytes | null
  readonly for_writer: Bytes | null
  /** Of the strand it says it stands in. */
  readonly strand_writer: Bytes | null
  readonly next: number | null
}

const ROWS = {
  text: `select e.*, k.for_chart, k.for_writer, s.writer as strand_writer, s.next
         from records.entry e
         left join keys.entry_key k on k.chart = e.chart and k.entry = e.id
         left join ledger.strand s on s.chart = e.chart and s.ordinal = e.strand and s.kind = 'entries'
         where e.chart = $1 and (e.strand, e.index) > ($2, $3) order by e.strand, e.index limit ${PAGE}`,
}

/** What is kept in memory of each entry until its chart is gone through. */
interface Known extends AuditedEntry {
  readonly id: string
  readonly place: Place
  readonly replacesId: string | null
  readonly replaced: boolean
}

/** Finds what is wrong; answers what the chart's entries are. */
export async function* auditEntries(audit: EntryAudit): AsyncGenerator<Finding, AuditedChart, undefined> {
  const { session, chart } = audit
  const known = new Map<string, Known>()
  let documents = 0
  let last: Place = { strand: -1, index: -1 }
  for (;;) {
    const rows = await session.rows<Row>(ROWS, [chart, last.strand, last.index])
    for (const row of rows) {
      const entry = openedBy(audit, row)
      const preview = unlessBroken(() => openPreview(audit.keys, chart, row.id, row.preview))
      for (const differs of differencesOf(audit, row, entry, preview))
        yield { kind: 'entry', id: nameOf(chart, row), differs }
      yield* await auditDocuments(audit, row, entry)
      if (row.document !== null) documents += 1
      known.set(row.id, knownOf(row, preview))
    }
    const end = rows.at(-1)
    if (!end) break
    last = end
  }
  yield* auditReplaced(chart, known)
  return toChart(known, documents)
}

function nameOf(chart: string, { id, strand, index }: Row): string {
  return `${id}, ${placeName(chart, strand, index)}`
}

function openedBy({ keys, chart }: EntryAudit, row: Row): Opened | undefined {
  const { for_chart: wrapped, sealed } = row
  return wrapped ? unlessBroken(() => openEntry(keys.wrap, chart, row, wrapped, sealed)) : undefined
}

function differencesOf(
  audit: EntryAudit,
  row: Row,
  entry: Opened | undefined,
  preview: EntryPreview | undefined,
): readonly string[] {
  const { keys } = audit
  const outside = row.next === null || row.index >= row.next
  const elsewhere = row.strand_writer !== null && !isSame(row.writer, row.strand_writer)
  const isMeant = entry && isSame(commitmentOf(entry.salt, entry.stored), row.leaf)
  return [
    ...(outside ? ['it stands outside the strands of its chart'] : []),
    ...(elsewhere ? ['it stands in another organisation’s strand'] : []),
    ...(row.for_chart ? [] : ['its key is missing']),
    ...(row.for_chart && !entry ? ['its seal does not open'] : []),
    ...(entry && !isMeant ? ['it says something else than was committed to'] : []),
    ...(entry && isMeant ? besideDifferences(keys, row, entry.stored, preview) : []),
    ...(entry && !opensForWriter(audit, row, entry) ? ['the organisation that wrote it cannot open it'] : []),
    ...(preview ? [] : ['what it says in short does not open']),
  ]
}

function opensForWriter({ chart, writerKey }: EntryAudit, row: Row, { key }: Opened): boolean {
  const { id, writer, for_writer: wrapped } = row
  const again = wrapped && unlessBroken(() => openEntryKey(writerKey(writer), chart, id, wrapped))
  return again ? isSame(again, key) : false
}

/** A document is named by its entry's words, which the ledger committed to, and found by the hash of its ciphertext. */
async function auditDocuments(
  { blobs, chart, named }: EntryAudit,
  row: Row,
  entry: Opened | undefined,
): Promise<readonly Finding[]> {
  const findings: Finding[] = []
  const hash = entry && namesDocument(entry) ? hashIn(readResource(entry.stored)) : null
  const renditions: readonly (readonly [Rendition, string | null])[] = [
    ['original', row.document],
    ['picture', row.picture],
  ]
  if (hash && row.document === null)
    findings.push({
      kind: 'document',
      id: nameOf(chart, row),
      differs: 'its entry names one, and none is kept',
    })
  for (const [rendition, name] of renditions) {
    if (name === null) continue
    const tell = (differs: string) =>
      findings.push({ kind: 'document', id: `${name}, of entry ${row.id}`, differs })
    if (!isBlobName(name)) {
      tell('it is named wrongly')
      continue
    }
    named.add(name)
    const sealed = await blobOf(blobs, name)
    if (!(sealed instanceof Uint8Array)) tell(sealed === 'BLOB_MISSING' ? 'it is missing' : 'it was altered')
    else if (!entry || !hash) tell('its entry cannot say what it should be')
    else {
      const bytes = unlessBroken(() => openDocument(entry.key, { chart, hash, rendition }, sealed))
      if (!bytes) tell('its seal does not open')
      else if (rendition === 'original' && toHex(sha256(bytes)) !== hash)
        tell('it is not the one that its entry names')
    }
  }
  return findings
}

async function blobOf(blobs: BlobStore, name: BlobName): Promise<Bytes | string> {
  try {
    return await blobs.get(name)
  } catch (error) {
    if (error instanceof StorageError) return error.code
    throw error
  }
}

/** Most entries name none, and need not be read for that. */
function namesDocument({ stored }: Opened): boolean {
  return Buffer.from(stored.buffer, stored.byteOffset, stored.length).includes(HASH_URL)
}

/** What does not open counts as sensitive. */
function knownOf(row: Row, preview: EntryPreview | undefined): Known {
  const { id, kind, care_day: careDay, strand, index, replaces, replaced } = row
  const sensitive = preview === undefined || preview.sensitive.length > 0
  return {
    id,
    kind,
    careDay,
    sensitive,
    place: { strand, index },
    replacesId: replaces,
    replaces: null,
    replaced,
  }
}

/** An entry is marked as replaced where another takes its place, and nowhere else: else it would be hidden, or shown. */
function* auditReplaced(
  chart: string,
  known: ReadonlyMap<string, Known>,
): Generator<Finding, void, undefined> {
  const replaced = new Set([...known.values()].map(({ replacesId }) => replacesId))
  for (const { id, place, replaced: isMarked } of known.values()) {
    if (replaced.has(id) === isMarked) continue
    const differs = isMarked
      ? 'it is marked as replaced, and nothing replaces it'
      : 'it is replaced, and not marked so'
    yield { kind: 'entry', id: `${id}, ${placeName(chart, place.strand, place.index)}`, differs }
  }
}

function toChart(known: ReadonlyMap<string, Known>, documents: number): AuditedChart {
  const byPlace = new Map([...known.values()].map((entry) => [placeKey(entry.place), entry]))
  return {
    entries: known.size,
    documents,
    entryAt(place) {
      const found = byPlace.get(placeKey(place))
      const before = found?.replacesId ? known.get(found.replacesId) : undefined
      return found && { ...found, replaces: before?.place ?? null }
    },
  }
}

function placeKey({ strand, index }: Place): string {
  return `${strand}/${index}`
}
