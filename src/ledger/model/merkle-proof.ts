import { isSame, type Bytes } from '#kernel'

import type { TreeHead } from './merkle-frontier.ts'
import { climb, type Step } from './merkle.ts'

const HASH_BYTES = 32

/**
 * Whether the path proves that this leaf hash stands at `index` under the head (RFC 9162 section 2.1.3.2). A path alone
 * does not fix the count: count and root must come together, out of one proven frontier.
 */
export function verifyInclusion(
  head: TreeHead,
  index: number,
  leafHash: Bytes,
  path: readonly Bytes[],
): boolean {
  if (!isCount(index) || !isCount(head.count) || index >= head.count) return false
  if (![leafHash, ...path].every(isHash)) return false
  const steps = stepsUp(index, head.count - 1, path)
  return steps !== undefined && isSame(climb(leafHash, steps), head.root)
}

/** Whether the path proves that the later tree begins with all of the earlier one (RFC 9162 section 2.1.4.2). */
export function verifyConsistency(earlier: TreeHead, later: TreeHead, path: readonly Bytes[]): boolean {
  if (!isCount(earlier.count) || !isCount(later.count) || earlier.count === 0) return false
  if (earlier.count === later.count) return path.length === 0 && isSame(earlier.root, later.root)
  return earlier.count < later.count && hasGrown(earlier, later, path)
}

function hasGrown(earlier: TreeHead, later: TreeHead, path: readonly Bytes[]): boolean {
  const { node, last } = lowestCommon(earlier.count - 1, later.count - 1)
  const [shared, ...rest] = node === 0 ? [earlier.root, ...path] : path
  const steps = stepsUp(node, last, rest)
  if (!shared || !steps || ![shared, ...rest].every(isHash)) return false
  const before = steps.filter(({ side }) => side === 'left')
  return isSame(climb(shared, before), earlier.root) && isSame(climb(shared, steps), later.root)
}

/** The subtree with which the earlier tree ends and which the later one still holds whole; at 0 it is all of the earlier. */
function lowestCommon(
  lastEarlier: number,
  lastLater: number,
): { readonly node: number; readonly last: number } {
  let [node, last] = [lastEarlier, lastLater]
  for (; node % 2 === 1; node = half(node)) last = half(last)
  return { node, last }
}

/** On which side each hash of the path stands, going up from a node of a level whose last is `last`; undefined if it does not end at the root. */
function stepsUp(node: number, last: number, path: readonly Bytes[]): readonly Step[] | undefined {
  const steps: Step[] = []
  let [at, end] = [node, last]
  for (const sibling of path) {
    if (end === 0) return undefined
    const side = at % 2 === 1 || at === end ? 'left' : 'right'
    steps.push({ side, sibling })
    // The last node of a level has no sibling there: it goes up unhashed until it is a right child.
    if (side === 'left') for (; at % 2 === 0; at = half(at)) end = half(end)
    ;[at, end] = [half(at), half(end)]
  }
  return end === 0 ? steps : undefined
}

/** Half of it, rounded down; counts may be beyond the 32 bits of `>>`. */
function half(n: number): number {
  return Math.floor(n / 2)
}

function isCount(n: number): boolean {
  return Number.isSafeInteger(n) && n >= 0
}

/** Two byte strings of odd lengths could be cut elsewhere and still hash alike. */
function isHash(bytes: Bytes): boolean {
  return bytes.length === HASH_BYTES
}
