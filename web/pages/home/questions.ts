/** What the first page asks the server. */
import { waitingEndpoint } from '#consent/model'
import { demonstrationSignInsEndpoint, myInvitationsEndpoint, myRegistrationsEndpoint } from '#identity/model'
import { homeEndpoint, noticesEndpoint } from '#records/model'
import { answerOptions } from '../../app/queries.ts'

export const homeAnswer = answerOptions(
  homeEndpoint,
  {},
  { also: ['consent', 'consents', 'requests', 'visits'] },
)
export const requestsAnswer = answerOptions(waitingEndpoint, {}, { also: ['requests', 'consents'] })
export const invitationsAnswer = answerOptions(myInvitationsEndpoint, {})
export const registrationsAnswer = answerOptions(myRegistrationsEndpoint, {}, { also: ['queue'] })
export const correctionsAnswer = answerOptions(noticesEndpoint, {})

/** In the demonstration only; elsewhere there is no such thing. */
export const signInsAnswer = { ...answerOptions(demonstrationSignInsEndpoint, {}), retry: false }
