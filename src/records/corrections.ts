/**
 * Corrections by the organisation that wrote: an entry gets a later version that says so, and stays what it was. What
 * went to the wrong patient goes to the right one as well. Everybody concerned hears of it.
 */
import { randomUUID } from 'node:crypto'

import { fromUtf8, KEY_BYTES, toUtf8, type Bytes } from '#kernel'
import type { Actor } from '#http/model'
import type { Permission, WritePermission } from '#consent'
import type { Session } from '#storage'

import { addNew, lockChart } from './adding.ts'
import { openChart, requireWhole, type Whole } from './chart-view.ts'
import { openFile } from './documents/open.ts'
import { keepBlobs } from './documents/upload.ts'
import { hashIn, withConfidentiality } from './model/document.ts'
import { codesIn, readResource, strike } from './model/index.ts'
import { isObject } from './model/read.ts'
import { RecordsError } from './model/records-error.ts'
import { keepNotices, readersOf, type Notice } from './notices.ts'
import type { RecordsPorts } from './ports.ts'
import type { NewEntry } from './rows.ts'
import { addEntries } from './writing.ts'

/** An entry that staff correct. */
interface Corrected {
  readonly organisation: Bytes
  readonly patient: string
  readonly entry: string
}

export interface Struck {
  readonly entry: string
  readonly moved: string | null
  readonly told: number
}

/** Strikes an entry through; with `to`, adds it to the right patient's chart. */
export async function strikeEntry(
  ports: RecordsPorts,
  actor: Actor,
  corrected: Corrected,
  { reason, to }: { readonly reason: string; readonly to: string | null },
): Promise<Struck> {
  const { organisation, patient } = corrected
  if (to === patient) throw new RecordsError('WRONG_PATIENT', 'It is in the chart of this patient already.')
  const reading = await ports.gate.ownWriting(actor, organisation, patient)
  const writing = await ports.gate.organisationWrites(actor, organisation, patient)
  const right = to === null ? null : await ports.gate.organisationWrites(actor, organisation, to)
  const entry = await requireWhole(openChart(ports, reading), corrected.entry)
  const moving = right && (await movedTo(ports, right, patient, entry))
  const readers = await readersOf(ports, reading, [entry.place])
  const done = await ports.database.transaction(async (session) => {
    for (const chart of [patient, ...(to === null ? [] : [to])].toSorted()) await lockChart(session, chart)
    await requireCurrent(ports, session, reading, entry.id)
    const [written] = await addEntries(ports, session, writing, [struckThrough(entry, reason)])
    if (!written) throw new Error('a correction makes an entry')
    const moved = right && moving ? await move(ports, session, right, moving) : null
    const notices = noticesFor(patient, to, { entry: written.id, moved }, readers)
    await keepNotices(session, notices, ports.clock.now())
    return { entry: written.id, moved, notices }
  })
  tell(ports, done.notices)
  return { entry: done.entry, moved: done.moved, told: done.notices.length }
}

/** A person read a scan without text and says whether it holds anything sensitive. */
export async function markRead(
  ports: RecordsPorts,
  actor: Actor,
  { organisation, patient, entry: id }: Corrected,
  isSensitive: boolean,
): Promise<{ readonly entry: string }> {
  const reading = await ports.gate.ownWriting(actor, organisation, patient)
  const writing = await ports.gate.organisationWrites(actor, organisation, patient)
  const entry = await requireWhole(openChart(ports, reading), id)
  if (entry.document === null)
    throw new RecordsError('NO_SUCH_DOCUMENT', 'this entry has no document to read')
  const sameAs = await openFile(ports.blobs, patient, entry, 'original')
  const next = { ...readByPerson(entry, isSensitive), sameAs }
  const [written] = await ports.database.transaction(async (session) => {
    await lockChart(session, patient)
    await requireCurrent(ports, session, reading, id)
    return addEntries(ports, session, writing, [next])
  })
  if (!written) throw new Error('a later version makes an entry')
  ports.ledger.wake()
  ports.announcer.announce(patient, 'chart')
  return { entry: written.id }
}

