/**
 * The ledger of one operator: one validator, in process, a block as soon as there is something to put in it. An idle
 * chain rests. What it writes a consortium could go on from.
 */
import { isSame, type Bytes, type Clock, type Instant, type Signer } from '#kernel'
import type { Database, Lock } from '#storage'

import {
  historyHashes,
  lastBlock,
  readGenesis,
  readState,
  requireEpoch,
  takeOver,
  writeBlock,
  writeState,
} from '../../chain-store.ts'
import type { Engine, Included, Provable } from '../../engine.ts'
import type { Genesis } from '../../genesis.ts'
import {
  buildFromSorted,
  getValue,
  LedgerError,
  putValue,
  Refused,
  resultData,
  resultsHash,
  stateRoot,
  type Finalized,
  type LightBlock,
  type Machine,
  type StateReader,
  type StateTree,
} from '../../model/index.ts'
import type { AppliedAt, Projection } from '../../projection.ts'
import { ClockGuard } from './clock-guard.ts'
import { makeSoloBlock } from './proposal.ts'

const MOST_TRANSACTIONS = 2_000
const MOST_BYTES = 8 * 1024 * 1024
/** A block is dated by the vote before it: after a longer rest an empty block brings the date up first. */
const STALE = 1_000

interface SoloPorts {
  readonly database: Database
  readonly machine: Machine
  readonly validator: Signer
  readonly clock: Clock
  readonly project: Projection['project']
}

interface Waiting {
  readonly transaction: Bytes
  readonly resolve: (included: Included) => void
  readonly reject: (reason: unknown) => void
}

/** The chain as the engine has it in memory: all of it can be read again from the database. */
interface Tip {
  readonly block: LightBlock | undefined
  readonly resultsHash: Bytes
  readonly tree: StateTree
  readonly historyCount: number
}

export async function openSolo(ports: SoloPorts): Promise<Engine> {
  const { database } = ports
  const lock = await database.tryLock('ledger-solo')
  if (!lock) throw new LedgerError('LEDGER_BUSY', 'another server drives this ledger: stop it first')
  try {
    const genesis = await readGenesis(database)
    if (!genesis) throw new LedgerError('NOT_IN_LEDGER', 'no chain was begun in this database')
    if (!isSame(genesis.validators.proposer.publicKey, ports.validator.publicKey)) {
      throw new LedgerError('KEY_NOT_ON_LEDGER', 'this node has not the key of the chain’s validator')
    }
    const epoch = await takeOver(database)
    const engine = new SoloEngine(ports, genesis, lock, epoch, await readTip(database))
    await engine.proveLast()
    return engine
  } catch (error) {
    await lock[Symbol.asyncDispose]()
    throw error
  }
}

class SoloEngine implements Engine {
  readonly chain: string
  readonly #ports: SoloPorts
  readonly #genesis: Genesis
  readonly #lock: Lock
  readonly #epoch: number
  readonly #guard: ClockGuard
  #tip: Tip
  #provable: Provable | undefined
  #queue: Waiting[] = []
  #working: Promise<void> | undefined
  #broken: unknown

