import { z } from 'zod'

import { consentId, kindSchema, receiptSchema } from '#consent/model'

import { abnormalSchema } from '../preview-schema.ts'

export const instant = z.int()
export const entryId = z.uuid()
export const personId = z.uuid()
export const organisationId = z.string().regex(/^[0-9a-f]{32}$/)
export { consentId }

/** How an entry says when: the day, month or year it knows, and milliseconds since 1970 for order. */
const when = z.object({ careAt: instant, careDay: z.string() })

/** Beyond any setting of the largest document: which is what counts, with a sentence of its own. */
export const MOST_UPLOADED = 1100 * 2 ** 20

/** A line of the timeline. */
export const lineSchema = when.extend({
  entry: entryId,
  kind: kindSchema,
  /** Null where the source says nothing: the page says the kind instead. */
  title: z.string().nullable(),
  figure: z.string().nullable(),
  abnormal: abnormalSchema.nullable(),
  where: z.string().nullable(),
  who: z.string().nullable(),
  status: z.string().nullable(),
  /** Which organisation wrote it here; `patient` where the patient did. */
  writtenBy: z.string(),
  byPatient: z.boolean(),
  addedAt: instant,
  /** Entered in error: shown struck through, with the reason in the entry. */
  struck: z.boolean(),
  /** It says something else than an earlier version did. */
  changed: z.boolean(),
  sensitive: z.array(z.string()),
  hasDocument: z.boolean(),
  /** Lines of one visit share this. */
  visit: z.string().nullable(),
})
export type LineShape = z.infer<typeof lineSchema>

export const timelineQuery = z.strictObject({
  kind: z
    .array(kindSchema)
    .or(kindSchema.transform((kind) => [kind]))
    .optional(),
  /** An organisation that wrote, by id. */
  place: organisationId.optional(),
  year: z.coerce.number().int().min(1800).max(2200).optional(),
  /** The last page's `next`. */
  after: z.string().max(120).optional(),
  most: z.coerce.number().int().min(1).max(200).default(50),
})

export const timelineSchema = z.object({
  lines: z.array(lineSchema),
  next: z.string().nullable(),
})

/** How many entries of each kind, year and place: for filters, and years to jump to. */
export const outlineSchema = z.object({
  total: z.int(),
  counts: z.array(z.object({ kind: kindSchema, year: z.int(), entries: z.int() })),
  places: z.array(z.object({ organisation: organisationId, name: z.string(), entries: z.int() })),
})

/** The whole of an entry. `source` is exactly what was stored, as text. */
export const wholeSchema = z.object({
  line: lineSchema,
  /** FHIR as stored, byte for byte, as text; null for a document. */
  source: z.string().nullable(),
  document: z.object({ name: z.string(), type: z.string(), bytes: z.int() }).nullable(),
  /** Where its references lead, as far as that is open to whoever reads: the element, in FHIRPath, and the entry. */
  links: z.array(z.object({ path: z.string(), entry: entryId })),
  /** Earlier and later versions of the same, oldest first. */
  versions: z.array(z.object({ entry: entryId, addedAt: instant, struck: z.boolean() })),
  /** Why it was struck through, where it was. */
  reason: z.string().nullable(),
  /** The node's signed promise that this look will be on the ledger; null for the chart's own patient. */
  receipt: receiptSchema.nullable(),
})

/** What a search of one's own words finds: what may be seen is opened for the query, nothing is indexed in clear. */
export const searchQuery = z.strictObject({ q: z.string().trim().min(2).max(100) })
export const foundSchema = z.object({
  lines: z.array(lineSchema.extend({ excerpt: z.string().nullable() })),
  /** How many entries were looked through, and whether that was all. */
  searched: z.int(),
  complete: z.boolean(),
})

/** References in FHIR that came, which nothing in it answers: how many, and where the first stand, in FHIRPath. */
export const unansweredSchema = z.object({ count: z.int(), first: z.array(z.string()).readonly() })
export type Unanswered = z.infer<typeof unansweredSchema>

/** A patient as whoever may see the chart sees them. */
export const patientSchema = z.object({
  person: personId,
  name: z.string(),
  sex: z.enum(['female', 'male', 'other', 'unknown']),
  birthDate: z.string(),
  healthId: z.string().nullable(),
  hasPhoto: z.boolean(),
})
