/** What CometBFT's own code accepted is what we make now, and what it refused we refuse. See README.md beside this. */
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

import { describe, expect, it } from 'vitest'
import { z } from 'zod'

import { CodecError, sha256, toHex, toUtf8, type Bytes } from '#kernel'

import {
  CLOCK_DRIFT,
  decodeBlock,
  decodeLightBlock,
  encodeBlock,
  encodeLightBlock,
  fitsHeader,
  verifyAdjacent,
  verifyAlone,
  verifyCommit,
  verifyNonAdjacent,
  type Refusal,
  type Verdict,
} from '../../../src/ledger/model/comet/index.ts'
import type { Case } from './altered.ts'
import { TRUSTING_PERIOD } from './cases.ts'
import { flipped } from './flips.ts'
import { cases, chains, shaken, storedText } from './stored.ts'

const read = (name: string) => readFileSync(new URL(name, import.meta.url), 'utf8')

const verdicts = z
  .strictObject({
    chainsSha256: z.string(),
    blocks: z.record(z.string(), z.array(z.string())),
    cases: z.array(z.string()),
    shaken: z.array(z.string()),
  })
  .parse(JSON.parse(read('verdicts.json')))

/** How CometBFT says what we say in a word. */
const SAYS: Readonly<Partial<Record<Refusal, RegExp>>> = {
  MALFORMED_HEADER: /^decode: (block protocol|chainID is too long|wrong \w+|invalid ProposerAddress)/,
  MALFORMED_COMMIT: /^decode: (commit cannot be for nil block|no signatures in commit|signature is missing)/,
  FOREIGN_CHAIN: /header belongs to another chain/,
  WRONG_HEIGHT: /header and commit height mismatch|wrong height/,
  WRONG_BLOCK: /commit signs block|wrong block ID/,
  WRONG_COUNT: /wrong set size/,
  WRONG_PLACE: /validator address mismatch at index/,
  DOUBLE_VOTE: /double vote/,
  WRONG_SIGNATURE: /wrong signature|invalid signature/,
  TOO_LITTLE_POWER: /^(invalid header: )?invalid commit -- insufficient voting power/,
  TOO_LITTLE_TRUST: /^cant trust new val set/,
  WRONG_VALIDATORS: /to match those that were supplied/,
  UNANNOUNCED_VALIDATORS: /to match those from new header/,
  TRUST_EXPIRED: /old header has expired/,
  NOT_ADJACENT: /must be adjacent/,
  ADJACENT: /must be non adjacent/,
  HEIGHT_NOT_LATER: /new header height \d+ to be greater/,
  TIME_NOT_LATER: /to be after old header time/,
  FROM_THE_FUTURE: /has a time from the future/,
}

/** As it comes from outside: bytes first. */
function ask({ question, trusted, now }: Omit<Case, 'name' | 'answer'>, came: Bytes): Verdict {
  const untrusted = decodeLightBlock(came)
  const terms = { now, trustingPeriod: TRUSTING_PERIOD, clockDrift: CLOCK_DRIFT }
  const { header, commit } = trusted
  switch (question) {
    case 'adjacent':
      return verifyAdjacent(trusted, untrusted, terms)
    case 'non-adjacent':
      return verifyNonAdjacent(trusted, untrusted, terms)
    case 'commit':
      return verifyCommit(
        header.chainId,
        untrusted.validators,
        commit.blockId,
        header.height,
        untrusted.commit,
      )
  }
}

const toAnswer = (verdict: Verdict) => (verdict.kind === 'verified' ? 'verified' : verdict.reason)

it('makes today the very chains and questions that CometBFT judged', () => {
  expect(
    storedText() === read('chains.json'),
    'chains.json is out of date: README.md says how to ask again',
  ).toBe(true)
  expect(toHex(sha256(toUtf8(read('chains.json'))))).toBe(verdicts.chainsSha256)
})

describe.each(chains)('the $name chain', (chain) => {
  it('is accepted block by block by a full node of CometBFT', () => {
    expect(verdicts.blocks[chain.name]).toEqual(chain.steps.map(() => ''))
  })

  it.each(chain.steps)(
    'holds and proves block $light.header.height',
    ({ light, transactions, lastCommit }) => {
      const { header, commit } = light
      const block = { header, transactions, lastCommit }
      expect(fitsHeader(decodeBlock(encodeBlock(block)))).toBe(true)
      expect(verifyAlone(chain.genesis.chainId, decodeLightBlock(encodeLightBlock(light)))).toEqual({
        kind: 'verified',
      })
      expect(verifyCommit(header.chainId, light.validators, commit.blockId, header.height, commit)).toEqual({
        kind: 'verified',
      })
    },
  )
})

describe('CometBFT and we say the same of', () => {
  it.each(cases)('$question: $name: $answer', (each) => {
    const { answer, untrusted } = each
    const said = verdicts.cases[cases.indexOf(each)]
    expect(toAnswer(ask(each, encodeLightBlock(untrusted)))).toBe(answer)
    if (answer === 'verified') expect(said).toBe('')
    else expect(said).toMatch(SAYS[answer] ?? /^$/)
  })

  it('every case in a browser too', () => {
    const script = fileURLToPath(new URL('as-a-page.ts', import.meta.url))
    const said = execFileSync(process.execPath, ['--conditions=browser', script], { encoding: 'utf8' })
    expect(said.trimEnd().split('\n')).toEqual(cases.map(({ answer }) => answer))
  })

  it('every case, for every reason that CometBFT knows too', () => {
    expect(cases.length).toBe(verdicts.cases.length)
    const seen = new Set<string>(cases.map(({ answer }) => answer))
    expect(Object.keys(SAYS).filter((reason) => !seen.has(reason))).toEqual([])
  })
})

describe.each(shaken)('a light block with one byte altered, $question, $now', ({ flips, ...question }) => {
  const marks = verdicts.shaken[shaken.findIndex((each) => each.flips === flips)] ?? ''
  const original = encodeLightBlock(question.untrusted)

  it('is never accepted where CometBFT refuses it', () => {
    const differing = flips.filter(
      (flip, index) => marks[index] === '0' && isAccepted(flipped(original, flip)),
    )
    expect(flips.length).toBe(marks.length)
    expect(differing).toEqual([])
  })

  it('is refused where CometBFT accepts it only if CometBFT would not write it so', () => {
    const accepted = flips.filter((_flip, index) => marks[index] === '1')
    const refused = accepted.filter((flip) => !isAccepted(flipped(original, flip)))
    expect(refused.filter((flip) => isReadable(flipped(original, flip)))).toEqual([])
  })

  const isReadable = (came: Bytes): boolean => {
    try {
      return decodeLightBlock(came).header.height > 0
    } catch (error) {
      if (error instanceof CodecError) return false
      throw error
    }
  }
  const isAccepted = (came: Bytes) => isReadable(came) && ask(question, came).kind === 'verified'
})
