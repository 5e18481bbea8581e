import type { z } from 'zod'

import type { Bytes, Chance, Clock } from '#kernel'
import type { Actor, PractitionerActor, SessionToken } from '#http/model'
import type { Gate, KeptConsent, LookBook, Permission } from '#consent'
import type { Ledger } from '#ledger'
import type { BlobStore, Database } from '#storage'

import type { DocumentReader } from './documents/reader.ts'
import type { patientSchema } from './model/api/shapes.ts'

export type PatientShape = z.infer<typeof patientSchema>

/** What records need to know of people and houses, from identity. */
export interface Directory {
  organisationName(organisation: Bytes): Promise<string>
  personName(person: string): Promise<string>
  patient(person: string): Promise<PatientShape>
  photo(person: string): Promise<{ readonly bytes: Bytes; readonly type: string } | null>
}

/** Tells open pages that something changed; carries no more than whose page and which word. */
interface RecordsAnnouncer {
  announce(person: string, topic: 'chart' | 'notices'): void
}

/** What of consents the pages of charts need. */
export interface Consents {
  visits(actor: PractitionerActor): Promise<readonly KeptConsent[]>
  finish(actor: PractitionerActor, consent: string): Promise<void>
  /** How many requests wait for an answer. */
  waiting(actor: Actor): Promise<number>
}

export interface RecordsPorts {
  readonly database: Database
  readonly ledger: Ledger
  readonly gate: Gate
  readonly looks: LookBook
  readonly consents: Consents
  readonly directory: Directory
  readonly announcer: RecordsAnnouncer
  readonly blobs: BlobStore
  readonly reader: DocumentReader
  readonly clock: Clock
  readonly chance: Chance
  /** Of the node's own: what seals drafts of notes, and the directory of organisations and practitioners. */
  readonly keys: { readonly drafts: Bytes; readonly directory: Bytes }
  /** Wraps entry keys for an organisation. */
  writerKey(organisation: Bytes): Bytes
  /** A whole chart with its proofs, in one file. */
  exportChart(permission: Permission): AsyncIterable<Bytes>
  readonly maxDocumentBytes: number
  /** Who a session is; refused as admission refuses where it is over, or no practitioner's. */
  practitionerOf(token: SessionToken): Promise<PractitionerActor>
}
