import { z } from 'zod'

import { defineEndpoint } from '#http/model'

import { licenceClaimSchema, licenceStateSchema, orderSchema, systemSchema } from '../licence.ts'
import { instant, ledgerId } from './common.ts'

export const applicationId = z.uuid()

/** `draft` until the scan is there. */
const applicationStateSchema = z.enum(['draft', 'waiting', 'approved', 'refused'])
export type ApplicationState = z.infer<typeof applicationStateSchema>

/** How a licence stands, with its dates, as anyone may see it. */
export const licenceSchema = z.object({
  practitioner: ledgerId,
  system: systemSchema,
  state: licenceStateSchema,
  issuedAt: instant,
  validUntil: instant,
  /** Since when it is held or suspended. */
  stoppedAt: instant.nullable(),
  /** When a hold lapses. */
  stoppedUntil: instant.nullable(),
  /** What the hold or suspension rests on. */
  order: orderSchema.omit({ text: true }).nullable(),
})

export const applyEndpoint = defineEndpoint({
  name: 'licence.apply',
  method: 'POST',
  path: '/api/me/licence-applications',
  summary: 'Applies for a practitioner ID, or for a longer date on one; the scan comes next.',
  caller: { who: 'person' },
  body: licenceClaimSchema,
  answer: z.object({ application: applicationId }),
  refusals: ['ALREADY_APPLIED', 'ALREADY_EXPIRED', 'LICENCE_NOT_ACTIVE'],
})

export const addScanEndpoint = defineEndpoint({
  name: 'licence.scan',
  method: 'PUT',
  path: '/api/me/licence-applications/:application/scan',
  summary: 'Adds the scan of the licence (PDF, JPEG or PNG), and hands the application in.',
  caller: { who: 'person' },
  params: z.strictObject({ application: applicationId }),
  upload: 'bytes',
  media: ['application/pdf', 'image/jpeg', 'image/png'],
  maxBytes: 10 * 2 ** 20,
  refusals: ['NO_SUCH_APPLICATION', 'NOT_A_PICTURE'],
})

export const myLicencesEndpoint = defineEndpoint({
  name: 'licence.mine',
  method: 'GET',
  path: '/api/me/licences',
  summary: 'My practitioner IDs and applications.',
  caller: { who: 'person' },
  answer: z.object({
    licences: z.array(licenceSchema),
    applications: z.array(
      licenceClaimSchema.extend({
        application: applicationId,
        state: applicationStateSchema,
        appliedAt: instant,
        decidedAt: instant.nullable(),
        reason: z.string().nullable(),
      }),
    ),
  }),
})

export const publicLicenceEndpoint = defineEndpoint({
  name: 'licence.read',
  method: 'GET',
  path: '/api/licences/:practitioner',
  summary:
    "A practitioner's entry, as a register shows it: who, by which council, and how the licence stands now.",
  caller: { who: 'anyone' },
  params: z.strictObject({ practitioner: ledgerId }),
  answer: licenceSchema.extend({
    name: z.string(),
    council: z.string(),
    number: z.string(),
    qualification: z.string(),
  }),
  refusals: ['NO_SUCH_LICENCE'],
})

export const licenceEndpoints = [applyEndpoint, addScanEndpoint, myLicencesEndpoint, publicLicenceEndpoint]
