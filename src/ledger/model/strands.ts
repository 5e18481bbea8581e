import {
  enumeration,
  fixed,
  isSame,
  list,
  struct,
  taggedHash,
  uint,
  uint64,
  type Bytes,
  type Decoded,
} from '#kernel'

import { defineCollection } from './collection.ts'
import { LedgerError } from './errors.ts'
import { randomId, signerOf } from './members.ts'
import { appendAll, hashLeaf, type Frontier } from './trees.ts'
import { defineTransaction } from './transaction.ts'

const STRAND_KINDS = ['entries', 'looks', 'consents'] as const
export type StrandKind = (typeof STRAND_KINDS)[number]

const MOST_FRONTIER = 53
const MOST_RUNS = 4096
const MOST_LEAVES = 16_384

/** One writer's append-only part of a chart: who may append, how many leaves, and the frontier of their tree. */
const strand = struct({
  writer: randomId,
  kind: enumeration(STRAND_KINDS),
  count: uint,
  frontier: list(fixed(32), MOST_FRONTIER),
})
export type Strand = Decoded<typeof strand>
export const strands = defineCollection('strand', fixed(32), strand)

/** Which strand is a chart's number `index`: without the chart's secret no two can be linked. */
export function strandId(chartSecret: Bytes, index: number): Bytes {
  return taggedHash('strand/1', chartSecret, uint64(index))
}

const opening = struct({ strand: fixed(32), writer: randomId, kind: enumeration(STRAND_KINDS) })

/** A node opens the next strands of the charts it keeps, each for its writer; who runs none keeps no chart. */
export const openStrands = defineTransaction({
  type: 'strand/open',
  body: struct({ openings: list(opening, MOST_RUNS) }),
  apply(state, { body, authority }) {
    if (signerOf(state, authority).number === null)
      throw new LedgerError('NOT_A_NODE', 'only who runs a node opens strands')
    for (const { strand: id, writer, kind } of body.openings) {
      if (strands.get(state, id)) throw new LedgerError('STRAND_EXISTS', 'this strand is open already')
      strands.put(state, id, { writer, kind, count: 0, frontier: [] })
    }
  },
})

const run = struct({ strand: fixed(32), first: uint, leaves: list(fixed(32), MOST_LEAVES) })
export type Run = Decoded<typeof run>

/**
 * Appends commitments to strands of the signer, and to nobody else's. Each run names the index of its first leaf, so
 * that a batch sent twice is refused and a gap cannot come to be.
 */
export const appendLeaves = defineTransaction({
  type: 'strand/append',
  body: struct({ runs: list(run, MOST_RUNS) }),
  apply(state, { body, authority }) {
    const writer = signerOf(state, authority)
    for (const { strand: id, first, leaves } of body.runs) {
      const found = strands.get(state, id)
      if (!found) throw new LedgerError('NO_SUCH_STRAND', 'no such strand was opened')
      if (!isSame(found.writer, writer.id))
        throw new LedgerError('NOT_THE_WRITER', 'another organisation writes here')
      if (found.count !== first)
        throw new LedgerError('WRONG_INDEX', 'the batch does not follow the last leaf')
      strands.put(state, id, { ...found, ...grown(found, leaves) })
    }
  },
})

function grown({ count, frontier }: Strand, leaves: readonly Bytes[]): Frontier {
  return appendAll({ count, frontier }, leaves.map(hashLeaf))
}

/** The commitment to an entry, a look or a consent: `salt` is 32 random bytes that lie only inside the ciphertext. */
export function commitmentOf(salt: Bytes, stored: Bytes): Bytes {
  return taggedHash('commitment/1', salt, stored)
}
