/** A validator: its key, and its power when votes are counted (types/validator.go). */
import { EMPTY, sha256, type Bytes } from '#kernel'

import { embedded, scalar } from './field.ts'
import { message } from './message.ts'
import { ADDRESS_BYTES, isWholeNumber } from './shape.ts'
import { int, mapped, raw, type Kind } from './wire.ts'

/** `priority` is CometBFT's turn taking among proposers; no hash covers it. */
export interface Validator {
  readonly publicKey: Bytes
  readonly power: number
  readonly priority: number
}

/** Less than CometBFT's 2^60, so that three times the power of a set is still an exact number. */
export const MAX_TOTAL_POWER = 2 ** 50

const KEY_BYTES = 32

interface PublicKey {
  readonly ed25519: Bytes
}

interface WireValidator {
  readonly address: Bytes
  readonly publicKey: PublicKey
  readonly power: number
  readonly priority: number
}

/** tendermint.crypto.PublicKey; a key of another kind than Ed25519 is refused. */
const publicKeyMessage = message<PublicKey>({ ed25519: scalar(1, raw, EMPTY) })

/** tendermint.types.SimpleValidator: what the hash of a set covers. */
const simpleValidator = message({ publicKey: embedded(1, publicKeyMessage), power: scalar(2, int, 0) })

/** tendermint.types.Validator. A wrong address is refused, because it would not be written so. */
export const validatorMessage: Kind<Validator> = mapped(
  message<WireValidator>({
    address: scalar(1, raw, EMPTY),
    publicKey: embedded(2, publicKeyMessage),
    power: scalar(3, int, 0),
    priority: scalar(4, int, 0),
  }),
  ({ publicKey: { ed25519 }, power, priority }) => ({ publicKey: ed25519, power, priority }),
  ({ publicKey, power, priority }) => ({
    address: addressOf(publicKey),
    publicKey: { ed25519: publicKey },
    power,
    priority,
  }),
)

/** The first 20 bytes of the key's SHA-256. */
export function addressOf(publicKey: Bytes): Bytes {
  return sha256(publicKey).subarray(0, ADDRESS_BYTES)
}

/** Validator.Bytes */
export function validatorLeaf({ publicKey, power }: Validator): Bytes {
  return simpleValidator.write({ publicKey: { ed25519: publicKey }, power })
}

export function isValidator({ publicKey, power, priority }: Validator): boolean {
  return (
    publicKey.length === KEY_BYTES &&
    isWholeNumber(power, 0, MAX_TOTAL_POWER) &&
    Number.isSafeInteger(priority)
  )
}
