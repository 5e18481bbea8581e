/**
 * Proofs about the state as they travel: the protobuf message `CommitmentProof` of cosmos.ics23.v1, so that any ICS 23
 * library reads them. What TendermintSpec leaves no choice about stands here as bytes, and reading compares them: no
 * other operation, prefix, padding, order or unknown field ever reaches a verifier.
 */
import { Cursor, fixed, type Bytes, type Codec } from '#kernel'

import type { AbsenceProof } from './absence.ts'
import { MOST_STEPS, type ExistenceProof } from './existence.ts'
import type { Step } from './merkle.ts'
import { expect, field, malformed, tagOf } from './proof-field.ts'
import { STATE_KEY_BYTES } from './state-node.ts'

const hash = fixed(32)

/** InnerOp with the sibling on the left: hash SHA256, prefix 0x01 ‖ sibling, no suffix. */
const LEFT_SIBLING = Uint8Array.of(0x08, 1, 0x12, 33, 0x01)
/** InnerOp with the sibling on the right: hash SHA256, prefix 0x01, suffix sibling. */
const RIGHT_SIBLING = Uint8Array.of(0x08, 1, 0x12, 1, 0x01, 0x1a, 32)
/** LeafOp: hash SHA256, prehash_key NO_HASH (not written), prehash_value SHA256, length VAR_PROTO, prefix 0x00. */
const LEAF_OP = Uint8Array.of(0x08, 1, 0x18, 1, 0x20, 1, 0x2a, 1, 0x00)

const innerOp: Codec<Step> = {
  write({ side, sibling }, out) {
    out.push(side === 'left' ? LEFT_SIBLING : RIGHT_SIBLING)
    hash.write(sibling, out)
  },
  read(from) {
    const side = from.rest === LEFT_SIBLING.length + 32 ? 'left' : 'right'
    expect(from, side === 'left' ? LEFT_SIBLING : RIGHT_SIBLING)
    return { side, sibling: hash.read(from) }
  },
}

const leafOp: Codec<void> = {
  write: (_, out) => out.push(LEAF_OP),
  read: (from) => expect(from, LEAF_OP),
}

const theRest: Codec<Bytes> = {
  write: (value, out) => out.push(value),
  read: (from) => from.take(from.rest),
}

const proofKey = field(1, fixed(STATE_KEY_BYTES))
const proofValue = field(2, theRest)
const proofLeaf = field(3, leafOp)
const proofStep = field(4, innerOp)

const existence: Codec<ExistenceProof> = {
  write({ key, value, path }, out) {
    proofKey.write(key, out)
    proofValue.write(value, out)
    proofLeaf.write(undefined, out)
    for (const step of path) proofStep.write(step, out)
  },
  read(from) {
    const [key, value] = [proofKey.read(from), proofValue.read(from)]
    proofLeaf.read(from)
    const path: Step[] = []
    while (from.rest > 0 && path.length < MOST_STEPS) path.push(proofStep.read(from))
    return { key, value, path }
  },
}

const leftNeighbour = field(2, existence)
const rightNeighbour = field(3, existence)

const absence: Codec<AbsenceProof> = {
  write({ key, left, right }, out) {
    proofKey.write(key, out)
    if (left) leftNeighbour.write(left, out)
    if (right) rightNeighbour.write(right, out)
  },
  read(from) {
    const key = proofKey.read(from)
    const rest = from.take(from.rest)
    const cursor = new Cursor(rest)
    const left = rest[0] === tagOf(2) ? leftNeighbour.read(cursor) : null
    const right = cursor.rest > 0 ? rightNeighbour.read(cursor) : null
    if (cursor.rest > 0) throw malformed()
    return { key, left, right }
  },
}

/** `CommitmentProof` with its `exist`. */
export const existenceCodec: Codec<ExistenceProof> = field(1, existence)

/** `CommitmentProof` with its `nonexist`. */
export const absenceCodec: Codec<AbsenceProof> = field(2, absence)
