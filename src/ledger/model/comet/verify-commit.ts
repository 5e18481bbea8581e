/** Whether enough validators signed a commit (types/validation.go). */
import { isSameBlock, type BlockId } from './block-id.ts'
import { isCommit, type Commit } from './commit.ts'
import { isForBlock, isVote } from './commit-signature.ts'
import { castByAddress, castByPlace, tally, type Quorum } from './tally.ts'
import { isValidatorSet, type ValidatorSet } from './validator-set.ts'
import { toVerdict, unless, type Refusal, type Verdict } from './verdict.ts'

const TWO_THIRDS: Quorum = { numerator: 2, denominator: 3, stopsEarly: false, otherwise: 'TOO_LITTLE_POWER' }

/** light/verifier.go, DefaultTrustLevel: with more than a third, at least one honest validator signed. */
const ONE_THIRD: Quorum = { numerator: 1, denominator: 3, stopsEarly: true, otherwise: 'TOO_LITTLE_TRUST' }

/**
 * VerifyCommit: validators with more than two thirds of the power signed this block, and every other vote in the
 * commit is genuine too.
 */
export function verifyCommit(
  chainId: string,
  set: ValidatorSet,
  blockId: BlockId,
  height: number,
  commit: Commit,
): Verdict {
  return toVerdict(
    unless(isValidatorSet(set), 'MALFORMED_VALIDATORS') ??
      unless(isCommit(commit), 'MALFORMED_COMMIT') ??
      hasPlaces(commit, set) ??
      unless(height === commit.height, 'WRONG_HEIGHT') ??
      unless(isSameBlock(blockId, commit.blockId), 'WRONG_BLOCK') ??
      tally(chainId, commit, set, castByPlace(commit, set, isVote), TWO_THIRDS),
  )
}

/** VerifyCommitLight, for a well-formed commit of the right block: it looks no further than two thirds. */
export function signedByMost(chainId: string, set: ValidatorSet, commit: Commit): Refusal | undefined {
  const casts = castByPlace(commit, set, isForBlock)
  return hasPlaces(commit, set) ?? tally(chainId, commit, set, casts, { ...TWO_THIRDS, stopsEarly: true })
}

/** VerifyCommitLightTrusting: more than a third of the power of a set trusted before signed this commit. */
export function signedByTrusted(chainId: string, trusted: ValidatorSet, commit: Commit): Refusal | undefined {
  return tally(chainId, commit, trusted, castByAddress(commit, trusted), ONE_THIRD)
}

function hasPlaces({ signatures }: Commit, { validators }: ValidatorSet): Refusal | undefined {
  return unless(signatures.length === validators.length, 'WRONG_COUNT')
}
