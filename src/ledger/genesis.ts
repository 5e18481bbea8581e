import { bytes, decode, encode, fixed, list, struct, type Bytes, type Instant } from '#kernel'

import {
  buildFromSorted,
  keyHolders,
  networks,
  newValidatorSet,
  organisations,
  Overlay,
  type Change,
  type LedgerOrganisation,
  type RandomId,
  type StateTree,
  type ValidatorSet,
} from './model/index.ts'

/** What a chain begins with. Nothing in it can be chosen anew later. */
export interface Genesis {
  readonly chain: string
  readonly time: Instant
  readonly initialHeight: number
  readonly state: readonly Change[]
  readonly validators: ValidatorSet
}

interface Founding {
  readonly chain: string
  readonly time: Instant
  readonly validator: Bytes
  readonly authority: RandomId
  /** The organisations there from the start: the authority, and whoever runs the node. */
  readonly organisations: readonly (LedgerOrganisation & { readonly id: RandomId })[]
}

/** Keeps the tree from being empty, which ICS 23 could not prove anything in. */
const SENTINEL: Change = { key: new Uint8Array(32), value: Uint8Array.of(1) }

const VALIDATOR_POWER = 10

/** A chain of one validator with its first organisations. */
export function found(founding: Founding): Genesis {
  const draft = new Overlay({ get: () => undefined })
  draft.put(SENTINEL.key, SENTINEL.value)
  networks.put(draft, 'network', { authority: founding.authority, genesisTime: founding.time })
  for (const { id, ...organisation } of founding.organisations) {
    organisations.put(draft, id, organisation)
    keyHolders.put(draft, organisation.key, { organisation: id })
  }
  return {
    chain: founding.chain,
    time: founding.time,
    initialHeight: 1,
    state: draft.changes(),
    validators: newValidatorSet([{ publicKey: founding.validator, power: VALIDATOR_POWER }]),
  }
}

const stateCodec = list(struct({ key: fixed(32), value: bytes(1024 * 1024) }), 1_000_000)

export function encodeState(state: readonly Change[]): Bytes {
  return encode(stateCodec, state)
}

export function decodeState(state: Bytes): readonly Change[] {
  return decode(stateCodec, state)
}

export function genesisTree({ state }: Pick<Genesis, 'state'>): StateTree {
  return buildFromSorted(state.map(({ key, value }) => [key, value]))
}
