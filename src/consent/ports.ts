/** What consent needs of the subjects around it, each as narrow as its use. */
import type { z } from 'zod'

import type { Bytes } from '#kernel'
import type { Method } from '#ledger/model'

import type { Kind, Place, proofSchema, readerSchema } from './model/index.ts'
import type { Permission } from './permission.ts'

export type ReaderWords = z.infer<typeof readerSchema>
export type Proof = z.infer<typeof proofSchema>

/** How a doctor names a patient. */
export interface Named {
  readonly by: 'health-id' | 'contact' | 'token'
  readonly value: string
}

export interface People {
  /** Whom this may mean: nobody, one person, or a family on one phone. Tokens are the organisation's own, of today. */
  meant(named: Named, organisation: Bytes): Promise<readonly string[]>
  /** Who asks, as the patient is shown it. */
  readerOf(person: string, practitioner: Bytes, organisation: Bytes): Promise<ReaderWords>
  nameOf(person: string): Promise<string>
}

/** What the patient confirmed, and how: it goes into the envelope's authority. */
export interface Confirmed {
  readonly method: Method
  readonly evidence: Bytes
}

/** One-time passwords and passkeys, bound to a digest of what is agreed to. */
export interface Confirmations {
  /** Sends a code for exactly this; answers where it went, shortened. */
  sendCode(person: string, digest: Bytes, words: CodeWords): Promise<{ readonly sentTo: string }>
  challenge(person: string, digest: Bytes): Promise<Record<string, unknown>>
  /** Throws where the code or assertion is not for this digest, is too old, or was tried too often. */
  confirm(person: string, digest: Bytes, proof: Proof): Promise<Confirmed>
}

/** What the message beside a code says: no kinds, nothing clinical. */
interface CodeWords {
  readonly reader: string
  readonly organisation: string
  readonly entries: number
  readonly minutes: number
}

/** An entry as the request sheet shows it. */
export interface CoverableEntry {
  readonly entry: string
  readonly place: Place
  readonly kind: Kind
  readonly title: string | null
  /** YYYY-MM-DD */
  readonly careDate: string
  readonly where: string | null
  /** Why it counts as sensitive. */
  readonly sensitive: readonly string[]
}

export interface Coverable {
  entries(permission: Permission): Promise<readonly CoverableEntry[]>
}

/** Tells open pages that something changed; carries no more than whose page and which word. */
export interface Announcer {
  announce(person: string, topic: 'requests' | 'consents' | 'visits'): void
}
