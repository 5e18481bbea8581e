import { enumeration, fixed, isSame, nullable, struct, uint, type Bytes, type Decoded } from '#kernel'

import { defineCollection, type StateReader } from './collection.ts'
import type { Authority } from './envelope.ts'
import { LedgerError } from './errors.ts'

/** 16 random bytes that name a thing on the ledger; once used, refused for ever. */
export const randomId = fixed(16)
export type RandomId = Bytes

export const ORGANISATION_KINDS = [
  'hospital',
  'clinic',
  'laboratory',
  'pharmacy',
  'insurer',
  'authority',
] as const
export type OrganisationKind = (typeof ORGANISATION_KINDS)[number]

/** An organisation on the ledger: never its name; `details` commits to that. `number` is a node's, from 1000 up. */
const organisation = struct({
  kind: enumeration(ORGANISATION_KINDS),
  key: fixed(32),
  number: nullable(uint),
  state: enumeration(['active', 'suspended', 'left']),
  details: fixed(32),
})
export type LedgerOrganisation = Decoded<typeof organisation>
export const organisations = defineCollection('organisation', randomId, organisation)

/** Which organisation a signing key speaks for. */
export const keyHolders = defineCollection('key-holder', fixed(32), struct({ organisation: randomId }))

/** The chain's own parameters, set at genesis. */
const network = struct({ authority: randomId, genesisTime: uint })
export const networks = defineCollection('network', enumeration(['network']), network)

export interface Member extends LedgerOrganisation {
  readonly id: RandomId
}

/** The active organisation that signed; refused where the key is nobody's. */
export function signerOf(state: StateReader, authority: Authority): Member {
  const holder = keyHolders.get(state, authority.key)
  const found = holder && organisations.get(state, holder.organisation)
  if (!holder || !found || found.state !== 'active' || !isSame(found.key, authority.key)) {
    throw new LedgerError('KEY_NOT_ON_LEDGER', 'no active organisation signs with this key')
  }
  return { ...found, id: holder.organisation }
}

/** The signer, if it is the health authority; only it approves organisations and licences. */
export function authorityOf(state: StateReader, authority: Authority): Member {
  const signer = signerOf(state, authority)
  const network = networks.get(state, 'network')
  if (!network || !isSame(network.authority, signer.id)) {
    throw new LedgerError('WRONG_NETWORK_AUTHORITY', 'only the health authority may do this')
  }
  return signer
}
