/** Makes blocks of what happens, as the solo engine makes them, and holds each outcome against what was foreseen. */
import { later, type Bytes, type Instant } from '#kernel'
import {
  getValue,
  newMachine,
  putValue,
  resultData,
  resultsHash,
  stateRoot,
  type LightBlock,
  type StateTree,
} from '#ledger/model'

import { makeSoloBlock } from '../../../src/ledger/engines/solo/proposal.ts'
import { genesisTree } from '../../../src/ledger/genesis.ts'
import { CHAIN, genesis, validator } from './people.ts'
import { types } from './types.ts'

/** What a transaction is there for, and what must come of it: the code of its refusal, or nothing. */
export interface Act {
  readonly name: string
  readonly transaction: Bytes
  readonly refused?: string
}

export interface RecordedBlock {
  readonly light: LightBlock
  readonly acts: readonly Act[]
  readonly results: readonly Bytes[]
  /** The state after it. */
  readonly appHash: Bytes
}

export class Recorder {
  readonly blocks: RecordedBlock[] = []
  readonly #machine = newMachine(CHAIN, types)
  #tree: StateTree = genesisTree(genesis)

  /** These come at this time: an empty block brings the date up before them, and one proves them after. */
  at(time: Instant, ...acts: readonly Act[]): void {
    this.#append([], time)
    this.#append(acts, later(time, 5))
    this.#append([], later(time, 10))
  }

  #append(acts: readonly Act[], now: Instant): void {
    const transactions = acts.map(({ transaction }) => transaction)
    const last = this.blocks.at(-1)
    const light = makeSoloBlock(genesis, validator, {
      parent: last?.light,
      appHash: stateRoot(this.#tree),
      lastResultsHash: resultsHash((last?.results ?? []).map(toResult)),
      transactions,
      now,
    })
    const { height, time } = light.header
    const state = { get: (key: Bytes) => getValue(this.#tree, key) }
    const block = { height, time, hash: light.commit.blockId.hash, transactions }
    const { outcomes, changes } = this.#machine.finalize(state, block)
    for (const [i, act] of acts.entries())
      requireForeseen(act, outcomes[i]?.code === 1 ? outcomes[i].refusal : undefined)
    this.#tree = changes.reduce((tree, { key, value }) => putValue(tree, key, value), this.#tree)
    this.blocks.push({ light, acts, results: outcomes.map(resultData), appHash: stateRoot(this.#tree) })
  }
}

function toResult(data: Bytes) {
  return { code: data.length > 0 ? 1 : 0, data, gasWanted: 0, gasUsed: 0 }
}

function requireForeseen({ name, refused }: Act, found: string | undefined): void {
  if (found !== refused) throw new Error(`${name}: ${found ?? 'applied'} instead of ${refused ?? 'applied'}`)
}
