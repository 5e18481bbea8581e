import { z } from 'zod'

import { defineEndpoint } from '#http/model'

import { organisationClaimSchema, organisationStateSchema } from '../organisation.ts'
import { instant, ledgerId } from './common.ts'

const params = z.strictObject({ organisation: ledgerId })

const organisationSchema = organisationClaimSchema.extend({
  organisation: ledgerId,
  state: organisationStateSchema,
  appliedAt: instant,
  decidedAt: instant.nullable(),
  /** Why it was refused or suspended. */
  reason: z.string().nullable(),
})
const organisations = z.object({ organisations: z.array(organisationSchema) })

export const registerOrganisationEndpoint = defineEndpoint({
  name: 'organisation.register',
  method: 'POST',
  path: '/api/organisations',
  summary: "Applies for an organisation; who applies becomes its administrator on the authority's approval.",
  caller: { who: 'person' },
  body: organisationClaimSchema,
  answer: z.object({ organisation: ledgerId }),
})

export const myOrganisationsEndpoint = defineEndpoint({
  name: 'organisation.mine',
  method: 'GET',
  path: '/api/me/organisations',
  summary: 'The organisations I applied for, and what became of it.',
  caller: { who: 'person' },
  answer: organisations,
})

export const organisationsEndpoint = defineEndpoint({
  name: 'organisation.list',
  method: 'GET',
  path: '/api/authority/organisations',
  summary: 'Organisations for the officer, those that wait first.',
  caller: { who: 'officer' },
  query: z.strictObject({ state: organisationStateSchema.optional() }),
  answer: organisations,
})

export const decideOrganisationEndpoint = defineEndpoint({
  name: 'organisation.decide',
  method: 'POST',
  path: '/api/authority/organisations/:organisation/decision',
  summary: 'Approves an organisation, final on the ledger before the answer, or refuses it with a reason.',
  caller: { who: 'officer' },
  params,
  body: z.discriminatedUnion('decision', [
    z.strictObject({ decision: z.literal('approve') }),
    z.strictObject({ decision: z.literal('refuse'), reason: z.string().trim().min(3).max(500) }),
  ]),
  refusals: ['NO_SUCH_ORGANISATION', 'ALREADY_ANSWERED'],
})

export const suspendOrganisationEndpoint = defineEndpoint({
  name: 'organisation.suspend',
  method: 'POST',
  path: '/api/authority/organisations/:organisation/suspend',
  summary: 'Suspends an organisation: it signs nothing from the next block on.',
  caller: { who: 'officer' },
  params,
  body: z.strictObject({ reason: z.string().trim().min(3).max(500) }),
  refusals: ['NO_SUCH_ORGANISATION', 'NOT_ACTIVE'],
})

export const reinstateOrganisationEndpoint = defineEndpoint({
  name: 'organisation.reinstate',
  method: 'POST',
  path: '/api/authority/organisations/:organisation/reinstate',
  summary: "Ends an organisation's suspension.",
  caller: { who: 'officer' },
  params,
  refusals: ['NO_SUCH_ORGANISATION', 'NOT_SUSPENDED'],
})

export const organisationEndpoints = [
  registerOrganisationEndpoint,
  myOrganisationsEndpoint,
  organisationsEndpoint,
  decideOrganisationEndpoint,
  suspendOrganisationEndpoint,
  reinstateOrganisationEndpoint,
]
