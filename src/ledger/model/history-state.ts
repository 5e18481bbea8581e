import { enumeration, fixed, list, struct, uint, type Bytes } from '#kernel'

import { defineCollection, type StateDraft } from './collection.ts'
import { appendAll, hashLeaf } from './trees.ts'

/** The History: an RFC 6962 tree over the hashes of all blocks that carried transactions. */
export const histories = defineCollection(
  'history',
  enumeration(['history']),
  struct({ count: uint, frontier: list(fixed(32), 53) }),
)

export function recordInHistory(state: StateDraft, blockHash: Bytes): void {
  const history = histories.get(state, 'history') ?? { count: 0, frontier: [] }
  histories.put(state, 'history', appendAll(history, [hashLeaf(blockHash)]))
}
