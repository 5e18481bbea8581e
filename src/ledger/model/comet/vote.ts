/** The bytes a validator signs, and signing them (types/canonical.go, CanonicalizeVote; types/vote.go, VoteSignBytes). */
import { concat, encode, isSame, uint, type Bytes, type Signer } from '#kernel'

import { blockIdMessage, type BlockId } from './block-id.ts'
import type { Ballot, Commit } from './commit.ts'
import { ABSENT, type CommitSignature, type Precommit } from './commit-signature.ts'
import { embedded, optional, scalar } from './field.ts'
import { message } from './message.ts'
import { toWireTime, wireTime, type Timed, type WireTime } from './timestamp.ts'
import { addressOf } from './validator.ts'
import type { ValidatorSet } from './validator-set.ts'
import { fixed64, int, text } from './wire.ts'

/** What a vote says beside the ballot. */
export type Choice = Pick<Precommit, 'flag' | keyof Timed>

/** tendermint.types.SignedMsgType, SIGNED_MSG_TYPE_PRECOMMIT */
const PRECOMMIT = 2

interface CanonicalVote {
  readonly type: number
  readonly height: number
  readonly round: number
  readonly blockId: BlockId | null
  readonly time: WireTime
  readonly chainId: string
}

const canonicalVote = message<CanonicalVote>({
  type: scalar(1, int, 0),
  height: scalar(2, fixed64, 0),
  round: scalar(3, fixed64, 0),
  blockId: optional(4, blockIdMessage),
  time: embedded(5, wireTime),
  chainId: scalar(6, text, ''),
})

/** What is signed for a precommit, behind its length. The time is each validator's own. */
export function precommitBytes(chainId: string, { height, round, blockId }: Ballot, choice: Choice): Bytes {
  const vote = canonicalVote.write({
    type: PRECOMMIT,
    height,
    round,
    blockId: choice.flag === 'commit' ? blockId : null,
    time: toWireTime(choice),
    chainId,
  })
  return concat(encode(uint, vote.length), vote)
}

export function signPrecommit(signer: Signer, chainId: string, ballot: Ballot, choice: Choice): Precommit {
  const signature = signer.sign(precommitBytes(chainId, ballot, choice))
  return { ...choice, validator: addressOf(signer.publicKey), signature }
}

/** The commit of those of the validators whose signers are here, all at one time; the others are absent. */
export function signCommit(
  chainId: string,
  ballot: Ballot,
  { validators }: ValidatorSet,
  signers: readonly Signer[],
  { time, nanos }: Timed,
): Commit {
  const vote = (signer: Signer) => signPrecommit(signer, chainId, ballot, { flag: 'commit', time, nanos })
  const signatures = validators.map(({ publicKey }): CommitSignature => {
    const signer = signers.find((each) => isSame(each.publicKey, publicKey))
    return signer ? vote(signer) : ABSENT
  })
  return { ...ballot, signatures }
}
