import { EMPTY, sha256, type Bytes } from '#kernel'

import { hashInner } from './merkle.ts'

/** What a tree must keep to go on growing: how many leaves, and the roots of its perfect subtrees, leftmost first. */
export interface Frontier {
  readonly count: number
  readonly frontier: readonly Bytes[]
}

/** A tree of RFC 6962 as others refer to it: how many leaves under which root. */
export interface TreeHead {
  readonly count: number
  readonly root: Bytes
}

export const EMPTY_FRONTIER: Frontier = { count: 0, frontier: [] }

/** The frontier after these leaves, which enter as `hashLeaf` made them, so that none can pass for an inner node. */
export function appendAll({ count, frontier }: Frontier, leafHashes: readonly Bytes[]): Frontier {
  const subtrees = [...frontier]
  leafHashes.forEach((leafHash, i) => append(subtrees, count + i, leafHash))
  return { count: count + leafHashes.length, frontier: subtrees }
}

/** The same root as over all the leaves: RFC 6962 splits off the largest perfect subtree on the left, again and again. */
export function frontierRoot({ frontier }: Frontier): Bytes {
  if (frontier.length === 0) return sha256(EMPTY)
  return frontier.reduceRight((right, left) => hashInner(left, right))
}

export function headOf(frontier: Frontier): TreeHead {
  return { count: frontier.count, root: frontierRoot(frontier) }
}

/** Counting in binary: each one bit at the end of the count is a perfect subtree that this leaf doubles. */
function append(subtrees: Bytes[], count: number, leafHash: Bytes): void {
  let hash = leafHash
  for (let rest = count; rest % 2 === 1; rest = (rest - 1) / 2) {
    const left = subtrees.pop()
    if (!left) throw new Error('the frontier does not fit its count')
    hash = hashInner(left, hash)
  }
  subtrees.push(hash)
}
