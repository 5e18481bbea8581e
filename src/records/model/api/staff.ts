import { z } from 'zod'

import { defineEndpoint } from '#http/model'

import {
  entryId,
  MOST_UPLOADED,
  organisationId,
  patientSchema,
  personId,
  timelineQuery,
  timelineSchema,
  unansweredSchema,
  wholeSchema,
} from './shapes.ts'

/** Who adds records for an organisation, and reads what it wrote. */
const staff = {
  caller: { who: 'staff', roles: ['administrator', 'records-clerk', 'nurse', 'practitioner'] },
} as const
const params = z.strictObject({ organisation: organisationId, person: personId })
const entryParams = params.extend({ entry: entryId })

/** Kinds a document is filed under. */
export const DOCUMENT_KINDS = [
  'document',
  'result',
  'imaging',
  'visit',
  'medicine',
  'immunisation',
  'procedure',
] as const

export const patientEndpoint = defineEndpoint({
  ...staff,
  name: 'staff.patient',
  method: 'GET',
  path: '/api/organisations/:organisation/patients/:person',
  summary: 'A patient registered here.',
  params,
  answer: z.object({ patient: patientSchema, entries: z.int() }),
  refusals: ['NOT_YOURS'],
})

export const ownTimelineEndpoint = defineEndpoint({
  ...staff,
  name: 'staff.timeline',
  method: 'GET',
  path: '/api/organisations/:organisation/patients/:person/timeline',
  summary: 'What this organisation itself wrote; each time a look.',
  params,
  query: timelineQuery,
  answer: timelineSchema,
  refusals: ['NOT_YOURS'],
})

export const ownEntryEndpoint = defineEndpoint({
  ...staff,
  name: 'staff.entry',
  method: 'GET',
  path: '/api/organisations/:organisation/patients/:person/entries/:entry',
  summary: 'The whole of an entry that this organisation wrote; a look.',
  params: entryParams,
  answer: wholeSchema,
  refusals: ['NOT_YOURS', 'NO_SUCH_ENTRY'],
})

export const ownDocumentEndpoint = defineEndpoint({
  ...staff,
  name: 'staff.document',
  method: 'GET',
  path: '/api/organisations/:organisation/patients/:person/entries/:entry/document',
  summary: 'A document that this organisation added; a look.',
  params: entryParams,
  query: z.strictObject({ as: z.enum(['original', 'picture']).default('original') }),
  returns: 'bytes',
  refusals: ['NOT_YOURS', 'NO_SUCH_ENTRY', 'NO_SUCH_DOCUMENT'],
})

export const uploadEndpoint = defineEndpoint({
  ...staff,
  name: 'staff.upload',
  method: 'POST',
  path: '/api/organisations/:organisation/patients/:person/documents',
  summary: 'Adds one document to a chart. One that is there already is recognised and not added again.',
  upload: 'form',
  maxBytes: MOST_UPLOADED,
  params,
  body: z.strictObject({
    kind: z.enum(DOCUMENT_KINDS),
    careDay: z.iso.date(),
    /** Where it was made: a hospital, a laboratory. */
    where: z.string().trim().max(120),
    department: z.string().trim().max(80),
    title: z.string().trim().max(120),
  }),
  answer: z.object({ entry: entryId, duplicate: z.boolean() }),
  refusals: ['NOT_YOURS', 'NOT_A_DOCUMENT', 'DOCUMENT_TOO_LARGE', 'NOT_WELL_FORMED'],
})

export const addFhirEndpoint = defineEndpoint({
  ...staff,
  name: 'staff.addFhir',
  method: 'POST',
  path: '/api/organisations/:organisation/patients/:person/fhir',
  summary:
    'Adds FHIR R4: one resource or a Bundle, all of it or nothing. A patient in it who does not fit stops it.',
  upload: 'bytes',
  media: ['application/fhir+json', 'application/json'],
  failure: 'operation-outcome',
  params,
  answer: z.object({
    added: z.int(),
    duplicates: z.int(),
    byKind: z.record(z.string(), z.int()),
    entries: z.array(entryId),
    /** A warning: `urn:` references that lead nowhere. They stay as they were written. */
    unanswered: unansweredSchema,
  }),
  refusals: [
    'NOT_YOURS',
    'NOT_WELL_FORMED',
    'WRONG_PATIENT',
    'MALFORMED_JSON',
    'NAMED_TWICE',
    'TOO_DEEP',
    'NOT_A_RESOURCE',
  ],
})

export const strikeEndpoint = defineEndpoint({
  ...staff,
  name: 'staff.strike',
  method: 'POST',
  path: '/api/organisations/:organisation/patients/:person/entries/:entry/strike',
  summary:
    'Marks an entry as entered in error: struck through, never erased. With `to`, it is added to the right patient. All who read it are told.',
  params: entryParams,
  body: z.strictObject({ reason: z.string().trim().min(3).max(500), to: personId.nullable() }),
  answer: z.object({ entry: entryId, moved: entryId.nullable(), told: z.int() }),
  refusals: ['NOT_YOURS', 'NO_SUCH_ENTRY', 'ALREADY_STRUCK', 'WRONG_PATIENT'],
})

export const readStatusEndpoint = defineEndpoint({
  ...staff,
  name: 'staff.plain',
  method: 'POST',
  path: '/api/organisations/:organisation/patients/:person/entries/:entry/read',
  summary: 'Somebody read a scan without text and says whether it holds anything sensitive.',
  params: entryParams,
  body: z.strictObject({ sensitive: z.boolean() }),
  answer: z.object({ entry: entryId }),
  refusals: ['NOT_YOURS', 'NO_SUCH_ENTRY', 'NO_SUCH_DOCUMENT', 'ALREADY_STRUCK'],
})
