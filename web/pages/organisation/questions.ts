import { myOrganisationsEndpoint, staffEndpoint } from '#identity/model'
import type { Answer } from '../../app/client.ts'
import { answerOptions } from '../../app/queries.ts'

type Staffed = Answer<typeof staffEndpoint>
export type StaffMember = Staffed['staff'][number]
export type Invitation = Staffed['invitations'][number]

export function staffAnswer(organisation: string) {
  return answerOptions(staffEndpoint, { params: { organisation } }, { also: ['membership', 'licence'] })
}

/** With what the authority says of those I applied for. */
export const myOrganisationsAnswer = answerOptions(myOrganisationsEndpoint, {})
