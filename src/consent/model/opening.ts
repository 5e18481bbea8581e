import { z } from 'zod'

import { careRangeSchema, kindSchema, purposeSchema } from './request.ts'

const instant = z.int().nonnegative()
const identifier = z.string().regex(/^[0-9a-f]{32}$/)

/** Where an entry lies in its chart: the number of the strand and the place in it. */
const placeSchema = z.strictObject({ strand: z.int().nonnegative(), index: z.int().nonnegative() })
export type Place = z.infer<typeof placeSchema>

/** What a consent says, kept sealed; the ledger holds a commitment to exactly these bytes. */
export const openingSchema = z.strictObject({
  format: z.literal('twinchart/consent/1'),
  consent: identifier,
  /** The reader's practitioner ID and the organisation in whose name the chart is read. */
  practitioner: identifier,
  organisation: identifier,
  purpose: purposeSchema,
  kinds: z.array(kindSchema).readonly(),
  care: careRangeSchema,
  /** Exactly what it opens. What is added later within kinds and dates is appended by the home node if `later`. */
  entries: z.array(placeSchema).readonly(),
  later: z.boolean(),
  grantedAt: instant,
  expiresAt: instant,
  method: z.enum(['otp', 'passkey']),
})
export type Opening = z.infer<typeof openingSchema>

/** Why somebody looked: a person did, or a program that works for one. */
const LOOK_WAYS = ['read', 'search', 'summary', 'document', 'own-writing', 'export', 'automatic'] as const

/** One look: who, when, which entries, under which consent (null: the writer's own, or the patient). */
export const lookSchema = z.strictObject({
  format: z.literal('twinchart/look/1'),
  at: instant,
  practitioner: identifier.nullable(),
  staff: z.string().nullable(),
  organisation: identifier,
  consent: identifier.nullable(),
  way: z.enum(LOOK_WAYS),
  entries: z.array(placeSchema).readonly(),
})
export type Look = z.infer<typeof lookSchema>
export type LookWay = Look['way']
