import { enumeration, fixed, list, struct, uint, type Bytes } from '#kernel'

import { defineCollection, type StateDraft } from './collection.ts'
import { EMPTY_FRONTIER, recordBlock } from './trees.ts'

/** The History: an RFC 6962 tree over the hashes of all blocks that carried transactions. */
export const histories = defineCollection(
  'history',
  enumeration(['history']),
  struct({ count: uint, frontier: list(fixed(32), 53) }),
)

export function recordInHistory(state: StateDraft, blockHash: Bytes): void {
  histories.put(state, 'history', recordBlock(histories.get(state, 'history') ?? EMPTY_FRONTIER, blockHash))
}