  constructor(ports: SoloPorts, genesis: Genesis, lock: Lock, epoch: number, tip: Tip) {
    this.chain = genesis.chain
    this.#ports = ports
    this.#genesis = genesis
    this.#lock = lock
    this.#epoch = epoch
    this.#tip = tip
    this.#guard = new ClockGuard(ports.clock)
    void lock.over.then(() => this.#stop(new LedgerError('LEDGER_CLOSED', 'the lock on the ledger was lost')))
  }

  async submit(transaction: Bytes): Promise<Included> {
    if (this.#broken !== undefined) throw this.#broken
    this.#guard.check()
    this.#ports.machine.check(this.state(), transaction)
    return new Promise((resolve, reject) => {
      this.#queue.push({ transaction, resolve, reject })
      this.#work()
    })
  }

  confirmClock(): number {
    return this.#guard.confirm()
  }

  state(): StateReader {
    const { tree } = this.#tip
    return { get: (key) => getValue(tree, key) }
  }

  async provable(): Promise<Provable> {
    while (this.#working) await this.#working
    if (this.#broken !== undefined) throw this.#broken
    if (!this.#provable) throw new Error('the ledger has no signed head')
    return this.#provable
  }

  /** After a start: the state must be the one the last header speaks for, or get the block that does. */
  async proveLast(): Promise<void> {
    const { block, tree } = this.#tip
    const isSigned = block !== undefined && isSame(block.header.appHash, stateRoot(tree))
    if (isSigned) this.#provable = { head: block, tree }
    else await this.#append([])
  }

  async [Symbol.asyncDispose](): Promise<void> {
    while (this.#working) await this.#working
    this.#stop(new LedgerError('LEDGER_CLOSED', 'the ledger is closed'))
    await this.#lock[Symbol.asyncDispose]()
  }

  #work(): void {
    this.#working ??= this.#makeBlocks()
      .catch((error: unknown) => this.#stop(error))
      .finally(() => {
        this.#working = undefined
        if (this.#queue.length > 0 && this.#broken === undefined) this.#work()
      })
  }

  /** Blocks until the queue is empty, then the block that proves the last of them. */
  async #makeBlocks(): Promise<void> {
    // One turn of the event loop, so that what is submitted together comes into one block.
    await new Promise(setImmediate)
    while (this.#queue.length > 0) {
      if (this.#isStale()) await this.#append([])
      await this.#append(this.#take())
    }
    if (this.#tip.tree !== this.#provable?.tree) await this.#append([])
  }

  #isStale(): boolean {
    const { block } = this.#tip
    const vote = block?.commit.signatures[0]
    const votedAt = vote?.flag === 'commit' ? vote.time : this.#genesis.time
    return this.#ports.clock.now() - votedAt > STALE
  }

  #take(): readonly Waiting[] {
    let bytes = 0
    const end = this.#queue.findIndex(({ transaction }, i) => {
      bytes += transaction.length
      return i === MOST_TRANSACTIONS || (i > 0 && bytes > MOST_BYTES)
    })
    const taken = end < 0 ? this.#queue : this.#queue.slice(0, end)
    this.#queue = end < 0 ? [] : this.#queue.slice(end)
    return taken
  }

  async #append(waiting: readonly Waiting[]): Promise<void> {
    try {
      await this.#appendBlock(waiting)
    } catch (error) {
      for (const { reject } of waiting) reject(error)
      throw error
    }
  }

  async #appendBlock(waiting: readonly Waiting[]): Promise<void> {
    const { tree, block: parent, resultsHash: lastResultsHash, historyCount } = this.#tip
    const transactions = waiting.map(({ transaction }) => transaction)
    const now = this.#ports.clock.now()
    const appHash = stateRoot(tree)
    const light = makeSoloBlock(this.#genesis, this.#ports.validator, {
      parent,
      appHash,
      lastResultsHash,
      transactions,
      now,
    })
    const { height, time } = light.header
    const hash = light.commit.blockId.hash
    const finalized = this.#ports.machine.finalize(this.state(), { height, time, hash, transactions })
    await this.#write(light, finalized, transactions)
    this.#tip = {
      block: light,
      resultsHash: hashResults(finalized),
      tree: finalized.changes.reduce((next, { key, value }) => putValue(next, key, value), tree),
      historyCount: transactions.length > 0 ? historyCount + 1 : historyCount,
    }
    this.#provable = { head: light, tree }
    answer(waiting, finalized, height, time)
  }

  async #write(light: LightBlock, finalized: Finalized, transactions: readonly Bytes[]): Promise<void> {
    const { database, project } = this.#ports
    const { height, time } = light.header
    const historyIndex = transactions.length > 0 ? this.#tip.historyCount : null
    const results = finalized.outcomes.map(resultData)
    const kept = { height, hash: light.commit.blockId.hash, light, transactions, results, historyIndex }
    await database.transaction(async (session) => {
      await requireEpoch(session, this.#epoch)
      await writeBlock(session, kept)
      await writeState(session, finalized.changes)
      await project(session, appliedIn(finalized, height, time))
    })
  }

  #stop(reason: unknown): void {
    this.#broken ??= reason
    for (const { reject } of this.#queue.splice(0)) reject(reason)
  }
}

function answer(waiting: readonly Waiting[], { outcomes }: Finalized, height: number, time: Instant): void {
  for (const [position, { resolve, reject }] of waiting.entries()) {
    const outcome = outcomes[position]
    if (outcome?.code === 0) resolve({ height, position, time })
    else reject(new Refused(outcome?.refusal ?? 'UNKNOWN_TRANSACTION'))
  }
}

function appliedIn({ outcomes }: Finalized, height: number, time: Instant): readonly AppliedAt[] {
  return outcomes.flatMap((outcome, position) =>
    outcome.code === 0 ? [{ ...outcome.applied, height, position, time }] : [],
  )
}

function hashResults({ outcomes }: Finalized): Bytes {
  return resultsHash(
    outcomes.map((outcome) => ({ code: outcome.code, data: resultData(outcome), gasWanted: 0, gasUsed: 0 })),
  )
}

async function readTip(database: Database): Promise<Tip> {
  const tree = buildFromSorted(await readState(database))
  const block = await lastBlock(database)
  const history = await historyHashes(database)
  const results = block?.results ?? []
  return {
    block: block?.light,
    resultsHash: resultsHash(
      results.map((data) => ({ code: data.length > 0 ? 1 : 0, data, gasWanted: 0, gasUsed: 0 })),
    ),
    tree,
    historyCount: history.length,
  }
}
