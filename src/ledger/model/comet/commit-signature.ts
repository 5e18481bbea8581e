/** One validator's part in a commit (types/block.go, CommitSig). */
import { EMPTY, type Bytes } from '#kernel'

import { embedded, scalar } from './field.ts'
import { message } from './message.ts'
import { ADDRESS_BYTES } from './shape.ts'
import { isTimed, toTimed, toWireTime, wireTime, type Timed, type WireTime } from './timestamp.ts'
import { int, malformed, mapped, raw, type Kind } from './wire.ts'

/** A validator's precommit: none came, or it was for the block, or for no block at all. */
export type CommitSignature = Absent | Precommit

export interface Absent {
  readonly flag: 'absent'
}

export interface Precommit extends Timed {
  readonly flag: 'commit' | 'nil'
  /** The validator's address. */
  readonly validator: Bytes
  readonly signature: Bytes
}

export const ABSENT: Absent = { flag: 'absent' }

/** tendermint.types.BlockIDFlag, from 0 */
const FLAGS = ['unknown', 'absent', 'commit', 'nil'] as const

interface WireSignature {
  readonly flag: number
  readonly validator: Bytes
  readonly time: WireTime
  readonly signature: Bytes
}

/** Nobody's, at Go's zero time, the year 1. */
const WIRE_ABSENT: WireSignature = {
  flag: FLAGS.indexOf('absent'),
  validator: EMPTY,
  time: { seconds: -62_135_596_800, nanos: 0 },
  signature: EMPTY,
}

/** tendermint.types.CommitSig */
export const signatureMessage: Kind<CommitSignature> = mapped(
  message<WireSignature>({
    flag: scalar(1, int, 0),
    validator: scalar(2, raw, EMPTY),
    time: embedded(3, wireTime),
    signature: scalar(4, raw, EMPTY),
  }),
  fromWire,
  toWire,
)

export function isVote(signature: CommitSignature): signature is Precommit {
  return signature.flag !== 'absent'
}

export function isForBlock(signature: CommitSignature): signature is Precommit {
  return signature.flag === 'commit'
}

/** What CommitSig.ValidateBasic asks. */
export function isSignature(signature: CommitSignature): boolean {
  if (!isVote(signature)) return true
  return signature.validator.length === ADDRESS_BYTES && isTimed(signature) && signature.signature.length > 0
}

function toWire(signature: CommitSignature): WireSignature {
  if (!isVote(signature)) return WIRE_ABSENT
  return { ...signature, flag: FLAGS.indexOf(signature.flag), time: toWireTime(signature) }
}

function fromWire({ flag, time, validator, signature }: WireSignature): CommitSignature {
  const word = FLAGS[flag]
  if (word === 'absent') return ABSENT
  if (word === undefined || word === 'unknown') throw malformed('a vote of an unknown kind')
  return { flag: word, validator, ...toTimed(time), signature }
}
