/** A block's time is the median of the times in its last commit, weighed by power (state/state.go, MedianTime). */
import { isSame } from '#kernel'

import type { Commit } from './commit.ts'
import { isVote, type Precommit } from './commit-signature.ts'
import { isAfter, type Timed } from './timestamp.ts'
import { addressOf } from './validator.ts'
import type { ValidatorSet } from './validator-set.ts'

interface Weighed extends Timed {
  readonly power: number
}

/** The time that the block carrying this commit must have, where it is not a chain's first. */
export function medianTime(commit: Commit, set: ValidatorSet): Timed {
  const weighed = commit.signatures
    .filter(isVote)
    .map((vote) => weigh(vote, set))
    .toSorted(byTime)
  let rest = Math.floor(weighed.reduce((sum, { power }) => sum + power, 0) / 2)
  for (const { time, nanos, power } of weighed) {
    if (rest <= power) return { time, nanos }
    rest -= power
  }
  throw new Error('a commit without votes has no time')
}

function weigh({ validator, time, nanos }: Precommit, { validators }: ValidatorSet): Weighed {
  const member = validators.find(({ publicKey }) => isSame(addressOf(publicKey), validator))
  if (!member) throw new Error('a vote in this commit is from no validator of the set')
  return { time, nanos, power: member.power }
}

function byTime(a: Timed, b: Timed): number {
  if (isAfter(a, b)) return 1
  return isAfter(b, a) ? -1 : 0
}
