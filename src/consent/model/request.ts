import { z } from 'zod'

import { DAY, HOUR, MINUTE, type Instant } from '#kernel'

/** The kinds of the timeline a reader can ask for: one word for what people see as one thing. */
export const KINDS = [
  'visit',
  'result',
  'vital-signs',
  'medicine',
  'problem',
  'allergy',
  'procedure',
  'immunisation',
  'imaging',
  'document',
  'plan',
  'device',
  'bill',
  'other',
] as const
export const kindSchema = z.enum(KINDS)
export type Kind = z.infer<typeof kindSchema>

/** Purposes of use that ABDM's consent artefact takes over from HL7 v3 PurposeOfUse, as far as a doctor asks for them. */
export const PURPOSES = ['CAREMGT', 'PATRQT', 'HPAYMT'] as const
export const purposeSchema = z.enum(PURPOSES)
export type Purpose = z.infer<typeof purposeSchema>

const civilDate = z.iso.date()

/** Which dates of care: both ends included, null where open. */
export const careRangeSchema = z.strictObject({ from: civilDate.nullable(), to: civilDate.nullable() })
export type CareRange = z.infer<typeof careRangeSchema>

/** What a reader asks for. The three clocks: how long the request stands, how long a consent lasts, which dates of care. */
export const askSchema = z.strictObject({
  kinds: z.array(kindSchema).min(1).readonly(),
  care: careRangeSchema,
  purpose: purposeSchema,
  /** How long the consent would last, in minutes. */
  minutes: z
    .int()
    .min(5)
    .max((7 * DAY) / MINUTE),
})
export type Ask = z.infer<typeof askSchema>

/** How long a request waits for its answer. */
export const REQUEST_STANDS = 2 * HOUR

/** Each its own word: `expired` was never answered, `ended` ran out or was finished, `revoked` was taken back. */
export const STATES = ['requested', 'granted', 'denied', 'expired', 'ended', 'revoked'] as const
export const stateSchema = z.enum(STATES)
export type State = z.infer<typeof stateSchema>

/** What has happened to a request, and to the consent that came of it. */
export interface Course {
  readonly standsUntil: Instant
  readonly deniedAt: Instant | null
  readonly consent: {
    readonly expiresAt: Instant
    readonly revokedAt: Instant | null
    readonly finishedAt: Instant | null
  } | null
}

export function stateOf({ standsUntil, deniedAt, consent }: Course, at: Instant): State {
  if (deniedAt !== null) return 'denied'
  if (consent === null) return at < standsUntil ? 'requested' : 'expired'
  if (consent.revokedAt !== null && consent.revokedAt <= at) return 'revoked'
  if (consent.finishedAt !== null && consent.finishedAt <= at) return 'ended'
  return at < consent.expiresAt ? 'granted' : 'ended'
}

/** Whether something of this kind and date of care (YYYY-MM-DD) is within what was asked for. */
export function covers(ask: Pick<Ask, 'kinds' | 'care'>, kind: Kind, careDate: string): boolean {
  const { from, to } = ask.care
  return ask.kinds.includes(kind) && (from === null || from <= careDate) && (to === null || careDate <= to)
}
