import type { Instant } from '#kernel'

import type { LightBlock, Refusal } from '../../../src/ledger/model/comet/index.ts'

export type Answer = Refusal | 'verified'

/** A block that came in a true one's place, and what VerifyAdjacent is to say of it. */
export interface Altered {
  readonly name: string
  readonly light: LightBlock
  readonly answer: Answer
  /** What VerifyCommit says, where it is asked and says something else. */
  readonly commitAnswer?: Answer
}

/** One question to our verifier and to CometBFT's, with the answer that both must give. */
export interface Case {
  readonly name: string
  readonly question: 'adjacent' | 'non-adjacent' | 'commit'
  /** For VerifyCommit the true block, whose id and height the commit must be for. */
  readonly trusted: LightBlock
  readonly untrusted: LightBlock
  readonly now: Instant
  readonly answer: Answer
}
