import { z } from 'zod'

import { STAFF_ROLES, defineEndpoint } from '#http/model'

import { licenceStateSchema, systemSchema } from '../licence.ts'
import { organisationKindSchema } from '../organisation.ts'
import { identifier, instant, ledgerId, personId } from './common.ts'

const roles = z.array(z.enum(STAFF_ROLES)).min(1).readonly()
const administrator = { who: 'staff', roles: ['administrator'] } as const
const params = z.strictObject({ organisation: ledgerId })

export const staffEndpoint = defineEndpoint({
  name: 'staff.list',
  method: 'GET',
  path: '/api/organisations/:organisation/staff',
  summary: 'Who works here, in which roles, and who was invited.',
  caller: administrator,
  params,
  answer: z.object({
    staff: z.array(
      z.object({
        person: personId,
        name: z.string(),
        roles: z.array(z.enum(STAFF_ROLES)),
        since: instant,
        licences: z.array(
          z.object({ practitioner: ledgerId, system: systemSchema, state: licenceStateSchema }),
        ),
      }),
    ),
    invitations: z.array(
      z.object({
        invitation: z.uuid(),
        /** As the administrator typed it. */
        identifier: z.string(),
        roles: z.array(z.enum(STAFF_ROLES)),
        at: instant,
      }),
    ),
  }),
})

export const inviteEndpoint = defineEndpoint({
  name: 'staff.invite',
  method: 'POST',
  path: '/api/organisations/:organisation/staff/invitations',
  summary:
    'Registers somebody in roles; they accept under their own account. The answer does not say whether there is one.',
  caller: administrator,
  limit: 'guess',
  params,
  body: z.strictObject({ identifier, roles }),
  answer: z.object({ invitation: z.uuid() }),
  refusals: ['NOT_A_CONTACT'],
})

export const withdrawInvitationEndpoint = defineEndpoint({
  name: 'staff.withdraw',
  method: 'DELETE',
  path: '/api/organisations/:organisation/staff/invitations/:invitation',
  summary: 'Takes an invitation back.',
  caller: administrator,
  params: params.extend({ invitation: z.uuid() }),
  refusals: ['NO_SUCH_INVITATION'],
})

export const removeStaffEndpoint = defineEndpoint({
  name: 'staff.remove',
  method: 'DELETE',
  path: '/api/organisations/:organisation/staff/:person',
  summary: 'Ends a membership at once.',
  caller: administrator,
  params: params.extend({ person: personId }),
  refusals: ['NO_SUCH_STAFF', 'LAST_ADMINISTRATOR'],
})

export const myInvitationsEndpoint = defineEndpoint({
  name: 'staff.mine',
  method: 'GET',
  path: '/api/me/invitations',
  summary: 'Organisations that want to register me.',
  caller: { who: 'person' },
  answer: z.object({
    invitations: z.array(
      z.object({
        invitation: z.uuid(),
        organisation: ledgerId,
        name: z.string(),
        kind: organisationKindSchema,
        roles: z.array(z.enum(STAFF_ROLES)),
        at: instant,
      }),
    ),
  }),
})

export const answerInvitationEndpoint = defineEndpoint({
  name: 'staff.answer',
  method: 'POST',
  path: '/api/me/invitations/:invitation',
  summary: 'Accepts or refuses an invitation.',
  caller: { who: 'person' },
  params: z.strictObject({ invitation: z.uuid() }),
  body: z.strictObject({ accept: z.boolean() }),
  refusals: ['NO_SUCH_INVITATION'],
})

export const staffEndpoints = [
  staffEndpoint,
  inviteEndpoint,
  withdrawInvitationEndpoint,
  removeStaffEndpoint,
  myInvitationsEndpoint,
  answerInvitationEndpoint,
]
