/** What of licences and applications leaves the server. */
import type { Application } from '../licences/applications.ts'
import type { WaitingApplication } from '../licences/office.ts'
import type { LicenceWithOrder, RegisterEntry } from '../licences/register.ts'
import type { LicenceClaim } from '../model/index.ts'

export function toLicenceWords(licence: LicenceWithOrder) {
  const { practitioner, system, state, issuedAt, validUntil, stoppedAt, stoppedUntil, order } = licence
  return { practitioner, system, state, issuedAt, validUntil, stoppedAt, stoppedUntil, order }
}

export function toEntryWords(entry: RegisterEntry) {
  const { name, council, number, qualification } = entry
  return { ...toLicenceWords(entry), name, council, number, qualification }
}

export function toApplicationWords(each: Application) {
  const { application, state, appliedAt, decidedAt, reason } = each
  return { ...toClaimWords(each), application, state, appliedAt, decidedAt, reason }
}

export function toWaitingWords(each: WaitingApplication) {
  const { application, name, birthDate, appliedAt } = each
  const licences = each.licences.map(toLicenceWords)
  return { ...toClaimWords(each), application, name, birthDate, appliedAt, licences }
}

function toClaimWords({ council, number, system, qualification, registeredIn, validUntil }: LicenceClaim) {
  return { council, number, system, qualification, registeredIn, validUntil }
}
