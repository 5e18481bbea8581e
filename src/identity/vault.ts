/** What opens and finds the identities of this node: without its keys, the tables are noise. */
import { boundTo, isSame, seal, taggedHmac, toHex, toUtf8, unseal, type Bytes, type Chance } from '#kernel'

import type { Identifier } from './model/index.ts'

/** The part of the node's key file that identity uses. */
export interface Keys {
  keyFor(use: string): Bytes
}

/** What a sealed thing is, which binds it to its place: one cannot be put where another belongs. */
type Sealed =
  | 'person'
  | 'contact'
  | 'photo'
  | 'organisation'
  | 'reason'
  | 'invitation'
  | 'licence-claim'
  | 'licence-scan'
  | 'licence-order'
  | 'passkey-name'
  | 'message'

export interface Vault {
  seal(what: Sealed, id: string, plaintext: Bytes): Bytes
  unseal(what: Sealed, id: string, sealed: Bytes): Bytes
  sealJson(what: Sealed, id: string, value: unknown): Bytes
  unsealJson(what: Sealed, id: string, sealed: Bytes): unknown
  /** Under what an address, a number or a health ID is looked up: the same for the same, and nothing else. */
  lookupOf(identifier: Identifier): Bytes
  /** The same for whatever else must be found again without being kept: a council's number. */
  tokenOf(use: string, text: string): Bytes
  /** What is kept of a one-time password: bound to whom it was sent and what it agrees to. */
  codeMac(subject: string, digest: Bytes, code: string): Bytes
  /** A person's name inside better-auth; it leads nowhere without the key. */
  handleOf(person: string): string
  /** What the ledger is told of an officer: the same for the same person, and unlinkable to anything else. */
  officerId(person: string): Bytes
  /** better-auth's secret: signs cookies, encrypts the second factor's. */
  readonly secret: string
}

export function openVault(keys: Keys, chance: Chance): Vault {
  const sealing = keys.keyFor('identity-seal/1')
  const lookup = keys.keyFor('identity-lookup/1')
  const codes = keys.keyFor('identity-codes/1')
  const names = keys.keyFor('identity-names/1')
  const vault: Vault = {
    seal: (what, id, plaintext) => seal(sealing, plaintext, boundTo(what, id), chance),
    unseal: (what, id, sealed) => unseal(sealing, sealed, boundTo(what, id)),
    sealJson: (what, id, value) => vault.seal(what, id, toUtf8(JSON.stringify(value))),
    unsealJson: (what, id, sealed): unknown =>
      JSON.parse(Buffer.from(vault.unseal(what, id, sealed)).toString()),
    lookupOf: ({ channel, address }) => taggedHmac('lookup/1', lookup, boundTo(channel, address)),
    tokenOf: (use, text) => taggedHmac('lookup/1', lookup, boundTo(`token-${use}`, text)),
    codeMac: (subject, digest, code) => taggedHmac('code/1', codes, boundTo(subject, toHex(digest), code)),
    handleOf: (person) => `h_${toHex(taggedHmac('handle/1', names, toUtf8(person)))}@handle.invalid`,
    officerId: (person) => taggedHmac('officer/1', names, toUtf8(person)).subarray(0, 16),
    secret: toHex(keys.keyFor('identity-accounts/1')),
  }
  return vault
}

/** Whether two MACs are the same, where one of them may not exist: in the same time either way. */
export function isSameMac(expected: Bytes | undefined, given: Bytes): boolean {
  const isThere = expected !== undefined
  return isSame(expected ?? new Uint8Array(given.length), given) && isThere
}
