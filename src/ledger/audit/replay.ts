/** Goes through the whole chain from its genesis with the pure state machine, and holds every kept byte against it. */
import { isSame, type Bytes } from '#kernel'
import type { Session } from '#storage'

import { readBlockRows, readGenesis, type BlockRow } from '../chain-store.ts'
import { genesisTree, type Genesis } from '../genesis.ts'
import {
  getValue,
  newMachine,
  putValue,
  resultData,
  resultsHash,
  stateRoot,
  type AnyTransaction,
  type Finalized,
  type LightBlock,
  type Machine,
  type StateTree,
} from '../model/index.ts'
import type { AppliedAt } from '../projection.ts'
import { checkBlock } from './block.ts'
import type { Finding } from './finding.ts'

/** A block may be 16 MiB. */
const BLOCKS_AT_A_TIME = 16

export interface ReplayedBlock {
  readonly height: number
  readonly transactions: number
  /** What of it was applied, in order. */
  readonly applied: readonly AppliedAt[]
  readonly findings: readonly Finding[]
  /** The state after it. */
  readonly tree: StateTree
  /** False where it is damaged: it is the last then, since nothing can be said of what stands on it. */
  readonly isSound: boolean
}

interface Tip {
  readonly parent: LightBlock | undefined
  readonly tree: StateTree
  readonly results: readonly Bytes[]
  readonly recorded: number
}

/** How many blocks there are to go through. */
export async function countBlocks(session: Session): Promise<number> {
  const rows = await session.rows<{ blocks: number }>({
    text: 'select count(*)::int4 as blocks from ledger.block',
  })
  return rows[0]?.blocks ?? 0
}

/** Block by block; after one that is damaged it ends. */
export async function* replay(
  session: Session,
  types: readonly AnyTransaction[],
): AsyncGenerator<ReplayedBlock, void, undefined> {
  const genesis = await readGenesis(session)
  if (!genesis) throw new Error('no chain was begun in this database')
  const machine = newMachine(genesis.chain, types)
  let tip: Tip = { parent: undefined, tree: genesisTree(genesis), results: [], recorded: 0 }
  let height = genesis.initialHeight
  for (;;) {
    const rows = await readBlockRows(session, height, BLOCKS_AT_A_TIME)
    for (const row of rows) {
      const { block, next } = replayBlock(genesis, machine, tip, row)
      yield block
      if (!next) return
      tip = next
      height = row.height + 1
    }
    if (rows.length === 0) return
  }
}

function replayBlock(genesis: Genesis, machine: Machine, tip: Tip, row: BlockRow) {
  const { parent, tree, results, recorded } = tip
  const foundation = { parent, appHash: stateRoot(tree), lastResultsHash: hashResults(results) }
  const { light, damage, beside } = checkBlock(genesis, foundation, row)
  const base = { height: row.height, transactions: row.transactions.length }
  const named = (words: readonly string[]) =>
    words.map((each) => ({ kind: 'block', id: String(row.height), differs: each }) as const)
  if (!light || damage.length > 0) {
    return {
      block: { ...base, applied: [], findings: named(damage), tree, isSound: false },
      next: undefined,
    }
  }
  const { time } = light.header
  const finalized = machine.finalize(
    { get: (key) => getValue(tree, key) },
    { height: row.height, time, hash: row.hash, transactions: row.transactions },
  )
  const after = finalized.changes.reduce((next, { key, value }) => putValue(next, key, value), tree)
  const made = finalized.outcomes.map(resultData)
  const index = row.transactions.length > 0 ? recorded : null
  const findings = named([
    ...beside,
    ...(isSameList(made, row.results) ? [] : ['other results are kept than its transactions have']),
    ...(row.history_index === index ? [] : ['it is kept under another place in the History']),
  ])
  const next = { parent: light, tree: after, results: made, recorded: recorded + (index === null ? 0 : 1) }
  const applied = appliedIn(finalized, row.height, time)
  return { block: { ...base, applied, findings, tree: after, isSound: true }, next }
}

function appliedIn({ outcomes }: Finalized, height: number, time: AppliedAt['time']): readonly AppliedAt[] {
  return outcomes.flatMap((outcome, position) =>
    outcome.code === 0 ? [{ ...outcome.applied, height, position, time }] : [],
  )
}

function hashResults(results: readonly Bytes[]): Bytes {
  return resultsHash(
    results.map((data) => ({ code: data.length > 0 ? 1 : 0, data, gasWanted: 0, gasUsed: 0 })),
  )
}

function isSameList(a: readonly Bytes[], b: readonly Bytes[]): boolean {
  return a.length === b.length && a.every((one, i) => isSame(one, b[i] ?? new Uint8Array(0)))
}
