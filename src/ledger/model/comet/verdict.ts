/** How a verification ends. What comes from outside is never a reason to throw: it is refused, and the reason named. */

export const REFUSALS = [
  /** A header, commit or set of validators that CometBFT's ValidateBasic would not pass. */
  'MALFORMED_HEADER',
  'MALFORMED_COMMIT',
  'MALFORMED_VALIDATORS',
  /** The header is of another chain. */
  'FOREIGN_CHAIN',
  /** The commit is of another height, or of another block. */
  'WRONG_HEIGHT',
  'WRONG_BLOCK',
  /** The commit has not one place for each validator, or a signature lies in another's place. */
  'WRONG_COUNT',
  'WRONG_PLACE',
  /** One validator of the trusted set signed twice. */
  'DOUBLE_VOTE',
  'WRONG_SIGNATURE',
  /** Not more than two thirds of the validators' power signed; not more than a third of the trusted ones'. */
  'TOO_LITTLE_POWER',
  'TOO_LITTLE_TRUST',
  /** The validators are not those the header names, or not those the header before it announced. */
  'WRONG_VALIDATORS',
  'UNANNOUNCED_VALIDATORS',
  /** The trusted validators are not those of the trusted header. */
  'WRONG_TRUSTED_VALIDATORS',
  'TRUST_EXPIRED',
  /** The header does not follow the trusted one at once, or does although this check is for those that do not. */
  'NOT_ADJACENT',
  'ADJACENT',
  'HEIGHT_NOT_LATER',
  'TIME_NOT_LATER',
  'FROM_THE_FUTURE',
] as const
export type Refusal = (typeof REFUSALS)[number]

export type Verdict = { readonly kind: 'verified' } | { readonly kind: 'refused'; readonly reason: Refusal }

/** The outcome of checks written in a row as `check() ?? check() ?? …`, of which the first that refuses counts. */
export function toVerdict(refusal: Refusal | undefined): Verdict {
  return refusal === undefined ? { kind: 'verified' } : { kind: 'refused', reason: refusal }
}

export function unless(holds: boolean, reason: Refusal): Refusal | undefined {
  return holds ? undefined : reason
}
