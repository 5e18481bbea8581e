/** What the node signs when it answers a look, as the patient's own browser reads it. */
import { decode, fixed, struct, taggedMessage, uint, type Bytes, type Decoded } from '#kernel'

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

/** What the signature is over. */
export function promiseMessage(words: Bytes): Bytes {
  return taggedMessage('look-receipt/1', words)
}
