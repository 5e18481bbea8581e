/** What a proof shows when it is computed again, with nothing but the proof itself: no word of the server is taken for it. */
import { CodecError, type Bytes, type Instant } from '#kernel'
import {
  decodeStateProof,
  hashLeaf,
  headOf,
  isVote,
  readSignedHead,
  strands,
  verifyInclusion,
  verifyState,
  type LightBlock,
} from '#ledger/model'

/** Where a leaf stands, as somebody says. */
interface Claimed {
  readonly chain: string
  readonly strand: Bytes
  readonly index: number
  readonly path: readonly Bytes[]
  /** A `StateProof` of the strand, encoded. */
  readonly state: Bytes
}

export interface Head {
  readonly height: number
  readonly time: Instant
  readonly signers: number
  readonly members: number
}

/** Each claim by itself, and what it is about; null where it does not hold. */
export interface Standing {
  /** The leaf is in the strand: its number, from 1, of so many. */
  readonly place: { readonly number: number; readonly count: number } | null
  /** The strand is in the state under the head. */
  readonly inState: boolean
  /** The head that the ledger's members signed. */
  readonly head: Head | null
}

const NOTHING: Standing = { place: null, inState: false, head: null }

export function checkStanding(leaf: Bytes, claimed: Claimed): Standing {
  try {
    return check(leaf, claimed)
  } catch (error) {
    if (error instanceof CodecError) return NOTHING
    throw error
  }
}

function check(leaf: Bytes, { chain, strand, index, path, state }: Claimed): Standing {
  const proof = decodeStateProof(state)
  const block = readSignedHead(chain, proof.head)
  if (proof.value === null) return { ...NOTHING, head: block ? headFacts(block) : null }
  const head = headOf(strands.decode(proof.value))
  const isThere = verifyInclusion(head, index, hashLeaf(leaf), path)
  return {
    place: isThere ? { number: index + 1, count: head.count } : null,
    inState: block !== undefined && verifyState(block, strands.keyOf(strand), proof),
    head: block ? headFacts(block) : null,
  }
}

function headFacts({ header, commit, validators }: LightBlock): Head {
  return {
    height: header.height,
    time: header.time,
    signers: commit.signatures.filter((signature) => isVote(signature) && signature.flag === 'commit').length,
    members: validators.validators.length,
  }
}
