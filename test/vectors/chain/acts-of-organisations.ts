import type { Decoded } from '#kernel'
import { approveOrganisation, reinstateOrganisation, suspendOrganisation } from '#identity/model'

import { authority, hospital, idOf, pharmacy, signed, stranger } from './people.ts'
import type { Act } from './recorder.ts'

type Approval = Decoded<typeof approveOrganisation.codec>

const ofHospital: Approval = {
  organisation: hospital.id,
  kind: 'hospital',
  key: hospital.signer.publicKey,
  number: 1001,
  details: idOf('what the hospital says of itself', 32),
}
const ofPharmacy: Approval = {
  organisation: pharmacy.id,
  kind: 'pharmacy',
  key: pharmacy.signer.publicKey,
  number: null,
  details: idOf('what the pharmacy says of itself', 32),
}
/** Whoever is let in under an id and a key of their own, but for what is said otherwise. */
const another = (name: string, more: Partial<Approval> = {}): Approval => ({
  organisation: idOf(name),
  kind: 'clinic',
  key: idOf(`key of ${name}`, 32),
  number: null,
  details: idOf(`what ${name} says of itself`, 32),
  ...more,
})
const approve = (name: string, body: Approval, refused?: string, by = authority): Act => ({
  name,
  transaction: signed(approveOrganisation, body, by),
  ...(refused === undefined ? {} : { refused }),
})

export const approvals: readonly Act[] = [
  approve('a hospital with a node of its own', ofHospital),
  approve('a pharmacy', ofPharmacy),
  approve('a clinic', another('clinic')),
  approve('a laboratory', another('laboratory', { kind: 'laboratory' })),
  approve('an insurer', another('insurer', { kind: 'insurer' })),
  approve('an id that was used', another('second', { organisation: hospital.id }), 'ORGANISATION_EXISTS'),
  approve('a key that another has', another('third', { key: hospital.signer.publicKey }), 'KEY_TAKEN'),
  approve('a number that another node has', another('fourth', { number: 1001 }), 'NODE_NUMBER_TAKEN'),
  approve('the authority’s own number', another('fifth', { number: 1000 }), 'NODE_NUMBER_TAKEN'),
  approve('a number that no node can have', another('sixth', { number: 10_000 }), 'NODE_NUMBER_TAKEN'),
  approve('by a hospital', another('seventh'), 'WRONG_NETWORK_AUTHORITY', hospital),
  approve('by nobody', another('eighth'), 'KEY_NOT_ON_LEDGER', stranger),
]

const suspend = (
  name: string,
  organisation: Uint8Array,
  version: number,
  refused?: string,
  by = authority,
): Act => ({
  name,
  transaction: signed(suspendOrganisation, { organisation, version }, by),
  ...(refused === undefined ? {} : { refused }),
})
const reinstate = (name: string, organisation: Uint8Array, version: number, refused?: string): Act => ({
  name,
  transaction: signed(reinstateOrganisation, { organisation, version }),
  ...(refused === undefined ? {} : { refused }),
})

export const suspensions: readonly Act[] = [
  suspend('the authority', authority.id, 1, 'NOT_ACTIVE'),
  suspend('nobody', idOf('nobody'), 1, 'NO_SUCH_ORGANISATION'),
  suspend('a hospital by an order that was overtaken', hospital.id, 2, 'WRONG_VERSION'),
  suspend('a hospital by itself', hospital.id, 1, 'WRONG_NETWORK_AUTHORITY', hospital),
  suspend('a hospital', hospital.id, 1),
  suspend('a hospital twice', hospital.id, 2, 'NOT_ACTIVE'),
]

export const reinstatements: readonly Act[] = [
  reinstate('a pharmacy that is active', pharmacy.id, 1, 'NOT_ACTIVE'),
  reinstate('a hospital', hospital.id, 2),
]
