/** The nodes of the state's tree, hashed as ICS 23's TendermintSpec, and the bits of its keys. */
import { sha256, type Bytes } from '#kernel'

import { hashInner } from './merkle.ts'

export const STATE_KEY_BYTES = 32
export const STATE_KEY_BITS = 8 * STATE_KEY_BYTES

/** Before the key and before the value's hash: the leaf's 0x00, and both lengths as varints (LengthOp VAR_PROTO). */
const LEAF_AND_KEY = Uint8Array.of(0, STATE_KEY_BYTES)
const HASHED_VALUE = Uint8Array.of(32)

export type StateNode = StateLeaf | StateBranch

export interface StateLeaf {
  readonly kind: 'leaf'
  readonly key: Bytes
  readonly value: Bytes
  /** Found when first asked for. */
  hash: Bytes | undefined
}

interface StateBranch {
  readonly kind: 'branch'
  /** The first bit in which the keys below differ; where it is 0 they are on the left. */
  readonly bit: number
  readonly left: StateNode
  readonly right: StateNode
  hash: Bytes | undefined
}

export function newLeaf(key: Bytes, value: Bytes): StateLeaf {
  if (key.length !== STATE_KEY_BYTES) throw new RangeError('a key of the state has 32 bytes')
  if (value.length === 0) throw new RangeError('a value of the state is not empty')
  return { kind: 'leaf', key, value, hash: undefined }
}

export function newBranch(bit: number, left: StateNode, right: StateNode): StateBranch {
  return { kind: 'branch', bit, left, right, hash: undefined }
}

export function hashOf(node: StateNode): Bytes {
  node.hash ??=
    node.kind === 'leaf'
      ? hashStateLeaf(node.key, node.value)
      : hashInner(hashOf(node.left), hashOf(node.right))
  return node.hash
}

/** H(0x00 ‖ length of key ‖ key ‖ length of hash ‖ H(value)). */
export function hashStateLeaf(key: Bytes, value: Bytes): Bytes {
  return sha256(LEAF_AND_KEY, key, HASHED_VALUE, sha256(value))
}

/** The leaf that a key's bits lead to: its own, or one of those that share the longest beginning with it. */
export function nearestLeaf(top: StateNode, key: Bytes): StateLeaf {
  let node = top
  while (node.kind === 'branch') node = isBitSet(key, node.bit) ? node.right : node.left
  return node
}

/** The first bit in which two keys differ, counted from the most significant of the first byte; 256 where none does. */
export function firstDifference(a: Bytes, b: Bytes): number {
  for (let i = 0; i < STATE_KEY_BYTES; i++) {
    const difference = (a[i] ?? 0) ^ (b[i] ?? 0)
    if (difference !== 0) return 8 * i + Math.clz32(difference) - 24
  }
  return STATE_KEY_BITS
}

export function isBitSet(key: Bytes, bit: number): boolean {
  return (((key[bit >> 3] ?? 0) >> (7 - (bit & 7))) & 1) === 1
}
