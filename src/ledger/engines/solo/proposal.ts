/** Making blocks with one validator: CometBFT's formats and CometBFT's rule for time. */
import { later, type Bytes, type Instant, type Signer } from '#kernel'

import {
  BLOCK_PROTOCOL,
  blockIdOf,
  consensusHash,
  makeBlock,
  medianTime,
  NO_BLOCK,
  NO_COMMIT,
  signCommit,
  validatorSetHash,
  addressOf,
  type Block,
  type Commit,
  type LightBlock,
  type ValidatorSet,
} from '../../model/index.ts'
import type { Genesis } from '../../genesis.ts'

/** The version of the state machine that headers name. */
const APP_VERSION = 1

/** 16 MiB a block; gas is not used. */
const BLOCK_LIMITS = { maxBytes: 16 * 1024 * 1024, maxGas: -1 }

/** What the next block follows from. */
export interface Foundation {
  /** The block this one stands on; undefined for the first. */
  readonly parent: LightBlock | undefined
  readonly appHash: Bytes
  readonly lastResultsHash: Bytes
  readonly transactions: readonly Bytes[]
}

/** The next block: nothing about it is anybody's choice but its transactions. */
export function nextBlock(genesis: Genesis, foundation: Foundation): Block {
  const { parent, appHash, lastResultsHash, transactions } = foundation
  const { validators } = genesis
  const lastCommit = parent?.commit ?? NO_COMMIT
  const validatorsHash = validatorSetHash(validators)
  return makeBlock(
    {
      version: { block: BLOCK_PROTOCOL, app: APP_VERSION },
      chainId: genesis.chain,
      height: parent ? parent.header.height + 1 : genesis.initialHeight,
      ...timeOf(genesis, validators, lastCommit),
      lastBlockId: parent?.commit.blockId ?? NO_BLOCK,
      validatorsHash,
      nextValidatorsHash: validatorsHash,
      consensusHash: consensusHash(BLOCK_LIMITS),
      appHash,
      lastResultsHash,
      proposerAddress: addressOf(validators.proposer.publicKey),
    },
    transactions,
    lastCommit,
  )
}

interface Proposal extends Foundation {
  /** What the validator's clock says when it votes for this block. */
  readonly now: Instant
}

/** The next block, with the validator's vote that makes it final. */
export function makeSoloBlock(genesis: Genesis, validator: Signer, proposal: Proposal): LightBlock {
  const { validators } = genesis
  const block = nextBlock(genesis, proposal)
  const { height, time } = block.header
  const votedAt = proposal.now > time ? proposal.now : later(time, 1)
  const ballot = { height, round: 0, blockId: blockIdOf(block) }
  const commit = signCommit(genesis.chain, ballot, validators, [validator], { time: votedAt, nanos: 0 })
  return { header: block.header, commit, validators }
}

/** A block is dated by the votes for the one before: the first by the genesis. */
function timeOf(
  genesis: Genesis,
  validators: ValidatorSet,
  lastCommit: Commit,
): { time: Instant; nanos: number } {
  return lastCommit === NO_COMMIT ? { time: genesis.time, nanos: 0 } : medianTime(lastCommit, validators)
}
