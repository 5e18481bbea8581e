/** chains.json: all that CometBFT's code is asked, made anew at every run of the tests and compared. */
import { later, toHex } from '#kernel'

import { CLOCK_DRIFT, encodeLightBlock, type LightBlock } from '../../../src/ledger/model/comet/index.ts'
import type { Case } from './altered.ts'
import { casesOf, TRUSTING_PERIOD } from './cases.ts'
import { blockAt, storedChain } from './chain.ts'
import { councilChain } from './council-chain.ts'
import { flipsOf, type Flip } from './flips.ts'
import { soloChain } from './solo-chain.ts'

/** A true question, asked again with single bytes of the answer altered. */
interface Shaken extends Omit<Case, 'name' | 'answer'> {
  readonly flips: readonly Flip[]
}

const solo = soloChain()
const council = councilChain()

export const chains = [solo, council]

export const cases = casesOf(solo, council)

export const shaken: readonly Shaken[] = [
  shake('adjacent', blockAt(solo, 1), blockAt(solo, 2)),
  shake('adjacent', blockAt(council, 7), blockAt(council, 8)),
  shake('non-adjacent', blockAt(council, 7), blockAt(council, 12)),
]

export function storedText(): string {
  const stored = {
    trustingPeriod: TRUSTING_PERIOD,
    clockDrift: CLOCK_DRIFT,
    chains: chains.map(storedChain),
    cases: cases.map(storedCase),
    shaken: shaken.map(storedShaken),
  }
  return `${JSON.stringify(stored, null, 1)}\n`
}

function storedCase({ name, answer: _ours, ...question }: Case): object {
  return { name, ...storedQuestion(question) }
}

function storedShaken({ flips, ...question }: Shaken): object {
  return { ...storedQuestion(question), flips }
}

function storedQuestion({ question, trusted, untrusted, now }: Omit<Case, 'name' | 'answer'>): object {
  const { chainId: chain, height } = trusted.header
  return { question, chain, trusted: height, untrusted: toHex(encodeLightBlock(untrusted)), now }
}

function shake(question: Shaken['question'], trusted: LightBlock, untrusted: LightBlock): Shaken {
  const now = later(untrusted.header.time, 1000)
  return { question, trusted, untrusted, now, flips: flipsOf(encodeLightBlock(untrusted), 300) }
}
