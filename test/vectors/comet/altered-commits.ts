/** Commits with one thing changed, and commits that too few signed. */
import { later } from '#kernel'

import {
  ABSENT,
  isVote,
  NO_BLOCK,
  timed,
  type Commit,
  type CommitSignature,
  type LightBlock,
  type Precommit,
} from '../../../src/ledger/model/comet/index.ts'
import { turned } from './altered-headers.ts'
import type { Altered, Answer } from './altered.ts'
import { signAgain, vote } from './council.ts'

/** Of a block that all four validators signed, and the block after it. */
export function alteredCommits(light: LightBlock, after: LightBlock): readonly Altered[] {
  const { commit } = light
  const { blockId, signatures } = commit
  const { parts } = blockId
  const alter = (name: string, change: Partial<Commit>, answer: Answer, commitAnswer = answer): Altered => {
    return {
      name: `commit: ${name}`,
      light: { ...light, commit: { ...commit, ...change } },
      answer,
      commitAnswer,
    }
  }
  const at = (place: number, change: (vote: Precommit) => Partial<Precommit>): Partial<Commit> => ({
    signatures: signatures.map((each, index) => {
      return index === place && isVote(each) ? { ...each, ...change(each) } : each
    }),
  })
  const turn = ({ signature }: Precommit) => ({ signature: turned(signature) })
  const [first = ABSENT, second = ABSENT, ...rest] = signatures
  const inOtherChain = vote('twinchart-council-2', commit, light.validators, timed(light.header.time))
  return [
    alter('round', { round: commit.round + 1 }, 'WRONG_SIGNATURE'),
    alter('height', { height: commit.height + 1 }, 'WRONG_HEIGHT'),
    alter('block', { blockId: { ...blockId, hash: turned(blockId.hash) } }, 'WRONG_BLOCK'),
    alter(
      'count of parts',
      { blockId: { ...blockId, parts: { ...parts, total: 9 } } },
      'WRONG_SIGNATURE',
      'WRONG_BLOCK',
    ),
    alter('no block', { blockId: NO_BLOCK }, 'MALFORMED_COMMIT'),
    alter('nobody', { signatures: [] }, 'MALFORMED_COMMIT'),
    alter('one place less', { signatures: signatures.slice(0, -1) }, 'WRONG_COUNT'),
    alter('one place more', { signatures: [...signatures, ABSENT] }, 'WRONG_COUNT'),
    alter('two places changed', { signatures: [second, first, ...rest] }, 'WRONG_PLACE'),
    alter('one in two places', { signatures: [first, first, ...rest] }, 'WRONG_PLACE'),
    alter('a signature', at(0, turn), 'WRONG_SIGNATURE'),
    alter('a signature beyond two thirds', at(3, turn), 'verified', 'WRONG_SIGNATURE'),
    alter(
      'a signature cut',
      at(0, ({ signature }) => ({ signature: signature.subarray(1) })),
      'WRONG_SIGNATURE',
    ),
    alter(
      'no signature',
      at(0, () => ({ signature: new Uint8Array() })),
      'MALFORMED_COMMIT',
    ),
    alter(
      'time of a vote',
      at(1, ({ time }) => ({ time: later(time, 1) })),
      'WRONG_SIGNATURE',
    ),
    alter(
      'nanoseconds of a vote',
      at(1, ({ nanos }) => ({ nanos: nanos ^ 1 })),
      'WRONG_SIGNATURE',
    ),
    alter(
      'a vote called nil',
      at(0, () => ({ flag: 'nil' })),
      'verified',
      'WRONG_SIGNATURE',
    ),
    alter('votes of another height', { signatures: after.commit.signatures }, 'WRONG_SIGNATURE'),
    alter('votes in another chain', { signatures: inOtherChain.signatures }, 'WRONG_SIGNATURE'),
  ]
}

/** Every way in which up to three of the validators did not sign. */
export function missingVotes(light: LightBlock, flag: 'absent' | 'nil'): readonly Altered[] {
  const places = light.validators.validators.map((_, place) => place)
  const total = places.length
  const subsets = Array.from({ length: 2 ** total }, (_, bits) =>
    places.filter((place) => (bits >> place) & 1),
  )
  return subsets
    .filter((missing) => missing.length > 0 && missing.length < 4)
    .map((missing): Altered => {
      const choices = places.map((place): CommitSignature['flag'] =>
        missing.includes(place) ? flag : 'commit',
      )
      const suffices = (total - missing.length) * 3 > total * 2
      return {
        name: `${flag}: ${missing.join(' ')} of ${total}`,
        light: signAgain(light, {}, choices),
        answer: suffices ? 'verified' : 'TOO_LITTLE_POWER',
      }
    })
}
