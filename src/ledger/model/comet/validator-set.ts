/** The validators of a height, in CometBFT's order, and their hash in the header (types/validator_set.go). */
import { compareBytes, toHex, type Bytes } from '#kernel'

import { merkleRoot } from '../merkle.ts'
import { embedded, repeated } from './field.ts'
import { fromBytes, message } from './message.ts'
import {
  addressOf,
  isValidator,
  MAX_TOTAL_POWER,
  validatorLeaf,
  validatorMessage,
  type Validator,
} from './validator.ts'
import { malformed, mapped, type Kind } from './wire.ts'

export interface ValidatorSet {
  readonly validators: readonly Validator[]
  readonly proposer: Validator
}

/** tendermint.types.ValidatorSet, as ToProto writes it: without the total power. */
export const validatorSetMessage: Kind<ValidatorSet> = mapped(
  message<ValidatorSet>({
    validators: repeated(1, validatorMessage),
    proposer: embedded(2, validatorMessage),
  }),
  toValidatorSet,
  (set) => set,
)

export function encodeValidatorSet(set: ValidatorSet): Bytes {
  return validatorSetMessage.write(set)
}

/** Reads a set of validators; `CodecError` where a single bit is not as CometBFT would write it. */
export function decodeValidatorSet(bytes: Bytes): ValidatorSet {
  return fromBytes(validatorSetMessage, bytes)
}

/** A new set in CometBFT's order, most power first, then by address; the first one proposes. */
export function newValidatorSet(members: readonly Omit<Validator, 'priority'>[]): ValidatorSet {
  const validators = members
    .map(({ publicKey, power }) => ({ publicKey, power, priority: 0 }))
    .toSorted(byPowerThenAddress)
  const proposer = validators[0]
  if (!proposer) throw new Error('a set of validators has at least one')
  return { validators, proposer }
}

/** ValidatorSet.Hash */
export function validatorSetHash({ validators }: ValidatorSet): Bytes {
  return merkleRoot(validators.map(validatorLeaf))
}

export function powerOf({ validators }: ValidatorSet): number {
  return validators.reduce((sum, { power }) => sum + power, 0)
}

/** What ValidatorSet.ValidateBasic asks, and that nobody sits in it twice, which CometBFT never lets come about. */
export function isValidatorSet(set: ValidatorSet): boolean {
  const { validators, proposer } = set
  const keys = new Set(validators.map(({ publicKey }) => toHex(publicKey)))
  return (
    validators.every(isValidator) &&
    keys.size === validators.length &&
    powerOf(set) <= MAX_TOTAL_POWER &&
    isValidator(proposer) &&
    keys.has(toHex(proposer.publicKey))
  )
}

function toValidatorSet(set: ValidatorSet): ValidatorSet {
  if (!isValidatorSet(set)) throw malformed('not a set of validators')
  return set
}

function byPowerThenAddress(a: Validator, b: Validator): number {
  return b.power - a.power || compareBytes(addressOf(a.publicKey), addressOf(b.publicKey))
}
