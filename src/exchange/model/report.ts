import type { StrandKind } from '#ledger/model'
import type { Look, Opening } from '#consent/model'
import type { Instant } from '#kernel'

export type FindingCode =
  | 'NOT_AN_EXPORT'
  | 'TORN'
  | 'ALTERED'
  | 'OUT_OF_ORDER'
  | 'HEAD_NOT_SIGNED'
  | 'FOREIGN_CHAIN'
  | 'STRAND_NOT_PROVED'
  | 'STRAND_DIFFERS'
  | 'LEFT_OUT'
  | 'NOT_ALL_STRANDS'
  | 'CONSENT_NOT_PROVED'
  | 'CONSENT_DIFFERS'
  | 'DOCUMENT_MISSING'
  | 'DOCUMENT_STRANGE'
  | 'NOT_CLOSED'
  | 'NOT_SIGNED'
  | 'UNREADABLE'
  | 'UNTRUSTED_SIGNER'

/** Something that does not hold: at which frame, and in words. */
export interface Finding {
  readonly code: FindingCode
  readonly frame: number
  readonly words: string
}

/** A consent in the file: what it said, and from when to when it was in force by the ledger. */
export interface ProvedConsent {
  readonly opening: Opening
  readonly from: Instant
  readonly until: Instant
  readonly revoked: boolean
}

export interface ProvedStrand {
  readonly ordinal: number
  readonly kind: StrandKind
  readonly writer: string
  readonly writerName: string | null
  readonly leaves: number
}

/** How much the proof is worth: who signed the head, how many, and how old it is. */
export interface Worth {
  readonly chain: string
  readonly height: number
  readonly time: Instant
  readonly signers: number
  readonly members: number
  /** Each member's key in hexadecimal. */
  readonly keys: readonly string[]
}

export interface Report {
  readonly ok: boolean
  readonly patient: string | null
  readonly frames: number
  readonly strands: readonly ProvedStrand[]
  readonly entries: number
  readonly documents: number
  readonly looks: readonly Look[]
  readonly consents: readonly ProvedConsent[]
  readonly worth: Worth | null
  /** Nothing altered; nothing left out; consents as the ledger has them: the three lines that people read. */
  readonly unaltered: boolean
  readonly complete: boolean
  readonly consentsHold: boolean
  readonly findings: readonly Finding[]
}
