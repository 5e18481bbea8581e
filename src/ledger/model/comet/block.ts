/** Blocks, and the hashes in a header that follow from what the block holds (types/block.go, Block). */
import { isSame, sha256, type Bytes } from '#kernel'

import { merkleRoot } from '../merkle.ts'
import { partSetHeader, type BlockId } from './block-id.ts'
import { commitHash, commitMessage, type Commit } from './commit.ts'
import { embedded, repeated } from './field.ts'
import { headerMessage, type Header } from './header.ts'
import { headerHash } from './header-hash.ts'
import { fromBytes, message } from './message.ts'
import { mapped, raw, type Kind } from './wire.ts'

export interface Block {
  readonly header: Header
  readonly transactions: readonly Bytes[]
  readonly lastCommit: Commit
}

type HeldHashes = Pick<Header, 'lastCommitHash' | 'dataHash' | 'evidenceHash'>

/** What a proposer brings; the rest of the header follows from what the block holds. */
export type HeaderDraft = Omit<Header, keyof HeldHashes>

interface WireBlock {
  readonly header: Header
  readonly data: { readonly transactions: readonly Bytes[] }
  readonly evidence: object
  readonly lastCommit: Commit
}

/** tendermint.types.Block. We carry no evidence of misbehaviour: a block with some is refused. */
const blockMessage: Kind<Block> = mapped(
  message<WireBlock>({
    header: embedded(1, headerMessage),
    data: embedded(2, message({ transactions: repeated(1, raw) })),
    evidence: embedded(3, message({})),
    lastCommit: embedded(4, commitMessage),
  }),
  ({ header, data, lastCommit }) => ({ header, transactions: data.transactions, lastCommit }),
  ({ header, transactions, lastCommit }) => ({ header, data: { transactions }, evidence: {}, lastCommit }),
)

export function makeBlock(draft: HeaderDraft, transactions: readonly Bytes[], lastCommit: Commit): Block {
  return { header: { ...draft, ...heldHashes(transactions, lastCommit) }, transactions, lastCommit }
}

/** Whether the block holds what its header says. */
export function fitsHeader({ header, transactions, lastCommit }: Block): boolean {
  const { lastCommitHash, dataHash, evidenceHash } = heldHashes(transactions, lastCommit)
  return (
    isSame(header.lastCommitHash, lastCommitHash) &&
    isSame(header.dataHash, dataHash) &&
    isSame(header.evidenceHash, evidenceHash)
  )
}

export function encodeBlock(block: Block): Bytes {
  return blockMessage.write(block)
}

/** Reads a block in CometBFT's own protobuf; `CodecError` where a single bit is not as it would be written. */
export function decodeBlock(bytes: Bytes): Block {
  return fromBytes(blockMessage, bytes)
}

export function blockIdOf(block: Block): BlockId {
  return { hash: headerHash(block.header), parts: partSetHeader(encodeBlock(block)) }
}

/** Txs.Hash (types/tx.go): the leaves are the transactions' own hashes. */
export function dataHash(transactions: readonly Bytes[]): Bytes {
  return merkleRoot(transactions.map((transaction) => sha256(transaction)))
}

function heldHashes(transactions: readonly Bytes[], lastCommit: Commit): HeldHashes {
  return {
    lastCommitHash: commitHash(lastCommit),
    dataHash: dataHash(transactions),
    evidenceHash: merkleRoot([]),
  }
}
