/** What the node signs when it answers a look, as the patient's own browser reads it. */
import { z } from 'zod'

import {
  decode,
  encode,
  fixed,
  fromBase64Url,
  isSignedBy,
  struct,
  taggedMessage,
  uint,
  type Bytes,
  type Decoded,
} from '#kernel'
import { hashLeaf, verifyInclusion, type TreeHead } from '#ledger/model'

/** That this leaf stands at this place of this strand, and will be on the ledger by then. */
export const promiseCodec = struct({
  strand: fixed(32),
  index: uint,
  leaf: fixed(32),
  at: uint,
  anchoredBy: uint,
})
type LookPromise = Decoded<typeof promiseCodec>

/** `CodecError` where it is not in canonical form. */
export const readPromise = (words: Bytes): LookPromise => decode(promiseCodec, words)

/** A promise as it is given: those of looks that were written at once share a signature. */
export const receiptSchema = z.object({
  look: z.uuid(),
  promise: z.string(),
  /** Where the promise stands among those that were signed at once, and its way to their root (RFC 6962 section 2.1.1). */
  index: z.int(),
  count: z.int(),
  root: z.string(),
  path: z.array(z.string()).readonly(),
  /** Over how many they are and their root. */
  signature: z.string(),
})
export type Receipt = Readonly<z.infer<typeof receiptSchema>>

const roundCodec = struct({ count: uint, root: fixed(32) })

/** What the signature is over: the head of the tree of the promises' words. */
export function roundMessage({ count, root }: TreeHead): Bytes {
  return taggedMessage('look-receipt/1', encode(roundCodec, { count, root }))
}

/** Whether whoever has this key gave the promise. */
export function isPromisedBy(key: Bytes, { promise, index, count, root, path, signature }: Receipt): boolean {
  const head = { count, root: fromBase64Url(root) }
  const isIn = verifyInclusion(head, index, hashLeaf(fromBase64Url(promise)), path.map(fromBase64Url))
  return isIn && isSignedBy(key, roundMessage(head), fromBase64Url(signature))
}
