import { DAY, HOUR, type Bytes } from '#kernel'
import {
  licensePractitioner,
  reinstateLicence,
  renewLicence,
  suspendLicence,
  type System,
} from '#identity/model'

import { authority, genesis, hospital, idOf, signed } from './people.ts'
import type { Act } from './recorder.ts'

const YEAR = 365 * DAY
const [anita, bashir] = [idOf('officer Anita'), idOf('officer Bashir')]
const doctor = idOf('doctor')
const validUntil = genesis.time + YEAR
const order = idOf('order', 32)

const act = (name: string, transaction: Bytes, refused?: string): Act => ({
  name,
  transaction,
  ...(refused === undefined ? {} : { refused }),
})
const license = (
  name: string,
  practitioner: Bytes,
  system: System,
  until = validUntil,
  refused?: string,
  by = authority,
) => act(name, signed(licensePractitioner, { practitioner, system, validUntil: until }, by), refused)
const renew = (name: string, version: number, until: number, refused?: string, practitioner = doctor) =>
  act(name, signed(renewLicence, { practitioner, version, validUntil: until }), refused)
const stop = (name: string, version: number, proposer: Bytes, confirmer: Bytes | null, refused?: string) =>
  act(name, signed(suspendLicence, { practitioner: doctor, version, order, proposer, confirmer }), refused)
const lift = (name: string, version: number, proposer: Bytes, confirmer: Bytes | null, refused?: string) =>
  act(name, signed(reinstateLicence, { practitioner: doctor, version, order, proposer, confirmer }), refused)

export const licences: readonly Act[] = [
  license('a doctor', doctor, 'modern'),
  license('a dentist', idOf('dentist'), 'dental'),
  license('a practitioner of AYUSH', idOf('vaidya'), 'ayush'),
  license('a nurse', idOf('nurse'), 'nursing'),
  license('a pharmacist', idOf('pharmacist'), 'pharmacy'),
  license('a practitioner ID that was used', doctor, 'dental', validUntil, 'PRACTITIONER_EXISTS'),
  license('until yesterday', idOf('late'), 'modern', genesis.time - DAY, 'ALREADY_EXPIRED'),
  license('by a hospital', idOf('friend'), 'modern', validUntil, 'WRONG_NETWORK_AUTHORITY', hospital),
  renew('until later', 1, validUntil + YEAR),
  renew('an old version', 1, validUntil + 2 * YEAR, 'WRONG_VERSION'),
  renew('until earlier', 2, validUntil, 'RENEWAL_TOO_EARLY'),
  renew('until yesterday', 2, genesis.time - DAY, 'ALREADY_EXPIRED'),
  renew('of nobody', 1, validUntil, 'NO_SUCH_LICENCE', idOf('nobody')),
  lift('what is not stopped', 2, anita, bashir, 'NOT_SUSPENDED'),
]

export const orders: readonly Act[] = [
  stop('held by one officer', 2, anita, null),
  stop('held by another while it is held', 3, bashir, null, 'ALREADY_SUSPENDED'),
  renew('while it is held', 3, validUntil + 2 * YEAR, 'LICENCE_NOT_ACTIVE'),
  lift('a hold by one', 3, bashir, null),
  stop('held by the same again', 4, anita, null, 'HOLD_USED'),
  stop('suspended by one who signs twice', 4, anita, anita, 'SAME_OFFICER'),
  stop('suspended by two', 4, anita, bashir),
  stop('suspended again', 5, bashir, anita, 'ALREADY_SUSPENDED'),
  lift('a suspension by one', 5, anita, null, 'SECOND_OFFICER_NEEDED'),
  lift('a suspension by one who signs twice', 5, anita, anita, 'SAME_OFFICER'),
  lift('a suspension by two', 5, bashir, anita),
  stop('held by another officer', 6, bashir, null),
]

/** So long after `orders` that the hold has just lapsed. */
export const HOLD_OVER = 72 * HOUR

export const afterHold: readonly Act[] = [
  lift('a hold that has lapsed', 7, anita, null, 'NOT_SUSPENDED'),
  renew('after a hold that has lapsed', 7, validUntil + 2 * YEAR),
]
