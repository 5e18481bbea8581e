/** Adding a document: recognised by its bytes, looked into, sealed; the entry names it by its hash. */
import { randomUUID } from 'node:crypto'

import { DAY, KEY_BYTES, sha256, toHex, toUtf8, type Bytes } from '#kernel'
import type { WritePermission } from '#consent'
import type { Form, FormFile } from '#http'

import { addNew, findTwin } from '../adding.ts'
import { documentResource, type DocumentWords } from '../model/document.ts'
import { fileTypeOf, type FileType } from '../model/file-type.ts'
import { BEFORE_PREGNANCY, earliestCare, isEarlier } from '../model/fits/birth.ts'
import { codesIn, isResource, sensitivityOf } from '../model/index.ts'
import { RecordsError } from '../model/records-error.ts'
import type { RecordsPorts } from '../ports.ts'
import type { NewEntry } from '../rows.ts'
import { sealDocument } from '../sealing.ts'
import type { Inspected } from './inspect.ts'

/** What is said of a document by whoever adds it. */
interface DocumentFields {
  readonly kind: string
  readonly careDay: string
  readonly where: string
  readonly department?: string
  readonly title: string
}

interface Uploaded {
  readonly entry: string
  readonly duplicate: boolean
}

const LONGEST_NAME = 120

export async function addDocument(
  ports: RecordsPorts,
  permission: WritePermission,
  { fields, files }: Form<DocumentFields>,
): Promise<Uploaded> {
  const { birthDate } = await ports.directory.patient(permission.chart)
  refuseFuture(fields, ports.clock.now())
  refuseUnborn(fields, birthDate)
  const { fileName, bytes } = await onlyFile(files, ports.maxDocumentBytes)
  const type = fileTypeOf(bytes)
  if (!type) throw notTaken('Only PDF, JPEG, PNG, HEIC and plain text are taken. Nothing was kept.')
  const there = await findTwin(ports.database, permission, bytes)
  if (there !== undefined) return { entry: there, duplicate: true }
  const inspected = await ports.reader.read(type, bytes)
  const words = { department: '', ...fields, fileName, addedAt: new Date(ports.clock.now()).toISOString() }
  return keep(ports, permission, words, { type, bytes, inspected })
}

interface Document {
  readonly type: FileType
  readonly bytes: Bytes
  readonly inspected: Inspected
}

async function keep(
  ports: RecordsPorts,
  permission: WritePermission,
  words: DocumentWords & DocumentFields,
  { type, bytes, inspected }: Document,
): Promise<Uploaded> {
  const key = ports.chance.bytes(KEY_BYTES)
  const hash = toHex(sha256(bytes))
  const blobs = await keepBlobs(ports, key, { chart: permission.chart, hash }, bytes, inspected.picture)
  const resource = documentResource(words, { type, bytes: bytes.length, hash, text: inspected.text })
  const entry = { ...toEntry(words, type, bytes, resource, inspected), ...blobs, key }
  const { duplicates } = await ports.database.transaction((session) =>
    addNew(ports, session, permission, [entry]),
  )
  ports.ledger.wake()
  ports.announcer.announce(permission.chart, 'chart')
  const twin = duplicates.get(entry.id)
  return { entry: twin ?? entry.id, duplicate: twin !== undefined }
}

/** Seals and keeps a document and its picture; answers the names of their blobs. */
export async function keepBlobs(
  { blobs, chance }: Pick<RecordsPorts, 'blobs' | 'chance'>,
  key: Bytes,
  place: { readonly chart: string; readonly hash: string },
  original: Bytes,
  picture: Bytes | null,
): Promise<Pick<NewEntry, 'document' | 'picture'>> {
  const put = (rendition: 'original' | 'picture', bytes: Bytes) =>
    blobs.put(sealDocument(key, { ...place, rendition }, bytes, chance))
  return {
    document: await put('original', original),
    picture: picture && (await put('picture', picture)),
  }
}

function toEntry(
  words: DocumentWords & DocumentFields,
  type: FileType,
  bytes: Bytes,
  resource: Readonly<Record<string, unknown>>,
  { text }: Inspected,
): Omit<NewEntry, 'document'> {
  const { kind, careDay, where, department, title, fileName } = words
  if (!isResource(resource)) throw new Error('a document makes a resource')
  const { categories } = sensitivityOf({ resource, text, fileName, department })
  return {
    id: randomUUID(),
    kind,
    careDay,
    careAt: Date.parse(careDay),
    stored: toUtf8(JSON.stringify(resource)),
    sameAs: bytes,
    replaces: null,
    struck: false,
    codes: codesIn(resource),
    preview: {
      resourceType: 'DocumentReference',
      title: title === '' ? fileName : title,
      figure: null,
      where: where === '' ? null : where,
      who: null,
      abnormal: null,
      status: 'current',
      visit: null,
      sensitive: [...categories],
      reason: null,
      file: { name: fileName, type, bytes: bytes.length },
    },
  }
}

/** A date of care that has not come stands above all that is true; a day more, since the day turns elsewhere first. */
function refuseFuture({ careDay }: DocumentFields, now: number): void {
  if (Date.parse(careDay) > now + DAY) throw wrongDay('has not come yet')
}

/** Nobody is treated before the pregnancy they are born of: the year is another, or the patient is. */
function refuseUnborn({ careDay }: DocumentFields, birthDate: string): void {
  if (isEarlier(careDay, earliestCare(birthDate))) throw wrongDay(`is ${BEFORE_PREGNANCY}`)
}

function wrongDay(message: string): RecordsError {
  return new RecordsError('NOT_WELL_FORMED', `The date of care ${message}. Nothing was kept.`, {
    fields: [{ path: 'careDay', message }],
  })
}

interface OnlyFile {
  readonly fileName: string
  readonly bytes: Bytes
}

async function onlyFile(files: AsyncIterable<FormFile>, most: number): Promise<OnlyFile> {
  let only: OnlyFile | undefined
  for await (const file of files) {
    if (only) throw notTaken('One document at a time. Nothing was kept.')
    only = { fileName: plainName(file.fileName), bytes: await collected(file.bytes, most) }
  }
  if (!only || only.bytes.length === 0) throw notTaken('There is no file, or it is empty. Nothing was kept.')
  return only
}

async function collected(chunks: AsyncIterable<Uint8Array>, most: number): Promise<Bytes> {
  const parts: Uint8Array[] = []
  let length = 0
  for await (const chunk of chunks) {
    length += chunk.length
    if (length > most) {
      const limit = Math.floor(most / 2 ** 20)
      throw new RecordsError('DOCUMENT_TOO_LARGE', `A document may have ${limit} MiB. Nothing was kept.`)
    }
    parts.push(chunk)
  }
  return new Uint8Array(Buffer.concat(parts))
}

/** A name without a path and without what a terminal or a page could trip over. */
function plainName(name: string): string {
  const last = name.split(/[/\\]/).at(-1) ?? ''
  const plain = last.replaceAll(/[\p{C}]/gu, '').trim()
  return plain === '' ? 'document' : plain.slice(-LONGEST_NAME)
}

function notTaken(sentence: string): RecordsError {
  return new RecordsError('NOT_A_DOCUMENT', sentence)
}
