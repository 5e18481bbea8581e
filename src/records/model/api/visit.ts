import { z } from 'zod'

import { defineEndpoint } from '#http/model'
import { stateSchema } from '#consent/model'

import { abnormalSchema } from '../preview-schema.ts'
import {
  consentId,
  entryId,
  foundSchema,
  instant,
  lineSchema,
  outlineSchema,
  patientSchema,
  searchQuery,
  timelineQuery,
  timelineSchema,
  wholeSchema,
} from './shapes.ts'

const reader = { caller: { who: 'practitioner' }, refusals: ['NO_SUCH_CONSENT'] } as const
const params = z.strictObject({ consent: consentId })
const entryParams = params.extend({ entry: entryId })

/** A box of the first screen: what it holds, or why it is empty. */
const box = <Item extends z.ZodType>(item: Item) =>
  z.object({
    items: z.array(item).readonly(),
    /** Where `items` is empty: `none-known` was asked and denied on that day; `nothing-here` was not asked or not shared. */
    empty: z
      .object({ state: z.enum(['none-known', 'nothing-here']), askedOn: z.string().nullable() })
      .nullable(),
  })

const item = z.object({
  entry: entryId,
  title: z.string(),
  figure: z.string().nullable(),
  careDay: z.string(),
})
const result = item.extend({
  abnormal: abnormalSchema.nullable(),
  direction: z.enum(['up', 'down', 'same']).nullable(),
  before: z.object({ figure: z.string(), careDay: z.string() }).nullable(),
})

export const visitsEndpoint = defineEndpoint({
  ...reader,
  name: 'visit.list',
  method: 'GET',
  path: '/api/visits',
  summary: 'Charts that are open to me now, and visits of the last day.',
  answer: z.object({
    visits: z.array(
      z.object({
        consent: consentId,
        state: stateSchema,
        patient: z.string(),
        organisation: z.string(),
        grantedAt: instant,
        until: instant,
        hasDraft: z.boolean(),
      }),
    ),
  }),
})

export const visitEndpoint = defineEndpoint({
  ...reader,
  name: 'visit.open',
  method: 'GET',
  path: '/api/visits/:consent',
  summary:
    'The first screen: who, allergies, medicines now, problems, last results with direction, what is new.',
  params,
  answer: z.object({
    patient: patientSchema,
    until: instant,
    now: instant,
    allergies: box(item),
    medicines: box(item),
    problems: box(item),
    results: box(result),
    vitalSigns: box(result),
    /** Added since this doctor last looked; all of it at a first visit. */
    news: z.object({ since: instant.nullable(), count: z.int(), lines: z.array(lineSchema) }),
    entries: z.int(),
  }),
})

export const visitTimelineEndpoint = defineEndpoint({
  ...reader,
  name: 'visit.timeline',
  method: 'GET',
  path: '/api/visits/:consent/timeline',
  summary: 'What the patient allowed, newest date of care first.',
  params,
  query: timelineQuery,
  answer: timelineSchema,
})

export const visitOutlineEndpoint = defineEndpoint({
  ...reader,
  name: 'visit.outline',
  method: 'GET',
  path: '/api/visits/:consent/outline',
  summary: 'How much was allowed, by kind, year and place.',
  params,
  answer: outlineSchema,
})

export const visitSearchEndpoint = defineEndpoint({
  ...reader,
  name: 'visit.search',
  method: 'GET',
  path: '/api/visits/:consent/search',
  summary: 'Finds words in what the patient allowed.',
  params,
  query: searchQuery,
  answer: foundSchema,
})

/** The hottest read: the session is checked in the statement that reads. */
export const visitEntryEndpoint = defineEndpoint({
  caller: { who: 'session' },
  name: 'visit.entry',
  method: 'GET',
  path: '/api/visits/:consent/entries/:entry',
  summary: 'The whole of one entry; the look is durable before this answers.',
  params: entryParams,
  answer: wholeSchema,
  refusals: ['NO_SUCH_CONSENT', 'NO_SUCH_ENTRY'],
})

export const visitDocumentEndpoint = defineEndpoint({
  ...reader,
  name: 'visit.document',
  method: 'GET',
  path: '/api/visits/:consent/entries/:entry/document',
  summary: 'The document of an entry.',
  params: entryParams,
  query: z.strictObject({ as: z.enum(['original', 'picture']).default('original') }),
  returns: 'bytes',
  refusals: ['NO_SUCH_CONSENT', 'NO_SUCH_ENTRY', 'NO_SUCH_DOCUMENT'],
})

export const visitPhotoEndpoint = defineEndpoint({
  ...reader,
  name: 'visit.photo',
  method: 'GET',
  path: '/api/visits/:consent/photo',
  summary: "The patient's photo.",
  params,
  returns: 'bytes',
  refusals: ['NO_SUCH_CONSENT', 'NO_SUCH_DOCUMENT'],
})

/** A note: free text; codes and vital signs are never required. */
export const noteSchema = z.strictObject({
  text: z.string().max(20_000),
  codes: z.array(z.strictObject({ code: z.string().max(10), words: z.string().max(200) })).max(20),
  vitalSigns: z.strictObject({
    systolic: z.number().min(30).max(300).nullable(),
    diastolic: z.number().min(10).max(200).nullable(),
    pulse: z.number().min(10).max(300).nullable(),
    /** Degrees Celsius or Fahrenheit are told apart by the unit. */
    temperature: z.strictObject({ value: z.number(), unit: z.enum(['Cel', '[degF]']) }).nullable(),
    oxygen: z.number().min(30).max(100).nullable(),
    weight: z.number().min(0.3).max(400).nullable(),
  }),
})
export type Note = z.infer<typeof noteSchema>

export const noteDraftEndpoint = defineEndpoint({
  ...reader,
  name: 'visit.draft',
  method: 'GET',
  path: '/api/visits/:consent/note',
  summary: 'The note begun in this visit, also after it has ended.',
  params,
  answer: z.object({ note: noteSchema.nullable(), savedAt: instant.nullable(), version: z.int() }),
})

export const saveDraftEndpoint = defineEndpoint({
  ...reader,
  name: 'visit.saveDraft',
  method: 'PUT',
  path: '/api/visits/:consent/note',
  summary: 'Keeps what is written so far: it survives lock, revocation and power cut.',
  params,
  body: z.strictObject({ note: noteSchema, version: z.int() }),
  answer: z.object({ savedAt: instant, version: z.int() }),
  refusals: ['NO_SUCH_CONSENT', 'DRAFT_CHANGED'],
})

export const finishNoteEndpoint = defineEndpoint({
  ...reader,
  name: 'visit.finishNote',
  method: 'POST',
  path: '/api/visits/:consent/note',
  summary: 'Puts the note into the chart.',
  params,
  body: noteSchema,
  answer: z.object({ entry: entryId }),
  refusals: ['NO_SUCH_CONSENT', 'NOT_WELL_FORMED'],
})

export const finishVisitEndpoint = defineEndpoint({
  ...reader,
  name: 'visit.finish',
  method: 'POST',
  path: '/api/visits/:consent/finish',
  summary: 'Ends the visit: the chart is closed.',
  params,
  refusals: ['NOT_IN_FORCE'],
})

export const proposeCodesEndpoint = defineEndpoint({
  ...reader,
  name: 'visit.proposeCodes',
  method: 'GET',
  path: '/api/codes/icd10',
  summary: 'ICD-10 codes for words, proposed and never required.',
  query: z.strictObject({ q: z.string().trim().min(2).max(80) }),
  answer: z.object({ codes: z.array(z.object({ code: z.string(), words: z.string() })) }),
})
