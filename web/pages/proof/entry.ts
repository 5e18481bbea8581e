/** Whether an entry is, byte for byte, what was sealed when it joined the chart. */
import { fromBase64Url, isSame, sha256, toHex, toUtf8, type Bytes } from '#kernel'
import { commitmentOf } from '#ledger/model'
import type { myProofEndpoint } from '#records/model'
import type { Answer } from '../../app/client.ts'
import { checkStanding, type Standing } from './standing.ts'

export type EntryProof = Answer<typeof myProofEndpoint>

export interface CheckedEntry {
  /** What is shown is what was sealed. */
  readonly words: boolean
  readonly seal: Bytes
  readonly standing: Standing
}

/** Undefined while there is nothing to check: the entry is not on the ledger yet. */
export function checkEntry(proof: EntryProof, shown: string): CheckedEntry | undefined {
  const { path, state, chain, index } = proof
  if (path === null || state === null) return undefined
  const stored = fromBase64Url(proof.stored)
  const seal = commitmentOf(fromBase64Url(proof.salt), stored)
  const claimed = { chain, index, strand: fromBase64Url(proof.strand), path: path.map(fromBase64Url) }
  return {
    words: isSame(stored, toUtf8(shown)),
    seal,
    standing: checkStanding(seal, { ...claimed, state: fromBase64Url(state) }),
  }
}

/** How an entry names its document: the URL of the attachment is the SHA-256 of its bytes. */
const DOCUMENT_HASH = /"url"\s*:\s*"urn:sha256:([0-9a-f]{64})"/

/** Whether these are the bytes of the document that the entry names, and so seals with its own words. */
export function fitsDocument(source: string, document: Bytes): boolean {
  return source.match(DOCUMENT_HASH)?.[1] === toHex(sha256(document))
}

/** Enough of a hash to compare by eye. */
export function shortSeal(seal: Bytes): string {
  return toHex(seal).slice(0, 16)
}
