/** The state machine: pure, and the same on every machine. Engines drive it; nothing else decides what is allowed. */
import { DomainError, fromUtf8, toHex, toUtf8, type Bytes, type Instant } from '#kernel'

import type { StateDraft, StateReader } from './collection.ts'
import {
  isEnvelopeSigned,
  isKnownFormat,
  readEnvelope,
  transactionHash,
  type Authority,
  type Envelope,
} from './envelope.ts'
import { LedgerError } from './errors.ts'
import { recordInHistory } from './history-state.ts'
import { signerOf } from './members.ts'
import type { AnyTransaction } from './transaction.ts'

const MOST_REMEMBERED = 50_000

export interface BlockInput {
  readonly height: number
  readonly time: Instant
  /** The hash of the block's header, which the History keeps. */
  readonly hash: Bytes
  readonly transactions: readonly Bytes[]
}

/** What a block makes of one transaction. Of this, consensus hashes code and data only. */
export type Outcome =
  { readonly code: 0; readonly applied: Applied } | { readonly code: 1; readonly refusal: string }

/** A transaction that was applied, as projections read it. */
export interface Applied {
  readonly type: string
  readonly version: number
  readonly body: Bytes
  readonly authority: Authority
}

export interface Finalized {
  readonly outcomes: readonly Outcome[]
  /** What changed in the state, each key once, in byte order of the keys. */
  readonly changes: readonly Change[]
}
export interface Change {
  readonly key: Bytes
  readonly value: Bytes
}

export interface Machine {
  /** Throws unless the transaction is well formed, of this chain, of a known type, and signed by a key on the ledger. */
  check(state: StateReader, transaction: Bytes): Envelope
  finalize(state: StateReader, block: BlockInput): Finalized
}

export function newMachine(chain: string, types: readonly AnyTransaction[]): Machine {
  const known = new Map(types.map((type) => [nameOf(type.type, type.version), type]))
  const verified = new Verified()

  function typeOf({ intent }: Envelope): AnyTransaction {
    const found = known.get(nameOf(fromUtf8(intent.type), intent.version))
    if (!found) throw new LedgerError('UNKNOWN_TRANSACTION', 'this chain has no such transaction')
    return found
  }

  function open(transaction: Bytes): Envelope {
    const seen = verified.get(transaction)
    if (seen) return seen
    const envelope = openEnvelope(transaction)
    if (fromUtf8(envelope.intent.chain) !== chain)
      throw new LedgerError('FOREIGN_CHAIN', 'made for another chain')
    typeOf(envelope)
    if (envelope.intent.authority.kind !== 'attested') {
      throw new LedgerError('KEY_NOT_ON_LEDGER', 'keys of devices cannot be registered yet')
    }
    if (!isEnvelopeSigned(envelope)) throw new LedgerError('NOT_SIGNED', 'the signature does not verify')
    verified.add(transaction, envelope)
    return envelope
  }

  function check(state: StateReader, transaction: Bytes): Envelope {
    const envelope = open(transaction)
    signerOf(state, envelope.intent.authority)
    return envelope
  }

  function execute(state: Overlay, block: BlockInput, transaction: Bytes): Outcome {
    const draft = new Overlay(state)
    try {
      const envelope = check(draft, transaction)
      const { authority, body, version } = envelope.intent
      typeOf(envelope).run(draft, body, { authority, chain, time: block.time, height: block.height })
      draft.keepIn(state)
      return { code: 0, applied: { type: fromUtf8(envelope.intent.type), version, body, authority } }
    } catch (error) {
      if (error instanceof DomainError) return { code: 1, refusal: error.code }
      throw error
    }
  }

  return {
    check,
    finalize(state, block) {
      const overlay = new Overlay(state)
      const outcomes = block.transactions.map((transaction) => execute(overlay, block, transaction))
      if (block.transactions.length > 0) recordInHistory(overlay, block.hash)
      verified.forget(block.transactions)
      return { outcomes, changes: overlay.changes() }
    },
  }
}

/** The data of a transaction's result: empty when it was applied, else the refusal's code in ASCII. */
export function resultData(outcome: Outcome): Bytes {
  return outcome.code === 0 ? new Uint8Array(0) : toUtf8(outcome.refusal)
}

/** Changes on top of a state, dropped unless kept. */
export class Overlay implements StateDraft {
  readonly #below: StateReader
  readonly #changed = new Map<string, Change>()

  constructor(below: StateReader) {
    this.#below = below
  }

  get(key: Bytes): Bytes | undefined {
    return this.#changed.get(toHex(key))?.value ?? this.#below.get(key)
  }

  put(key: Bytes, value: Bytes): void {
    if (value.length === 0) throw new Error('the state holds no empty values')
    this.#changed.set(toHex(key), { key, value })
  }

  keepIn(draft: StateDraft): void {
    for (const { key, value } of this.#changed.values()) draft.put(key, value)
  }

  changes(): readonly Change[] {
    return [...this.#changed].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, change]) => change)
  }
}

/** Envelopes whose signature was found good, by the hash of their bytes, so that it is verified once and not twice. */
class Verified {
  readonly #envelopes = new Map<string, Envelope>()

  get(transaction: Bytes): Envelope | undefined {
    return this.#envelopes.get(toHex(transactionHash(transaction)))
  }

  add(transaction: Bytes, envelope: Envelope): void {
    if (this.#envelopes.size >= MOST_REMEMBERED) this.#envelopes.clear()
    this.#envelopes.set(toHex(transactionHash(transaction)), envelope)
  }

  forget(transactions: readonly Bytes[]): void {
    for (const transaction of transactions) this.#envelopes.delete(toHex(transactionHash(transaction)))
  }
}

function openEnvelope(transaction: Bytes): Envelope {
  try {
    const envelope = readEnvelope(transaction)
    if (!isKnownFormat(envelope.intent))
      throw new LedgerError('MALFORMED_TRANSACTION', 'unknown envelope format')
    return envelope
  } catch (cause) {
    if (cause instanceof LedgerError) throw cause
    throw new LedgerError('MALFORMED_TRANSACTION', 'the transaction is not in canonical form', { cause })
  }
}

function nameOf(type: string, version: number): string {
  return `${type}.${version}`
}
