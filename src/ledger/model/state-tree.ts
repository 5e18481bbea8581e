/**
 * The state: a binary Patricia tree over 32-byte keys, which branches only where keys differ (D. J. Bernstein's
 * crit-bit tree). Its shape, and so its root, depends on the content alone, never on the order of writing. A tree
 * never changes: what writes returns another one, which shares all that stayed the same.
 *
 * It is never empty: ICS 23 cannot prove absence in an empty tree, nor the presence of an empty value.
 */
import { isSame, type Bytes } from '#kernel'

import {
  firstDifference,
  hashOf,
  isBitSet,
  nearestLeaf,
  newBranch,
  newLeaf,
  STATE_KEY_BITS,
  type StateLeaf,
  type StateNode,
} from './state-node.ts'

export interface StateTree {
  readonly top: StateNode
}

export type StateEntry = readonly [key: Bytes, value: Bytes]

export function getValue({ top }: StateTree, key: Bytes): Bytes | undefined {
  const leaf = nearestLeaf(top, key)
  return isSame(leaf.key, key) ? leaf.value : undefined
}

/** The tree with this value under this key, in place of any other. */
export function putValue(tree: StateTree, key: Bytes, value: Bytes): StateTree {
  const leaf = newLeaf(key, value)
  const nearest = nearestLeaf(tree.top, key)
  const bit = firstDifference(nearest.key, key)
  if (bit === STATE_KEY_BITS && isSame(nearest.value, value)) return tree
  return { top: insert(tree.top, leaf, bit) }
}

/** The tree without this key, the same tree where it has no such key. The last key cannot go. */
export function deleteValue(tree: StateTree, key: Bytes): StateTree {
  if (!getValue(tree, key)) return tree
  const top = without(tree.top, key)
  if (!top) throw new RangeError('the state is never empty')
  return { top }
}

/** The root, which fixes the whole content. Costs one hash for each node that is new since it was last asked for. */
export function stateRoot({ top }: StateTree): Bytes {
  return hashOf(top)
}

/** All entries in the order of their keys. */
export function* entriesOf({ top }: StateTree): Generator<StateEntry> {
  const ahead = [top]
  for (let node = ahead.pop(); node; node = ahead.pop()) {
    if (node.kind === 'leaf') yield [node.key, node.value]
    else ahead.push(node.right, node.left)
  }
}

/** Puts the leaf where its key first differs from those below, at `bit`, or in place of the one with the same key. */
function insert(node: StateNode, leaf: StateLeaf, bit: number): StateNode {
  if (node.kind === 'branch' && node.bit < bit) {
    if (isBitSet(leaf.key, node.bit)) return newBranch(node.bit, node.left, insert(node.right, leaf, bit))
    return newBranch(node.bit, insert(node.left, leaf, bit), node.right)
  }
  if (bit === STATE_KEY_BITS) return leaf
  return isBitSet(leaf.key, bit) ? newBranch(bit, node, leaf) : newBranch(bit, leaf, node)
}

/** What is left below when a key that is there goes; a branch with one side left is that side. */
function without(node: StateNode, key: Bytes): StateNode | undefined {
  if (node.kind === 'leaf') return undefined
  const { bit, left, right } = node
  if (isBitSet(key, bit)) {
    const rest = without(right, key)
    return rest ? newBranch(bit, left, rest) : left
  }
  const rest = without(left, key)
  return rest ? newBranch(bit, rest, right) : right
}
