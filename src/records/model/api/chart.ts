import { z } from 'zod'

import { defineEndpoint } from '#http/model'

import {
  consentId,
  entryId,
  foundSchema,
  instant,
  lineSchema,
  MOST_UPLOADED,
  outlineSchema,
  searchQuery,
  timelineQuery,
  timelineSchema,
  wholeSchema,
} from './shapes.ts'

const entry = z.strictObject({ entry: entryId })
const mine = { caller: { who: 'person' } } as const

export const myTimelineEndpoint = defineEndpoint({
  ...mine,
  name: 'chart.timeline',
  method: 'GET',
  path: '/api/me/chart',
  summary: 'My chart, newest date of care first.',
  query: timelineQuery,
  answer: timelineSchema,
})

export const myOutlineEndpoint = defineEndpoint({
  ...mine,
  name: 'chart.outline',
  method: 'GET',
  path: '/api/me/chart/outline',
  summary: 'How much there is, by kind, year and place.',
  answer: outlineSchema,
})

export const mySearchEndpoint = defineEndpoint({
  ...mine,
  name: 'chart.search',
  method: 'GET',
  path: '/api/me/chart/search',
  summary: 'Finds words in my chart.',
  query: searchQuery,
  answer: foundSchema,
})

export const myEntryEndpoint = defineEndpoint({
  ...mine,
  name: 'chart.entry',
  method: 'GET',
  path: '/api/me/chart/entries/:entry',
  summary: 'The whole of one entry of my chart.',
  params: entry,
  answer: wholeSchema,
  refusals: ['NO_SUCH_ENTRY'],
})

export const myDocumentEndpoint = defineEndpoint({
  ...mine,
  name: 'chart.document',
  method: 'GET',
  path: '/api/me/chart/entries/:entry/document',
  summary: 'The document of an entry, as it was added; `as=picture` for one that a browser shows.',
  params: entry,
  query: z.strictObject({ as: z.enum(['original', 'picture']).default('original') }),
  returns: 'bytes',
  refusals: ['NO_SUCH_ENTRY', 'NO_SUCH_DOCUMENT'],
})

export const myProofEndpoint = defineEndpoint({
  ...mine,
  name: 'chart.proof',
  method: 'GET',
  path: '/api/me/chart/entries/:entry/proof',
  summary: 'What my own browser needs to check that this entry stands on the ledger unchanged.',
  params: entry,
  answer: z.object({
    salt: z.string(),
    /** The stored bytes, base64url. */
    stored: z.string(),
    strand: z.string(),
    index: z.int(),
    /** Inclusion in the strand; null until it is anchored. */
    path: z.array(z.string()).nullable(),
    /** The strand under a signed head (state proof), base64url. */
    state: z.string().nullable(),
    chain: z.string(),
    refusal: z.string().nullable(),
  }),
  refusals: ['NO_SUCH_ENTRY'],
})

export const homeEndpoint = defineEndpoint({
  ...mine,
  name: 'chart.home',
  method: 'GET',
  path: '/api/me/home',
  summary: 'What waits for me, who can read now, medicines of today, the newest entries.',
  answer: z.object({
    waiting: z.int(),
    readers: z.array(
      z.object({ consent: consentId, name: z.string(), organisation: z.string(), until: instant }),
    ),
    medicines: z.array(
      z.object({ entry: entryId, title: z.string().nullable(), figure: z.string().nullable() }),
    ),
    newest: z.array(lineSchema),
    entries: z.int(),
    looksThisMonth: z.int(),
  }),
})

export const looksEndpoint = defineEndpoint({
  ...mine,
  name: 'chart.looks',
  method: 'GET',
  path: '/api/me/looks',
  summary: 'Who looked at my chart, newest first.',
  query: z.strictObject({
    after: z.string().max(120).optional(),
    most: z.coerce.number().int().min(1).max(200).default(50),
  }),
  answer: z.object({
    looks: z.array(
      z.object({
        look: z.uuid(),
        at: instant,
        name: z.string(),
        organisation: z.string(),
        consent: consentId.nullable(),
        way: z.enum(['read', 'search', 'summary', 'document', 'own-writing', 'export', 'automatic']),
        entries: z.array(z.object({ entry: entryId, title: z.string().nullable(), kind: z.string() })),
        count: z.int(),
        anchored: z.boolean(),
      }),
    ),
    next: z.string().nullable(),
  }),
})

export const exportEndpoint = defineEndpoint({
  ...mine,
  name: 'chart.export',
  method: 'GET',
  path: '/api/me/export',
  summary: 'My whole chart with its proofs in one file that anybody can verify.',
  limit: 'bulk',
  returns: 'bytes',
})

export const addDocumentEndpoint = defineEndpoint({
  ...mine,
  name: 'chart.addDocument',
  method: 'POST',
  path: '/api/me/chart/documents',
  summary: 'Adds a document of my own; it is marked as mine.',
  upload: 'form',
  maxBytes: MOST_UPLOADED,
  body: z.strictObject({
    kind: z.enum(['document', 'result', 'imaging', 'visit']),
    careDay: z.iso.date(),
    where: z.string().max(120),
    title: z.string().max(120),
  }),
  answer: z.object({ entry: entryId, duplicate: z.boolean() }),
  refusals: ['NOT_A_DOCUMENT', 'DOCUMENT_TOO_LARGE', 'NOT_WELL_FORMED'],
})

/** Readings that people take themselves, with LOINC codes behind them. */
export const READINGS = ['blood-pressure', 'glucose', 'weight', 'temperature', 'pulse', 'oxygen'] as const
/** UCUM: degree Celsius and degree Fahrenheit. */
export const TEMPERATURE_UNITS = ['Cel', '[degF]'] as const

export const addReadingEndpoint = defineEndpoint({
  ...mine,
  name: 'chart.addReading',
  method: 'POST',
  path: '/api/me/chart/readings',
  summary: 'Adds a reading I took; it is marked as mine.',
  body: z.strictObject({
    reading: z.enum(READINGS),
    value: z.number().positive().max(1000),
    /** Of a temperature, as it was read; without it Celsius. */
    unit: z.enum(TEMPERATURE_UNITS).optional(),
    /** The lower figure of a blood pressure. */
    second: z.number().positive().max(1000).nullable(),
    takenAt: instant,
  }),
  answer: z.object({ entry: entryId }),
  refusals: ['NOT_WELL_FORMED'],
})
