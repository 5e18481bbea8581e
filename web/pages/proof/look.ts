/** Whether a look says what the list says, was promised by the node, and stands on the ledger in time. */
import { isPromisedBy, lookSchema, readPromise, type Look, type receiptEndpoint } from '#consent/model'
import { CodecError, fromBase64Url, fromUtf8, isSame, toInstant, type Bytes, type Instant } from '#kernel'
import { commitmentOf } from '#ledger/model'
import type { Answer } from '../../app/client.ts'
import { checkStanding, type Standing } from './standing.ts'

export type LookReceipt = Answer<typeof receiptEndpoint>

export interface CheckedLook {
  /** What the look says of itself; null where it is not one, or another than the list shows. */
  readonly look: Look | null
  readonly seal: Bytes
  /** The node's promise for exactly this place; null where it is not signed, or says something else. */
  readonly promise: { readonly key: Bytes; readonly anchoredBy: Instant } | null
  /** Null while it is not on the ledger. */
  readonly standing: Standing | null
}

/** What the list shows of it. */
export interface Shown {
  readonly at: number
  readonly count: number
}

export function checkLook(receipt: LookReceipt, shown: Shown): CheckedLook {
  const { proof, chain, index } = receipt
  const words = fromBase64Url(receipt.words)
  const seal = commitmentOf(fromBase64Url(receipt.salt), words)
  const strand = fromBase64Url(receipt.strand)
  const claimed = proof && {
    chain,
    index,
    strand,
    path: proof.path.map(fromBase64Url),
    state: fromBase64Url(proof.state),
  }
  return {
    look: lookIn(words, shown),
    seal,
    promise: promiseIn(receipt, { seal, strand }),
    standing: claimed && checkStanding(seal, claimed),
  }
}

function lookIn(words: Bytes, { at, count }: Shown): Look | null {
  const read = lookSchema.safeParse(jsonOf(words))
  return read.success && read.data.at === at && read.data.entries.length === count ? read.data : null
}

function promiseIn(
  { receipt, index }: LookReceipt,
  { seal, strand }: { readonly seal: Bytes; readonly strand: Bytes },
): CheckedLook['promise'] {
  const [words, key] = [fromBase64Url(receipt.promise), fromBase64Url(receipt.key)]
  const promise = unlessMalformed(() => readPromise(words))
  if (!promise || !isPromisedBy(key, receipt)) return null
  const isThis = promise.index === index && isSame(promise.strand, strand) && isSame(promise.leaf, seal)
  return isThis ? { key, anchoredBy: toInstant(promise.anchoredBy) } : null
}

function jsonOf(words: Bytes): unknown {
  try {
    return JSON.parse(fromUtf8(words))
  } catch {
    return undefined
  }
}

function unlessMalformed<T>(read: () => T): T | undefined {
  try {
    return read()
  } catch (error) {
    if (error instanceof CodecError) return undefined
    throw error
  }
}
