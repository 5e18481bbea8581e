/** Whose power stands behind a commit (types/validation.go, verifyCommitBatch): first counted, then verified. */
import { isSame, isSignedBy } from '#kernel'

import type { Commit } from './commit.ts'
import { isForBlock, type CommitSignature, type Precommit } from './commit-signature.ts'
import { addressOf, type Validator } from './validator.ts'
import { powerOf, type ValidatorSet } from './validator-set.ts'
import type { Refusal } from './verdict.ts'
import { precommitBytes } from './vote.ts'

/** A vote, and the validator who is said to have cast it. */
export interface Cast {
  readonly validator: Validator
  readonly vote: Precommit
}

/** More than `numerator / denominator` of the power must have voted for the block. */
export interface Quorum {
  readonly numerator: number
  readonly denominator: number
  /** Whether it looks no further once that is reached, as light clients do. */
  readonly stopsEarly: boolean
  readonly otherwise: Refusal
}

/** The votes asked for, each beside the validator whose place in the set it has. */
export function* castByPlace(
  { signatures }: Commit,
  { validators }: ValidatorSet,
  isAskedFor: (signature: CommitSignature) => signature is Precommit,
): Iterable<Cast | Refusal> {
  for (const [place, validator] of validators.entries()) {
    const vote = signatures[place]
    if (vote && isAskedFor(vote)) yield isOf(vote, validator) ? { validator, vote } : 'WRONG_PLACE'
  }
}

/** Each vote for the block by a validator of this set, wherever it lies; strangers are passed over. */
export function* castByAddress(
  { signatures }: Commit,
  { validators }: ValidatorSet,
): Iterable<Cast | Refusal> {
  const seen = new Set<Validator>()
  for (const vote of signatures.filter(isForBlock)) {
    const validator = validators.find((each) => isOf(vote, each))
    if (validator) yield seen.has(validator) ? 'DOUBLE_VOTE' : { validator, vote }
    if (validator) seen.add(validator)
  }
}

/** Takes votes until the quorum is reached, then verifies the signature of each one taken. */
export function tally(
  chainId: string,
  commit: Commit,
  set: ValidatorSet,
  casts: Iterable<Cast | Refusal>,
  quorum: Quorum,
): Refusal | undefined {
  const taken = take(casts, powerOf(set), quorum)
  if (typeof taken === 'string') return taken
  const isGenuine = ({ validator, vote }: Cast) =>
    isSignedBy(validator.publicKey, precommitBytes(chainId, commit, vote), vote.signature)
  return taken.every(isGenuine) ? undefined : 'WRONG_SIGNATURE'
}

function take(casts: Iterable<Cast | Refusal>, total: number, quorum: Quorum): readonly Cast[] | Refusal {
  const taken: Cast[] = []
  let power = 0
  const suffices = () => power * quorum.denominator > total * quorum.numerator
  for (const cast of casts) {
    if (typeof cast === 'string') return cast
    taken.push(cast)
    if (isForBlock(cast.vote)) power += cast.validator.power
    if (quorum.stopsEarly && suffices()) break
  }
  return suffices() ? taken : quorum.otherwise
}

function isOf({ validator }: Precommit, { publicKey }: Validator): boolean {
  return isSame(validator, addressOf(publicKey))
}
