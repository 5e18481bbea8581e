/**
 * The History: a tree over the hashes of all blocks that carried transactions. From one fresh head any earlier block
 * is proved in O(log n), and of two heads it is proved that nothing between them was rewritten.
 */
import type { Bytes } from '#kernel'

import { appendAll, type Frontier, type TreeHead } from './merkle-frontier.ts'
import { MerkleLevels } from './merkle-levels.ts'
import { verifyInclusion } from './merkle-proof.ts'
import { hashLeaf } from './merkle.ts'

/** The History one block later. */
export function recordBlock(history: Frontier, blockHash: Bytes): Frontier {
  return appendAll(history, [hashLeaf(blockHash)])
}

/** What makes proofs, from the block hashes in the order they were recorded. Heads are compared by `verifyConsistency`. */
export function openHistory(blockHashes: readonly Bytes[]): MerkleLevels {
  return new MerkleLevels(blockHashes.map(hashLeaf))
}

/** Whether the path proves that under this head the block was the one recorded at `index`. */
export function verifyRecorded(
  head: TreeHead,
  index: number,
  blockHash: Bytes,
  path: readonly Bytes[],
): boolean {
  return verifyInclusion(head, index, hashLeaf(blockHash), path)
}
