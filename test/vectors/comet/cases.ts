/** Every question put to our verifier and, in the same bytes, to CometBFT's own (judge.go). */
import { DAY, later, toInstant, type Instant } from '#kernel'

import { ABSENT, type LightBlock } from '../../../src/ledger/model/comet/index.ts'
import { alteredCommits, missingVotes } from './altered-commits.ts'
import { alteredHeaders, signedHeaders } from './altered-headers.ts'
import type { Altered, Answer, Case } from './altered.ts'
import { blockAt, type Chain } from './chain.ts'
import { signAgain } from './council.ts'

export const TRUSTING_PERIOD = 14 * DAY

export function casesOf(solo: Chain, council: Chain): readonly Case[] {
  const soloHeaders = alteredHeaders(blockAt(solo, 5)).map((altered) => adjacent(solo, 4, altered))
  return [
    ...trueSteps(solo),
    ...trueSteps(council),
    ...soloHeaders,
    ...next(council),
    ...far(council),
    ...expiry(council),
  ]
}

function trueSteps(chain: Chain): readonly Case[] {
  return chain.steps.slice(1).flatMap(({ light }) => {
    const { height } = light.header
    const itself: Altered = { name: `${chain.name} ${height}`, light, answer: 'verified' }
    return [adjacent(chain, height - 1, itself), ofCommit(chain, itself)]
  })
}

/** Height 8 in every wrong form, and the sets of four and of three with every vote missing. */
function next(chain: Chain): readonly Case[] {
  const light = signAgain(blockAt(chain, 8))
  const headers = [...alteredHeaders(light), ...signedHeaders(light, blockAt(chain, 7).header, endOf(chain))]
  const commits = [...alteredCommits(light, blockAt(chain, 9)), ...missingVotes(light, 'absent')]
  const nils = missingVotes(light, 'nil').slice(0, 4)
  const ofThree = missingVotes(blockAt(chain, 12), 'absent')
  return [
    ...[...headers, ...commits, ...nils].map((altered) => adjacent(chain, 7, altered)),
    ...commits.filter(({ commitAnswer }) => commitAnswer).map((altered) => ofCommit(chain, altered)),
    ...ofThree.map((altered) => adjacent(chain, 11, altered)),
  ]
}

/** Without the headers between: two of the four of height 7 still sit at 13, one at 14, one of the three of 11. */
function far(chain: Chain): readonly Case[] {
  const at = (height: number) => blockAt(chain, height)
  const leap = (from: number, name: string, light: LightBlock, answer: Answer, now = endOf(chain)): Case => {
    return {
      name: `${from} to ${name}`,
      question: 'non-adjacent',
      trusted: at(from),
      untrusted: light,
      now,
      answer,
    }
  }
  const all = signAgain(at(13))
  const [first = ABSENT, , ...rest] = all.commit.signatures
  const twice = { ...all, commit: { ...all.commit, signatures: [first, first, ...rest] } }
  return [
    leap(7, '9', at(9), 'verified'),
    leap(7, '13', all, 'verified'),
    leap(7, '13 by one of the four and all others', signAgain(all, {}, ['absent']), 'TOO_LITTLE_TRUST'),
    leap(
      7,
      '13 by two of the four alone',
      signAgain(all, {}, [undefined, undefined, 'absent', 'absent', 'absent']),
      'TOO_LITTLE_POWER',
    ),
    leap(7, '13 with a vote twice', twice, 'DOUBLE_VOTE'),
    leap(7, '14', at(14), 'TOO_LITTLE_TRUST'),
    leap(11, '14, exactly a third', signAgain(at(14)), 'TOO_LITTLE_TRUST'),
    leap(13, '15, the way between', at(15), 'verified'),
    leap(7, '8', at(8), 'ADJACENT'),
    leap(12, '9, backwards', at(9), 'HEIGHT_NOT_LATER'),
    leap(12, '12 itself', at(12), 'HEIGHT_NOT_LATER'),
    leap(7, '13 in another chain', signAgain(all, { chainId: 'twinchart-council-2' }), 'FOREIGN_CHAIN'),
    leap(7, '13 with other validators', { ...all, validators: at(15).validators }, 'WRONG_VALIDATORS'),
    leap(7, '13 too late', all, 'TRUST_EXPIRED', later(at(7).header.time, TRUSTING_PERIOD)),
  ]
}

/** A header is trusted until its time and the trusting period are reached, to the nanosecond. */
function expiry(chain: Chain): readonly Case[] {
  const [whole, between] = [blockAt(chain, 7), blockAt(chain, 10)]
  const at = (name: string, trusted: LightBlock, offset: number, answer: Answer): Case => ({
    ...adjacent(chain, trusted.header.height, {
      name,
      light: blockAt(chain, trusted.header.height + 1),
      answer,
    }),
    now: later(trusted.header.time, TRUSTING_PERIOD + offset),
  })
  return [
    at('a millisecond before it ends', whole, -1, 'verified'),
    at('at its end', whole, 0, 'TRUST_EXPIRED'),
    at('nanoseconds before its end', between, 0, 'verified'),
    at('a millisecond after its end', between, 1, 'TRUST_EXPIRED'),
  ]
}

function adjacent(chain: Chain, from: number, { name, light, answer }: Altered): Case {
  const trusted = blockAt(chain, from)
  return { name, question: 'adjacent', trusted, untrusted: light, now: endOf(chain), answer }
}

function ofCommit(chain: Chain, { name, light, answer, commitAnswer = answer }: Altered): Case {
  const trusted = blockAt(chain, light.header.height)
  return { name, question: 'commit', trusted, untrusted: light, now: endOf(chain), answer: commitAnswer }
}

function endOf({ steps }: Chain): Instant {
  return later(steps.at(-1)?.light.header.time ?? toInstant(0), 1000)
}
