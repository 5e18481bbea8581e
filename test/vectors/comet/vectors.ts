/** vectors.json, as Vitest reads it: what CometBFT's own code made of random values (vectors.go). */
import { readFileSync } from 'node:fs'

import { z } from 'zod'

import { toInstant } from '#kernel'

import { hex } from './hex.ts'

const count = z.int().nonnegative()
const timed = z.object({ time: z.number().transform(toInstant), nanos: count })
const parts = z.object({ total: count, hash: hex })
const blockId = z.object({ hash: hex, parts })

const header = timed.extend({
  version: z.object({ block: count, app: count }),
  chainId: z.string(),
  height: count,
  lastBlockId: blockId,
  lastCommitHash: hex,
  dataHash: hex,
  validatorsHash: hex,
  nextValidatorsHash: hex,
  consensusHash: hex,
  appHash: hex,
  lastResultsHash: hex,
  evidenceHash: hex,
  proposerAddress: hex,
})

const validator = z.object({ publicKey: hex, power: count, priority: z.int() })

const vote = z.discriminatedUnion('flag', [
  z.object({ flag: z.literal('absent') }),
  timed.extend({ flag: z.enum(['commit', 'nil']), signBytes: hex, signature: hex }),
])

const schema = z.object({
  cometbft: z.string(),
  headers: z.array(z.object({ header, bytes: hex, hash: hex })),
  validatorSets: z.array(
    z.object({
      seeds: z.array(hex),
      given: z.array(validator),
      validators: z.array(validator),
      proposer: validator,
      addresses: z.array(hex),
      bytes: hex,
      hash: hex,
    }),
  ),
  commits: z.array(
    z.object({
      chainId: z.string(),
      set: count,
      height: count,
      round: count,
      blockId,
      votes: z.array(vote),
      bytes: hex,
      hash: hex,
      median: z.object({ time: z.number(), nanos: count }),
      verifyCommit: z.string(),
      verifyCommitLight: z.string(),
    }),
  ),
  blocks: z.array(z.object({ header, transactions: z.array(hex), lastCommit: hex, bytes: hex, id: blockId })),
  parts: z.array(z.object({ length: count, parts })),
  results: z.array(
    z.object({
      results: z.array(z.object({ code: count, data: hex, gasWanted: count, gasUsed: count })),
      hash: hex,
    }),
  ),
  params: z.array(z.object({ maxBytes: z.int(), maxGas: z.int(), hash: hex })),
  noEvidenceHash: hex,
})

export const vectors = schema.parse(
  JSON.parse(readFileSync(new URL('vectors.json', import.meta.url), 'utf8')),
)
