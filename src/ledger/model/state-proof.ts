/** What anybody can check by themselves: a signed head, and that a key has a value, or none, in the state it signs. */
import { bytes, CodecError, decode, encode, nullable, struct, type Bytes, type Decoded } from '#kernel'

import { absenceCodec, existenceCodec } from './proof-codec.ts'
import { proveAbsence, verifyAbsence } from './absence.ts'
import { decodeLightBlock, encodeLightBlock, verifyAlone, type LightBlock } from './comet/index.ts'
import { proveExistence, verifyExistence } from './existence.ts'
import { getValue, type StateTree } from './state-tree.ts'

const MOST = 64 * 1024

const stateProof = struct({
  head: bytes(MOST),
  value: nullable(bytes(MOST)),
  /** An ICS 23 CommitmentProof in protobuf: of presence where there is a value, else of absence. */
  proof: bytes(MOST),
})
export type StateProof = Decoded<typeof stateProof>

export const encodeStateProof = (proof: StateProof): Bytes => encode(stateProof, proof)
export const decodeStateProof = (proof: Bytes): StateProof => decode(stateProof, proof)

/** Proves what the state says of a key; `tree` is the one whose root the head's app hash is. */
export function proveState(head: LightBlock, tree: StateTree, key: Bytes): StateProof {
  const value = getValue(tree, key) ?? null
  const proof =
    value === null
      ? encode(absenceCodec, proveAbsence(tree, key))
      : encode(existenceCodec, proveExistence(tree, key))
  return { head: encodeLightBlock(head), value, proof }
}

/** Whether the proof's value (null: none) is what the state under the head's app hash says of the key. */
export function verifyState({ header }: LightBlock, key: Bytes, { value, proof }: StateProof): boolean {
  return unlessMalformed(false, () =>
    value === null
      ? verifyAbsence(header.appHash, key, decode(absenceCodec, proof))
      : verifyExistence(header.appHash, key, value, decode(existenceCodec, proof)),
  )
}

/** The head of a proof, if the chain's validators signed it; undefined where anything is amiss. */
export function readSignedHead(chain: string, head: Bytes): LightBlock | undefined {
  return unlessMalformed(undefined, () => {
    const block = decodeLightBlock(head)
    return verifyAlone(chain, block).kind === 'verified' ? block : undefined
  })
}

/** What comes from outside and is not in canonical form proves nothing. */
function unlessMalformed<T>(otherwise: T, read: () => T): T {
  try {
    return read()
  } catch (error) {
    if (error instanceof CodecError) return otherwise
    throw error
  }
}