/** The version that counts, asked again where nobody else can change it. */
async function requireCurrent(
  ports: RecordsPorts,
  session: Session,
  permission: Permission,
  id: string,
): Promise<void> {
  const entry = await requireWhole(openChart({ ...ports, database: session }, permission), id)
  if (entry.struck) throw new RecordsError('ALREADY_STRUCK', 'This entry was struck through already.')
  if (entry.replaced)
    throw new RecordsError('ALREADY_STRUCK', 'There is a later version of this entry: correct that one.')
}

function laterVersion(entry: Whole, stored: Bytes): NewEntry {
  const { kind, careAt, careDay, document, picture, key, links, preview } = entry
  const codes = codesIn(readResource(stored))
  const kept = { kind, careAt, careDay, document, picture, key, links, preview, codes, stored }
  return { ...kept, id: randomUUID(), replaces: entry.id, struck: false }
}

function struckThrough(entry: Whole, reason: string): NewEntry {
  const next = strike(entry.stored)
  const version = laterVersion(entry, next.form === 'struck' ? next.bytes : entry.stored)
  const preview = { ...entry.preview, status: 'entered-in-error', reason }
  return { ...version, struck: true, preview }
}

function readByPerson(entry: Whole, isSensitive: boolean): NewEntry {
  const resource: unknown = JSON.parse(fromUtf8(entry.stored))
  if (!isObject(resource)) throw new Error('a stored document is an object')
  const version = laterVersion(entry, toUtf8(JSON.stringify(withConfidentiality(resource, isSensitive))))
  const found = entry.preview.sensitive.filter((category) => category !== 'unread')
  const sensitive = isSensitive ? [...new Set([...found, 'restricted'])] : found
  return { ...version, preview: { ...entry.preview, sensitive } }
}

/** The entry as it goes to another chart: under a key of its own there, its document sealed anew. */
async function movedTo(
  ports: RecordsPorts,
  { chart }: WritePermission,
  from: string,
  entry: Whole,
): Promise<NewEntry> {
  const key = ports.chance.bytes(KEY_BYTES)
  const moved = { ...laterVersion(entry, entry.stored), key, links: [], replaces: null }
  const preview = { ...entry.preview, visit: entry.preview.resourceType === 'Encounter' ? moved.id : null }
  const hash = hashIn(readResource(entry.stored))
  if (entry.document === null || hash === null) return { ...moved, preview }
  const original = await openFile(ports.blobs, from, entry, 'original')
  const picture = entry.picture === null ? null : await openFile(ports.blobs, from, entry, 'picture')
  const blobs = await keepBlobs(ports, key, { chart, hash }, original, picture)
  return { ...moved, ...blobs, preview, sameAs: original }
}

async function move(
  ports: RecordsPorts,
  session: Session,
  right: WritePermission,
  entry: NewEntry,
): Promise<string> {
  const { duplicates } = await addNew(ports, session, right, [entry])
  return duplicates.get(entry.id) ?? entry.id
}

function noticesFor(
  patient: string,
  to: string | null,
  { entry, moved }: { readonly entry: string; readonly moved: string | null },
  readers: readonly string[],
): readonly Notice[] {
  const of = (person: string, role: Notice['role']): Notice => ({ person, role, chart: patient, entry })
  const right = to === null || moved === null ? [] : [{ ...of(to, 'right-patient'), chart: to, entry: moved }]
  return [of(patient, 'patient'), ...right, ...readers.map((reader) => of(reader, 'reader'))]
}

function tell({ ledger, announcer }: RecordsPorts, notices: readonly Notice[]): void {
  ledger.wake()
  for (const { person, role } of notices) {
    announcer.announce(person, 'notices')
    if (role !== 'reader') announcer.announce(person, 'chart')
  }
}
