/** What a vote names: a header's hash, and the block's bytes in parts as CometBFT sends them round. */
import { EMPTY, isSame, type Bytes } from '#kernel'

import { merkleRoot } from '../merkle.ts'
import { embedded, scalar } from './field.ts'
import { message } from './message.ts'
import { isHashOrNone, isWholeNumber, MAX_UINT32 } from './shape.ts'
import { int, raw } from './wire.ts'

interface PartSetHeader {
  readonly total: number
  readonly hash: Bytes
}

export interface BlockId {
  readonly hash: Bytes
  readonly parts: PartSetHeader
}

/** The block before the first one. */
export const NO_BLOCK: BlockId = { hash: EMPTY, parts: { total: 0, hash: EMPTY } }

/** types/params.go, BlockPartSizeBytes */
const PART_BYTES = 65_536

/** tendermint.types.BlockID, and just so CanonicalBlockID */
export const blockIdMessage = message<BlockId>({
  hash: scalar(1, raw, EMPTY),
  parts: embedded(2, message<PartSetHeader>({ total: scalar(1, int, 0), hash: scalar(2, raw, EMPTY) })),
})

/** The header of the parts that a block of these bytes is cut into (types/part_set.go, NewPartSetFromData). */
export function partSetHeader(block: Bytes): PartSetHeader {
  const total = Math.ceil(block.length / PART_BYTES)
  const part = (index: number) => block.subarray(index * PART_BYTES, (index + 1) * PART_BYTES)
  return { total, hash: merkleRoot(Array.from({ length: total }, (_, index) => part(index))) }
}

export function isSameBlock(a: BlockId, b: BlockId): boolean {
  return a.parts.total === b.parts.total && isSame(a.hash, b.hash) && isSame(a.parts.hash, b.parts.hash)
}

export function isBlockId({ hash, parts }: BlockId): boolean {
  return isHashOrNone(hash) && isHashOrNone(parts.hash) && isWholeNumber(parts.total, 0, MAX_UINT32)
}
