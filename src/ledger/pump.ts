/**
 * Carries durable leaves to the ledger: what is acknowledged as written waits in the database, survives a crash there,
 * and is sent until a block has it. Sending twice does no harm, since each run names the index it begins at.
 */
import { toHex, type Bytes, type Signer } from '#kernel'
import type { Database, Session } from '#storage'

import {
  appendLeaves,
  openStrands,
  Refused,
  type Run,
  type StrandKind,
  type TransactionType,
} from './model/index.ts'
import { defineBatchProjection } from './projection.ts'
import { clearWaiting, markAnchored, markRefused, waitingStrands, type KeptStrand } from './strand-store.ts'

/** Milliseconds in which leaves gather for one transaction: far less than the 60 s that a look's receipt promises. */
const GATHER = 200
const MOST_STRANDS = 1024
const MOST_LEAVES_A_RUN = 8192
const MOST_LEAVES_A_TRANSACTION = 16_384

/** A stretch of a strand's leaves: from `from`, before `upto`. */
export interface Stretch {
  readonly chart: string
  readonly ordinal: number
  readonly from: number
  readonly upto: number
}

/** Whoever keeps what the leaves of one kind of strand commit to. Promises the leaves of each stretch, all, in order. */
export interface LeafSource {
  readonly kind: StrandKind
  leaves(session: Session, stretches: readonly Stretch[]): Promise<readonly (readonly Bytes[])[]>
}

interface PumpPorts {
  readonly database: Database
  readonly home: Signer
  readonly sources: readonly LeafSource[]
  signerFor(organisation: Bytes): Signer
  submit<Body>(type: TransactionType<Body>, body: Body, signer: Signer): Promise<unknown>
}

export class Pump {
  readonly #ports: PumpPorts
  #running: Promise<void> | undefined
  #again = false
  #failure: unknown
  #closed = false
  #waiting = 0
  #hurry: (() => void) | undefined

  constructor(ports: PumpPorts) {
    this.#ports = ports
  }

  /** There may be something to carry: it is, together with what comes within a moment. */
  wake(): void {
    if (this.#closed) return
    if (this.#running) this.#again = true
    else this.#start()
  }

  /** Resolves when nothing that was durable before the call waits any more; throws what stopped it, where something did. */
  async settle(): Promise<void> {
    this.#waiting += 1
    this.#hurry?.()
    this.wake()
    while (this.#running) await this.#running
    this.#waiting -= 1
    if (this.#failure !== undefined) throw this.#failure
  }

  /** Finishes the round it is in and carries no more; what waits is carried after the next start. */
  async close(): Promise<void> {
    this.#closed = true
    this.#hurry?.()
    while (this.#running) await this.#running
  }

  #start(): void {
    this.#running = this.#run().finally(() => {
      this.#running = undefined
    })
  }

  /** Waits for more to carry, unless somebody waits for it to be carried. */
  async #gather(): Promise<void> {
    if (this.#waiting > 0) return
    const { promise, resolve } = Promise.withResolvers<void>()
    const timer = setTimeout(resolve, GATHER)
    this.#hurry = resolve
    await promise
    clearTimeout(timer)
    this.#hurry = undefined
  }

  async #run(): Promise<void> {
    try {
      this.#failure = undefined
      for (;;) {
        await this.#gather()
        this.#again = false
        if (this.#closed) return
        const carried = await this.#carry()
        if (this.#closed || (!carried && !this.#again)) return
      }
    } catch (error) {
      this.#failure = error
    }
  }

  /** One round; whether there was anything to do. */
  async #carry(): Promise<boolean> {
    const { database } = this.#ports
    const waiting = await waitingStrands(database, MOST_STRANDS)
    if (waiting.length === 0) return false
    await this.#open(waiting.filter(({ anchored }) => anchored === null))
    const behind = waiting.filter(({ next, anchored }) => next > (anchored ?? 0))
    const batches = [...Map.groupBy(behind, ({ writer }) => toHex(writer)).values()].flatMap(inBatches)
    await Promise.all(batches.map((batch) => this.#append(batch)))
    await clearWaiting(
      database,
      waiting.map(({ strand }) => strand),
    )
    return true
  }

  async #open(strands: readonly KeptStrand[]): Promise<void> {
    if (strands.length === 0) return
    const openings = strands.map(({ strand, writer, kind }) => ({ strand, writer, kind }))
    await this.#ports.submit(openStrands, { openings }, this.#ports.home)
  }

  async #append(strands: readonly KeptStrand[]): Promise<void> {
    const { database, submit, signerFor } = this.#ports
    const [first] = strands
    if (!first) return
    try {
      await submit(appendLeaves, { runs: await this.#runsOf(strands) }, signerFor(first.writer))
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      await markRefused(
        database,
        strands.map(({ strand }) => strand),
        error.code,
      )
    }
  }

  async #runsOf(strands: readonly KeptStrand[]): Promise<readonly Run[]> {
    const byKind = Map.groupBy(strands, ({ kind }) => kind)
    const runs = await Promise.all([...byKind].map(([kind, ofKind]) => this.#runsOfKind(kind, ofKind)))
    return runs.flat()
  }

  async #runsOfKind(kind: StrandKind, strands: readonly KeptStrand[]): Promise<readonly Run[]> {
    const source = this.#ports.sources.find((source) => source.kind === kind)
    if (!source) throw new Error(`nobody keeps the leaves of ${kind}`)
    const stretches = strands.map(stretchOf)
    const leaves = await source.leaves(this.#ports.database, stretches)
    return strands.map(({ strand }, i) => toRun(strand, stretches[i], leaves[i]))
  }
}

/** What blocks leave in the ledger's own tables about strands. */
export const strandProjections = [
  defineBatchProjection(openStrands, (session, events) => {
    const openings = events.flatMap(({ body }) => body.openings)
    return markAnchored(
      session,
      openings.map(({ strand }) => ({ strand, count: 0 })),
    )
  }),
  defineBatchProjection(appendLeaves, (session, events) => {
    const runs = events.flatMap(({ body }) => body.runs)
    // A strand may grow twice in a block: the last count stands.
    const counts = new Map(
      runs.map(({ strand, first, leaves }) => [toHex(strand), { strand, count: first + leaves.length }]),
    )
    return markAnchored(session, [...counts.values()])
  }),
]

function stretchOf({ chart, ordinal, next, anchored }: KeptStrand): Stretch {
  const from = anchored ?? 0
  return { chart, ordinal, from, upto: Math.min(next, from + MOST_LEAVES_A_RUN) }
}

function toRun(strand: Bytes, stretch: Stretch | undefined, leaves: readonly Bytes[] | undefined): Run {
  if (!stretch || leaves?.length !== stretch.upto - stretch.from)
    throw new Error('leaves of a strand are missing')
  return { strand, first: stretch.from, leaves }
}

/** Cuts one writer's strands into transactions of bounded size. */
function inBatches(strands: readonly KeptStrand[]): readonly (readonly KeptStrand[])[] {
  const batches: KeptStrand[][] = []
  let room = 0
  for (const strand of strands) {
    const { from, upto } = stretchOf(strand)
    const batch = batches.at(-1)
    if (batch && upto - from <= room) batch.push(strand)
    else batches.push([strand])
    room = (batches.at(-1) === batch ? room : MOST_LEAVES_A_TRANSACTION) - (upto - from)
  }
  return batches
}
