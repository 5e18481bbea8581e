/**
 * Answers the questions of chains.json with the kernel that a browser gets, one word a line:
 * node --conditions=browser test/vectors/comet/as-a-page.ts
 */
import { readFileSync } from 'node:fs'

import { z } from 'zod'

import { toInstant } from '#kernel'

import {
  decodeLightBlock,
  verifyAdjacent,
  verifyCommit,
  verifyNonAdjacent,
  type LightBlock,
  type Verdict,
} from '../../../src/ledger/model/comet/index.ts'
import { hex } from './hex.ts'

const question = z.object({
  question: z.enum(['adjacent', 'non-adjacent', 'commit']),
  chain: z.string(),
  trusted: z.number(),
  untrusted: hex,
  now: z.number().transform(toInstant),
})

const { chains, cases, ...terms } = z
  .object({
    trustingPeriod: z.number(),
    clockDrift: z.number(),
    chains: z.array(z.object({ steps: z.array(z.object({ light: hex })) })),
    cases: z.array(question),
  })
  .parse(JSON.parse(readFileSync(new URL('chains.json', import.meta.url), 'utf8')))

const blocks = chains.flatMap(({ steps }) => steps.map(({ light }) => decodeLightBlock(light)))

function answer({ question, untrusted, now }: (typeof cases)[number], trusted: LightBlock): Verdict {
  const came = decodeLightBlock(untrusted)
  const { header, commit } = trusted
  if (question === 'adjacent') return verifyAdjacent(trusted, came, { ...terms, now })
  if (question === 'non-adjacent') return verifyNonAdjacent(trusted, came, { ...terms, now })
  return verifyCommit(header.chainId, came.validators, commit.blockId, header.height, came.commit)
}

for (const each of cases) {
  const trusted = blocks.find(({ header }) => header.chainId === each.chain && header.height === each.trusted)
  if (!trusted) throw new Error('chains.json trusts a block that it does not hold')
  const verdict = answer(each, trusted)
  process.stdout.write(`${verdict.kind === 'verified' ? 'verified' : verdict.reason}\n`)
}
