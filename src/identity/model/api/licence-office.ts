import { z } from 'zod'

import { defineEndpoint } from '#http/model'

import { licenceClaimSchema, orderSchema } from '../licence.ts'
import { instant, ledgerId } from './common.ts'
import { applicationId, licenceSchema } from './licences.ts'

const officer = { who: 'officer' } as const
const application = z.strictObject({ application: applicationId })
const order = z.strictObject({ order: z.uuid() })

/** `hold` stops a licence for 72 hours at once; `suspend` and `reinstate` wait for a second officer. */
const orderKindSchema = z.enum(['hold', 'suspend', 'reinstate'])

export const applicationsEndpoint = defineEndpoint({
  name: 'licenceOffice.applications',
  method: 'GET',
  path: '/api/authority/licence-applications',
  summary: 'Licence applications that wait, oldest first.',
  caller: officer,
  answer: z.object({
    applications: z.array(
      licenceClaimSchema.extend({
        application: applicationId,
        name: z.string(),
        birthDate: z.string(),
        appliedAt: instant,
        /** What this person holds already. */
        licences: z.array(licenceSchema),
      }),
    ),
  }),
})

export const scanEndpoint = defineEndpoint({
  name: 'licenceOffice.scan',
  method: 'GET',
  path: '/api/authority/licence-applications/:application/scan',
  summary: 'The scan that came with an application.',
  caller: officer,
  params: application,
  returns: 'bytes',
  refusals: ['NO_SUCH_APPLICATION'],
})

export const decideApplicationEndpoint = defineEndpoint({
  name: 'licenceOffice.decide',
  method: 'POST',
  path: '/api/authority/licence-applications/:application/decision',
  summary: 'Issues the practitioner ID, final on the ledger before the answer, or refuses with a reason.',
  caller: officer,
  params: application,
  body: z.discriminatedUnion('decision', [
    z.strictObject({ decision: z.literal('approve') }),
    z.strictObject({ decision: z.literal('refuse'), reason: z.string().trim().min(3).max(500) }),
  ]),
  answer: z.object({ practitioner: ledgerId.nullable() }),
  refusals: [
    'NO_SUCH_APPLICATION',
    'ALREADY_ANSWERED',
    'OWN_LICENCE',
    'NUMBER_TAKEN',
    'ALREADY_EXPIRED',
    'RENEWAL_TOO_EARLY',
    'LICENCE_NOT_ACTIVE',
  ],
})

export const licencesEndpoint = defineEndpoint({
  name: 'licenceOffice.licences',
  method: 'GET',
  path: '/api/authority/licences',
  summary: 'Licences by practitioner ID or registration number, or all of them, newest first.',
  caller: officer,
  query: z.strictObject({ find: z.string().trim().max(60).optional() }),
  answer: z.object({
    licences: z.array(
      licenceSchema.extend({
        name: z.string(),
        council: z.string(),
        number: z.string(),
        qualification: z.string(),
      }),
    ),
  }),
})

export const proposeOrderEndpoint = defineEndpoint({
  name: 'licenceOffice.propose',
  method: 'POST',
  path: '/api/authority/licences/:practitioner/orders',
  summary:
    'Holds a licence at once for 72 hours or lifts a hold; or proposes its suspension or reinstatement.',
  caller: officer,
  params: z.strictObject({ practitioner: ledgerId }),
  body: z.strictObject({ kind: orderKindSchema, order: orderSchema }),
  answer: z.object({ order: z.uuid(), state: z.enum(['proposed', 'final']) }),
  refusals: ['NO_SUCH_LICENCE', 'ALREADY_SUSPENDED', 'NOT_SUSPENDED', 'HOLD_USED', 'OWN_LICENCE'],
})

export const ordersEndpoint = defineEndpoint({
  name: 'licenceOffice.orders',
  method: 'GET',
  path: '/api/authority/orders',
  summary: 'Orders on licences: those that wait for a second officer first.',
  caller: officer,
  answer: z.object({
    orders: z.array(
      z.object({
        order: z.uuid(),
        kind: orderKindSchema,
        practitioner: ledgerId,
        name: z.string(),
        rests: orderSchema,
        proposedBy: z.string(),
        proposedAt: instant,
        confirmedBy: z.string().nullable(),
        confirmedAt: instant.nullable(),
        state: z.enum(['proposed', 'final', 'withdrawn']),
        /** Whether I may be the second officer. */
        mayConfirm: z.boolean(),
      }),
    ),
  }),
})

export const confirmOrderEndpoint = defineEndpoint({
  name: 'licenceOffice.confirm',
  method: 'POST',
  path: '/api/authority/orders/:order/confirm',
  summary: 'Confirms an order as the second officer: it takes effect at once, everywhere.',
  caller: officer,
  params: order,
  refusals: [
    'NO_SUCH_ORDER',
    'ALREADY_ANSWERED',
    'SAME_OFFICER',
    'OWN_LICENCE',
    'ALREADY_SUSPENDED',
    'NOT_SUSPENDED',
  ],
})

export const withdrawOrderEndpoint = defineEndpoint({
  name: 'licenceOffice.withdraw',
  method: 'POST',
  path: '/api/authority/orders/:order/withdraw',
  summary: 'Withdraws an order that no second officer confirmed.',
  caller: officer,
  params: order,
  refusals: ['NO_SUCH_ORDER', 'ALREADY_ANSWERED'],
})

export const licenceOfficeEndpoints = [
  applicationsEndpoint,
  scanEndpoint,
  decideApplicationEndpoint,
  licencesEndpoint,
  proposeOrderEndpoint,
  ordersEndpoint,
  confirmOrderEndpoint,
  withdrawOrderEndpoint,
]
