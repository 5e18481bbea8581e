/** What the ledger knows of licences: a system of medicine, states and instants; never a person. */
import {
  enumeration,
  fixed,
  isSame,
  nullable,
  struct,
  uint,
  type Bytes,
  type Decoded,
  type Instant,
} from '#kernel'
import {
  authorityOf,
  defineCollection,
  defineTransaction,
  randomId,
  type RandomId,
  type StateDraft,
  type StateReader,
} from '#ledger/model'

import { IdentityError } from './errors.ts'
import { HOLD_LASTS, SYSTEMS, licenceStateAt, type LicenceState } from './licence.ts'

/** One officer's urgent hold. It lapses by block time, and stays here so that the same officer cannot renew it alone. */
const hold = struct({ officer: randomId, since: uint, until: uint, order: fixed(32) })
const suspension = struct({ proposer: randomId, confirmer: randomId, since: uint, order: fixed(32) })

const licence = struct({
  system: enumeration(SYSTEMS),
  issuedAt: uint,
  validUntil: uint,
  version: uint,
  hold: nullable(hold),
  suspension: nullable(suspension),
})
export type LedgerLicence = Decoded<typeof licence>
export const licences = defineCollection('licence', randomId, licence)

/** How a licence stands at an instant; undefined where nobody has this practitioner ID. */
export function licenceAt(
  state: StateReader,
  practitioner: RandomId,
  time: Instant,
): LicenceState | undefined {
  const found = licences.get(state, practitioner)
  return found && stateOf(found, time)
}

/** The authority has checked a licence: only now is there a practitioner ID. */
export const licensePractitioner = defineTransaction({
  type: 'practitioner/license',
  body: struct({ practitioner: randomId, system: enumeration(SYSTEMS), validUntil: uint }),
  apply(state, { body, authority, time }) {
    authorityOf(state, authority)
    if (licences.get(state, body.practitioner))
      throw new IdentityError('PRACTITIONER_EXISTS', 'this practitioner ID was used before')
    refuseExpired(body.validUntil, time)
    licences.put(state, body.practitioner, {
      system: body.system,
      issuedAt: time,
      validUntil: body.validUntil,
      version: 1,
      hold: null,
      suspension: null,
    })
  },
})

/** A licence that is neither held nor suspended goes on until a later date. */
export const renewLicence = defineTransaction({
  type: 'licence/renew',
  body: struct({ practitioner: randomId, version: uint, validUntil: uint }),
  apply(state, { body, authority, time }) {
    authorityOf(state, authority)
    const found = licenceToChange(state, body)
    if (isStopped(found, time))
      throw new IdentityError('LICENCE_NOT_ACTIVE', 'a stopped licence is not renewed')
    refuseExpired(body.validUntil, time)
    if (body.validUntil <= found.validUntil)
      throw new IdentityError('RENEWAL_TOO_EARLY', 'it is valid as long already')
    change(state, body.practitioner, found, { validUntil: body.validUntil })
  },
})

const orderBody = struct({
  practitioner: randomId,
  version: uint,
  /** Commitment to the order it rests on. */
  order: fixed(32),
  proposer: randomId,
  confirmer: nullable(randomId),
})

/** Two officers suspend; one alone holds for 72 hours, and not the same one twice running. */
export const suspendLicence = defineTransaction({
  type: 'licence/suspend',
  body: orderBody,
  apply(state, { body, authority, time }) {
    authorityOf(state, authority)
    const found = licenceToChange(state, body)
    if (found.suspension) throw new IdentityError('ALREADY_SUSPENDED', 'this licence is suspended already')
    const { practitioner, order, proposer, confirmer } = body
    if (confirmer === null)
      return change(state, practitioner, found, { hold: newHold(found, proposer, order, time) })
    refuseSameOfficer(proposer, confirmer)
    change(state, practitioner, found, {
      hold: null,
      suspension: { proposer, confirmer, since: time, order },
    })
  },
})

/** Ends a suspension by two officers, a hold by one. */
export const reinstateLicence = defineTransaction({
  type: 'licence/reinstate',
  body: orderBody,
  apply(state, { body, authority, time }) {
    authorityOf(state, authority)
    const found = licenceToChange(state, body)
    if (!isStopped(found, time))
      throw new IdentityError('NOT_SUSPENDED', 'this licence is neither held nor suspended')
    if (body.confirmer !== null) refuseSameOfficer(body.proposer, body.confirmer)
    if (!found.suspension) return change(state, body.practitioner, found, { hold: lifted(found.hold, time) })
    if (body.confirmer === null)
      throw new IdentityError('SECOND_OFFICER_NEEDED', 'a suspension ends by two officers, as it began')
    change(state, body.practitioner, found, { suspension: null })
  },
})

function licenceToChange(
  state: StateReader,
  { practitioner, version }: { readonly practitioner: Bytes; readonly version: number },
): LedgerLicence {
  const found = licences.get(state, practitioner)
  if (!found) throw new IdentityError('NO_SUCH_LICENCE', 'nobody has this practitioner ID')
  if (found.version !== version) throw new IdentityError('WRONG_VERSION', 'it has changed since: look again')
  return found
}

function change(
  state: StateDraft,
  practitioner: RandomId,
  found: LedgerLicence,
  to: Partial<LedgerLicence>,
): void {
  licences.put(state, practitioner, { ...found, ...to, version: found.version + 1 })
}

function newHold(
  found: LedgerLicence,
  officer: RandomId,
  order: Bytes,
  time: Instant,
): LedgerLicence['hold'] {
  if (stateOf(found, time) === 'held')
    throw new IdentityError('ALREADY_SUSPENDED', 'this licence is held already')
  if (found.hold && isSame(found.hold.officer, officer))
    throw new IdentityError('HOLD_USED', 'the same officer cannot hold a licence again: a second one must')
  return { officer, since: time, until: time + HOLD_LASTS, order }
}

function lifted(hold: LedgerLicence['hold'], time: Instant): LedgerLicence['hold'] {
  return hold && { ...hold, until: time }
}

function isStopped(found: LedgerLicence, time: Instant): boolean {
  return ['held', 'suspended'].includes(stateOf(found, time))
}

function stateOf({ validUntil, hold, suspension }: LedgerLicence, time: Instant): LicenceState {
  const course = { validUntil, heldUntil: hold?.until ?? null, suspendedAt: suspension?.since ?? null }
  return licenceStateAt(course, time)
}

function refuseExpired(validUntil: number, time: Instant): void {
  if (validUntil <= time) throw new IdentityError('ALREADY_EXPIRED', 'this date is past')
}

function refuseSameOfficer(proposer: RandomId, confirmer: RandomId): void {
  if (isSame(proposer, confirmer)) throw new IdentityError('SAME_OFFICER', 'a second officer must confirm')
}
