/** Goes through the recorded bytes with the state machine of today. */
import { readFileSync } from 'node:fs'

import { toHex, toUtf8, type Bytes } from '#kernel'
import {
  decodeLightBlock,
  getValue,
  newMachine,
  putValue,
  resultsHash,
  stateRoot,
  type BlockInput,
  type LightBlock,
  type StateTree,
} from '#ledger/model'

import { checkBlock } from '../../../src/ledger/audit/block.ts'
import { genesisTree } from '../../../src/ledger/genesis.ts'
import { genesisOf, readChain } from './file.ts'
import { types } from './types.ts'

export const stored = readChain(readFileSync(new URL('chain.json', import.meta.url), 'utf8'))

/** What came of one block. */
export interface Replayed {
  readonly height: number
  readonly appHash: string
  /** The code of each refusal; empty where a transaction was applied. */
  readonly refusals: readonly string[]
  /** What is wrong with its header, votes or what they speak for. */
  readonly damage: readonly string[]
}

export function replayStored(): readonly Replayed[] {
  const genesis = genesisOf(stored)
  const state = newState()
  let parent: LightBlock | undefined
  let results: readonly Bytes[] = []
  return stored.blocks.map(({ height, light: bytes, transactions: acts }) => {
    const light = decodeLightBlock(bytes)
    const { hash } = light.commit.blockId
    const transactions = acts.map((act) => act.bytes)
    const row = {
      height,
      time: light.header.time,
      hash,
      light_block: bytes,
      transactions,
      results: [],
      history_index: null,
    }
    const appHash = stateRoot(state.tree)
    const lastResultsHash = resultsHash(
      results.map((data) => ({ code: data.length > 0 ? 1 : 0, data, gasWanted: 0, gasUsed: 0 })),
    )
    const { damage, beside } = checkBlock(genesis, { parent, appHash, lastResultsHash }, row)
    const refusals = state.apply({ height, time: light.header.time, hash, transactions })
    parent = light
    results = refusals.map(toUtf8)
    return { height, appHash: toHex(stateRoot(state.tree)), refusals, damage: [...damage, ...beside] }
  })
}

/** The state of the recorded chain, from its genesis on. */
export function newState() {
  const machine = newMachine(stored.chain, types)
  let tree: StateTree = genesisTree(genesisOf(stored))
  return {
    get tree() {
      return tree
    },
    /** Answers the code of each refusal; empty where a transaction was applied. */
    apply(block: BlockInput): readonly string[] {
      const { outcomes, changes } = machine.finalize({ get: (key) => getValue(tree, key) }, block)
      tree = changes.reduce((next, { key, value }) => putValue(next, key, value), tree)
      return outcomes.map((outcome) => (outcome.code === 0 ? '' : outcome.refusal))
    },
  }
}
