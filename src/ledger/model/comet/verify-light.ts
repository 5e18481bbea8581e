/** The light client's rules (light/verifier.go): from a header one trusts to a later one, without the blocks between. */
import { isSame, SECOND, type Instant } from '#kernel'

import { isCommit } from './commit.ts'
import { isHeader, type Header } from './header.ts'
import { headerHash } from './header-hash.ts'
import type { LightBlock, SignedHeader } from './light-block.ts'
import { isAfter } from './timestamp.ts'
import { isValidatorSet, validatorSetHash } from './validator-set.ts'
import { toVerdict, unless, type Refusal, type Verdict } from './verdict.ts'
import { signedByMost, signedByTrusted } from './verify-commit.ts'

/** How long a header is trusted, in milliseconds, and how far ahead of our clock a new one may be. */
interface Terms {
  readonly now: Instant
  readonly trustingPeriod: number
  readonly clockDrift: number
}

/** light/client.go, defaultMaxClockDrift */
export const CLOCK_DRIFT = 10 * SECOND

/** VerifyAdjacent: the next header, whose validators the trusted one announced. */
export function verifyAdjacent(trusted: SignedHeader, untrusted: LightBlock, terms: Terms): Verdict {
  const { validatorsHash, height } = untrusted.header
  return toVerdict(
    unless(height === trusted.header.height + 1, 'NOT_ADJACENT') ??
      unless(isTrustedStill(trusted.header, terms), 'TRUST_EXPIRED') ??
      follows(trusted.header, untrusted, terms) ??
      unless(isSame(validatorsHash, trusted.header.nextValidatorsHash), 'UNANNOUNCED_VALIDATORS') ??
      signed(untrusted),
  )
}

/**
 * VerifyNonAdjacent: any later header that more than a third of the trusted validators signed beside two thirds of its
 * own. One refused with TOO_LITTLE_TRUST may still be reached over headers between: that is bisection.
 */
export function verifyNonAdjacent(trusted: LightBlock, untrusted: LightBlock, terms: Terms): Verdict {
  return toVerdict(
    unless(untrusted.header.height !== trusted.header.height + 1, 'ADJACENT') ??
      unless(isTrustedStill(trusted.header, terms), 'TRUST_EXPIRED') ??
      unless(hasItsValidators(trusted), 'WRONG_TRUSTED_VALIDATORS') ??
      follows(trusted.header, untrusted, terms) ??
      signedByTrusted(trusted.header.chainId, trusted.validators, untrusted.commit) ??
      signed(untrusted),
  )
}

/** What a header can prove by itself: that validators who call themselves so signed it. For a first, unproved trust. */
export function verifyAlone(chainId: string, block: LightBlock): Verdict {
  return toVerdict(
    coheres(chainId, block) ?? unless(hasItsValidators(block), 'WRONG_VALIDATORS') ?? signed(block),
  )
}

function follows(trusted: Header, untrusted: LightBlock, terms: Terms): Refusal | undefined {
  const { header } = untrusted
  return (
    coheres(trusted.chainId, untrusted) ??
    unless(header.height > trusted.height, 'HEIGHT_NOT_LATER') ??
    unless(isAfter(header, trusted), 'TIME_NOT_LATER') ??
    unless(header.time < terms.now + terms.clockDrift, 'FROM_THE_FUTURE') ??
    unless(hasItsValidators(untrusted), 'WRONG_VALIDATORS')
  )
}

/** SignedHeader.ValidateBasic (types/light.go) */
function coheres(chainId: string, { header, commit, validators }: LightBlock): Refusal | undefined {
  return (
    unless(isHeader(header), 'MALFORMED_HEADER') ??
    unless(isCommit(commit), 'MALFORMED_COMMIT') ??
    unless(isValidatorSet(validators), 'MALFORMED_VALIDATORS') ??
    unless(header.chainId === chainId, 'FOREIGN_CHAIN') ??
    unless(commit.height === header.height, 'WRONG_HEIGHT') ??
    unless(isSame(commit.blockId.hash, headerHash(header)), 'WRONG_BLOCK')
  )
}

function signed({ header, commit, validators }: LightBlock): Refusal | undefined {
  return signedByMost(header.chainId, validators, commit)
}

function hasItsValidators({ header, validators }: LightBlock): boolean {
  return isSame(header.validatorsHash, validatorSetHash(validators))
}

function isTrustedStill({ time, nanos }: Header, { now, trustingPeriod }: Terms): boolean {
  const end = time + trustingPeriod
  return end > now || (end === now && nanos > 0)
}
