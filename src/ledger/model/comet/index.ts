/**
 * CometBFT 0.38's blocks, headers, commits and validators, byte for byte, and its light client's rules. Both engines
 * write them and one verifier reads them; test/vectors/comet holds what CometBFT's own code says about it.
 */
export { blockIdOf, dataHash, decodeBlock, encodeBlock, fitsHeader, makeBlock } from './block.ts'
export type { Block, HeaderDraft } from './block.ts'
export { isSameBlock, NO_BLOCK, partSetHeader } from './block-id.ts'
export type { BlockId } from './block-id.ts'
export { commitHash, decodeCommit, encodeCommit, NO_COMMIT } from './commit.ts'
export type { Ballot, Commit } from './commit.ts'
export { ABSENT, isVote } from './commit-signature.ts'
export type { CommitSignature, Precommit } from './commit-signature.ts'
export { BLOCK_PROTOCOL, decodeHeader, encodeHeader } from './header.ts'
export type { Header } from './header.ts'
export { headerHash } from './header-hash.ts'
export { decodeLightBlock, encodeLightBlock } from './light-block.ts'
export type { LightBlock, SignedHeader } from './light-block.ts'
export { medianTime } from './median-time.ts'
export { consensusHash, resultsHash } from './results.ts'
export type { BlockLimits, TransactionResult } from './results.ts'
export { isAfter, timed } from './timestamp.ts'
export type { Timed } from './timestamp.ts'
export {
  decodeValidatorSet,
  encodeValidatorSet,
  newValidatorSet,
  powerOf,
  validatorSetHash,
} from './validator-set.ts'
export type { ValidatorSet } from './validator-set.ts'
export { addressOf } from './validator.ts'
export type { Validator } from './validator.ts'
export { REFUSALS } from './verdict.ts'
export type { Refusal, Verdict } from './verdict.ts'
export { verifyCommit } from './verify-commit.ts'
export { CLOCK_DRIFT, verifyAdjacent, verifyAlone, verifyNonAdjacent } from './verify-light.ts'
export { precommitBytes, signCommit, signPrecommit } from './vote.ts'
export type { Choice } from './vote.ts'
