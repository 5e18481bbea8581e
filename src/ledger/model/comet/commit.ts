/** The votes that made a block final (types/block.go, Commit). */
import type { Bytes } from '#kernel'

import { merkleRoot } from '../merkle.ts'
import { blockIdMessage, isBlockId, isSameBlock, NO_BLOCK, type BlockId } from './block-id.ts'
import { isSignature, signatureMessage, type CommitSignature } from './commit-signature.ts'
import { embedded, repeated, scalar } from './field.ts'
import { fromBytes, message } from './message.ts'
import { isWholeNumber, MAX_INT32 } from './shape.ts'
import { int, type Kind } from './wire.ts'

/** What is voted on: one block, in one round of one height. */
export interface Ballot {
  readonly height: number
  readonly round: number
  readonly blockId: BlockId
}

/** One place for each validator, in the order of the set. */
export interface Commit extends Ballot {
  readonly signatures: readonly CommitSignature[]
}

/** What the first block carries in place of a commit. */
export const NO_COMMIT: Commit = { height: 0, round: 0, blockId: NO_BLOCK, signatures: [] }

/** tendermint.types.Commit */
export const commitMessage: Kind<Commit> = message<Commit>({
  height: scalar(1, int, 0),
  round: scalar(2, int, 0),
  blockId: embedded(3, blockIdMessage),
  signatures: repeated(4, signatureMessage),
})

export function encodeCommit(commit: Commit): Bytes {
  return commitMessage.write(commit)
}

/** Reads a commit; `CodecError` where a single bit is not as CometBFT would write it. */
export function decodeCommit(bytes: Bytes): Commit {
  return fromBytes(commitMessage, bytes)
}

/** Commit.Hash */
export function commitHash(commit: Commit): Bytes {
  return merkleRoot(commit.signatures.map((signature) => signatureMessage.write(signature)))
}

/**
 * What Commit.ValidateBasic asks of the commit of a block. It cannot be for no block: votes for that would be the same
 * bytes as votes for nil.
 */
export function isCommit({ height, round, blockId, signatures }: Commit): boolean {
  return (
    isWholeNumber(height, 1) &&
    isWholeNumber(round, 0, MAX_INT32) &&
    isBlockId(blockId) &&
    !isSameBlock(blockId, NO_BLOCK) &&
    signatures.length > 0 &&
    signatures.every(isSignature)
  )
}
