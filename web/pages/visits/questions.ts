import { askedEndpoint } from '#consent/model'
import { visitsEndpoint } from '#records/model'
import type { Me } from '#identity/model'
import type { Answer } from '../../app/client.ts'
import { answerOptions } from '../../app/queries.ts'

export type AskedFor = Answer<typeof askedEndpoint>['requests'][number]
export type Visit = Answer<typeof visitsEndpoint>['visits'][number]

/** Both change when a patient answers, takes back, or time runs out. */
const CHANGES = { also: ['requests', 'consents', 'visits', 'consent', 'visit'] }

/** Names and clocks of charts, nothing that is in them: no look. */
export const visitsAnswer = answerOptions(visitsEndpoint, {}, CHANGES)
export const askedAnswer = answerOptions(askedEndpoint, {}, CHANGES)

/** Without a licence in force nothing is asked or opened. */
export function mayPractise({ licences }: Me): boolean {
  return licences.some(({ state }) => state === 'active')
}

/** Where somebody works as a practitioner: in whose name a chart is read. */
export function housesOf({ memberships }: Me) {
  return memberships.filter(({ state, roles }) => state === 'active' && roles.includes('practitioner'))
}
