import { CodecError, decode, encode, type Bytes, type Codec, type Instant } from '#kernel'

import type { StateDraft } from './collection.ts'
import type { Authority } from './envelope.ts'
import { LedgerError } from './errors.ts'

/** What a rule knows beside the state: the block's own time, never a clock. */
interface Circumstances<Body> {
  readonly body: Body
  readonly authority: Authority
  readonly time: Instant
  readonly height: number
  readonly chain: string
}

export interface TransactionType<Body> {
  readonly type: string
  readonly version: number
  readonly codec: Codec<Body>
  encode(body: Body): Bytes
  decode(body: Bytes): Body
  /** Decodes and applies. Throws a `DomainError` where a rule is broken: the caller drops what was changed. */
  run(state: StateDraft, body: Bytes, around: Omit<Circumstances<Body>, 'body'>): void
}

/** A transaction type with its body's type forgotten, as the state machine holds them. */
export type AnyTransaction = Pick<TransactionType<never>, 'type' | 'version' | 'run'>

/**
 * A rule of the ledger. `apply` must be pure: integers, byte strings and enumerations; the same on every machine and
 * in every later version. What it gets wrong it throws as a `DomainError`.
 */
export function defineTransaction<Body>(described: {
  readonly type: string
  readonly version?: number
  readonly body: Codec<Body>
  apply(state: StateDraft, circumstances: Circumstances<Body>): void
}): TransactionType<Body> {
  const { type, version = 1, body: codec } = described
  const read = (bytes: Bytes) => decodeBody(codec, bytes)
  return {
    type,
    version,
    codec,
    encode: (body) => encode(codec, body),
    decode: read,
    run: (state, body, around) => described.apply(state, { ...around, body: read(body) }),
  }
}

function decodeBody<Body>(codec: Codec<Body>, bytes: Bytes): Body {
  try {
    return decode(codec, bytes)
  } catch (cause) {
    if (!(cause instanceof CodecError)) throw cause
    throw new LedgerError('MALFORMED_TRANSACTION', 'the body is not in canonical form', { cause })
  }
}
