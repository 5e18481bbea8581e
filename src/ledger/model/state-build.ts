import { compareBytes } from '#kernel'

import {
  firstDifference,
  isBitSet,
  newBranch,
  newLeaf,
  type StateLeaf,
  type StateNode,
} from './state-node.ts'
import type { StateEntry, StateTree } from './state-tree.ts'

/** The tree of these entries: at least one, in strictly ascending order of their keys. */
export function buildFromSorted(entries: Iterable<StateEntry>): StateTree {
  const leaves: StateLeaf[] = []
  for (const [key, value] of entries) {
    const before = leaves.at(-1)
    if (before && compareBytes(before.key, key) >= 0) throw new RangeError('the keys do not ascend')
    leaves.push(newLeaf(key, value))
  }
  return { top: build(leaves, 0, leaves.length) }
}

function build(leaves: readonly StateLeaf[], from: number, to: number): StateNode {
  const [first, last] = [leaves[from], leaves[to - 1]]
  if (!first || !last) throw new RangeError('the state is never empty')
  if (first === last) return first
  const bit = firstDifference(first.key, last.key)
  const middle = firstOnTheRight(leaves, bit, from, to)
  return newBranch(bit, build(leaves, from, middle), build(leaves, middle, to))
}

/** The first leaf whose key has the bit set, found by halving: among sorted keys that share all bits before, they are last. */
function firstOnTheRight(leaves: readonly StateLeaf[], bit: number, from: number, to: number): number {
  let [low, high] = [from, to]
  while (low < high) {
    const middle = Math.floor((low + high) / 2)
    const leaf = leaves[middle]
    if (leaf && isBitSet(leaf.key, bit)) high = middle
    else low = middle + 1
  }
  return low
}
