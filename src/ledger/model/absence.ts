import { compareBytes, isSame, type Bytes } from '#kernel'

import { isUnder, proveExistence, type ExistenceProof } from './existence.ts'
import type { Step } from './merkle.ts'
import {
  firstDifference,
  isBitSet,
  nearestLeaf,
  STATE_KEY_BITS,
  STATE_KEY_BYTES,
  type StateNode,
} from './state-node.ts'
import type { StateTree } from './state-tree.ts'

/**
 * That a key is not in the state, as ICS 23 proves it: the key before and the key after are there and nothing stands
 * between them. At an edge of the tree one of the two is missing.
 */
export interface AbsenceProof {
  readonly key: Bytes
  readonly left: ExistenceProof | null
  readonly right: ExistenceProof | null
}

/** Throws where the state has this key. */
export function proveAbsence(tree: StateTree, key: Bytes): AbsenceProof {
  const { left, right } = around(tree.top, key)
  return {
    key,
    left: left ? proveExistence(tree, outermost(left, 'right')) : null,
    right: right ? proveExistence(tree, outermost(right, 'left')) : null,
  }
}

/** Whether the proof shows that under this root the key has no value. */
export function verifyAbsence(root: Bytes, key: Bytes, { key: claimed, left, right }: AbsenceProof): boolean {
  if (!isSame(claimed, key)) return false
  if (left && !(isUnder(root, left) && compareBytes(left.key, key) < 0)) return false
  if (right && !(isUnder(root, right) && compareBytes(key, right.key) < 0)) return false
  if (left && right) return areNeighbours(left.path, right.path)
  if (left) return allStand('left', left.path)
  return right !== null && allStand('right', right.path)
}

/** Whether nothing stands between two leaves: they part once, one going left and one right, and each then keeps to the other. */
function areNeighbours(left: readonly Step[], right: readonly Step[]): boolean {
  const [leftDown, rightDown] = [left.toReversed(), right.toReversed()]
  const parting = leftDown.findIndex((step, i) => !isSameStep(step, rightDown[i]))
  if (leftDown[parting]?.side !== 'right' || rightDown[parting]?.side !== 'left') return false
  return allStand('left', leftDown.slice(parting + 1)) && allStand('right', rightDown.slice(parting + 1))
}

function isSameStep(a: Step, b: Step | undefined): boolean {
  return b !== undefined && a.side === b.side && isSame(a.sibling, b.sibling)
}

/** All siblings on the left: the way keeps to the right edge; and the other way round. */
function allStand(side: Step['side'], path: readonly Step[]): boolean {
  return path.every((step) => step.side === side)
}

interface Around {
  readonly left: StateNode | undefined
  readonly right: StateNode | undefined
}

/** The subtrees just before and just after the place where the key would stand. */
function around(top: StateNode, key: Bytes): Around {
  if (key.length !== STATE_KEY_BYTES) throw new RangeError('a key of the state has 32 bytes')
  const bit = firstDifference(nearestLeaf(top, key).key, key)
  if (bit === STATE_KEY_BITS) throw new RangeError('the state has this key')
  let [node, left, right]: [StateNode, StateNode | undefined, StateNode | undefined] = [
    top,
    undefined,
    undefined,
  ]
  while (node.kind === 'branch' && node.bit < bit) {
    if (isBitSet(key, node.bit)) [left, node] = [node.left, node.right]
    else [right, node] = [node.right, node.left]
  }
  return isBitSet(key, bit) ? { left: node, right } : { left, right: node }
}

function outermost(node: StateNode, side: Step['side']): Bytes {
  let found = node
  while (found.kind === 'branch') found = found[side]
  return found.key
}
