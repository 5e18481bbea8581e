/** What the officer's pages read, each named once: a loader fetches it, a page and the bar of links read it. */
import {
  applicationsEndpoint,
  licencesEndpoint,
  ordersEndpoint,
  organisationsEndpoint,
} from '#identity/model'
import { MINUTE } from '#kernel'
import type { Answer } from '../../app/client.ts'
import { answerOptions } from '../../app/queries.ts'

export type Application = Answer<typeof applicationsEndpoint>['applications'][number]
export type KnownLicence = Answer<typeof licencesEndpoint>['licences'][number]
export type KnownOrder = Answer<typeof ordersEndpoint>['orders'][number]
export type KnownOrganisation = Answer<typeof organisationsEndpoint>['organisations'][number]

/** A licence changes by what is decided on applications and orders. */
const LICENCES = { also: ['licence'] }

/** Nobody tells officers that something was sent in, and reading this is no look: it is read again by the minute. */
const WAITING = { refetchInterval: MINUTE }

export const organisationsAnswer = { ...answerOptions(organisationsEndpoint, {}), ...WAITING }
export const applicationsAnswer = { ...answerOptions(applicationsEndpoint, {}, LICENCES), ...WAITING }
export const ordersAnswer = { ...answerOptions(ordersEndpoint, {}, LICENCES), ...WAITING }

/** By practitioner ID or registration number; all of them where nothing is looked for. */
export function licencesAnswer(find: string) {
  return answerOptions(licencesEndpoint, { query: find === '' ? {} : { find } }, LICENCES)
}
