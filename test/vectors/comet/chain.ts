/** A chain as it is stored for Go: what it began with, and for each height the block, its proof and what came of it. */
import { sha256, toHex, type Bytes, type Instant } from '#kernel'

import {
  encodeBlock,
  encodeLightBlock,
  type BlockLimits,
  type Commit,
  type LightBlock,
  type TransactionResult,
  type Validator,
} from '../../../src/ledger/model/comet/index.ts'

export type Member = Pick<Validator, 'publicKey' | 'power'>

export interface Genesis {
  readonly chainId: string
  readonly time: Instant
  readonly initialHeight: number
  readonly appVersion: number
  readonly limits: BlockLimits
  readonly appHash: Bytes
  readonly members: readonly Member[]
}

export interface Step {
  readonly light: LightBlock
  readonly transactions: readonly Bytes[]
  readonly lastCommit: Commit
  readonly results: readonly TransactionResult[]
  /** The state after this block. */
  readonly appHash: Bytes
  /** Who changes; power 0 removes. It holds from the second block after this one. */
  readonly updates: readonly Member[]
}

export interface Chain {
  readonly name: string
  readonly genesis: Genesis
  readonly steps: readonly Step[]
}

export function blockAt({ steps }: Chain, height: number): LightBlock {
  const found = steps.find(({ light }) => light.header.height === height)
  if (!found) throw new Error(`the chain has no height ${height}`)
  return found.light
}

/** A state machine of the simplest kind: a block without transactions leaves the state as it was. */
export function nextAppHash(appHash: Bytes, transactions: readonly Bytes[]): Bytes {
  return transactions.length === 0 ? appHash : sha256(appHash, ...transactions.map((each) => sha256(each)))
}

/** Every third transaction is refused, with a code and a reason. */
export function resultOf(_transaction: Bytes, place: number): TransactionResult {
  const isRefused = place % 3 === 2
  return {
    code: isRefused ? 1 : 0,
    data: isRefused ? Uint8Array.of(7) : Uint8Array.of(),
    gasWanted: 0,
    gasUsed: 0,
  }
}

export function storedChain({ name, genesis, steps }: Chain): object {
  return {
    name,
    genesis: { ...genesis, appHash: toHex(genesis.appHash), members: genesis.members.map(stored) },
    steps: steps.map(storedStep),
  }
}

function storedStep({ light, transactions, lastCommit, results, appHash, updates }: Step): object {
  return {
    block: toHex(encodeBlock({ header: light.header, transactions, lastCommit })),
    light: toHex(encodeLightBlock(light)),
    results: results.map((result) => ({ ...result, data: toHex(result.data) })),
    appHash: toHex(appHash),
    updates: updates.map(stored),
  }
}

function stored({ publicKey, power }: Member): object {
  return { publicKey: toHex(publicKey), power }
}
