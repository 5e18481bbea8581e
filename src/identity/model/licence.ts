import { z } from 'zod'

import { HOUR, type Instant } from '#kernel'

/** Systems of medicine and allied callings for which India keeps a register with a council of its own. */
export const SYSTEMS = ['modern', 'dental', 'ayush', 'nursing', 'pharmacy'] as const
export const systemSchema = z.enum(SYSTEMS)
export type System = z.infer<typeof systemSchema>

/** How long one officer's urgent hold lasts, unless a second officer confirms a suspension before. */
export const HOLD_LASTS = 72 * HOUR

/** What somebody who wants a practitioner ID says of the licence; the scan of it comes beside. */
export const licenceClaimSchema = z.strictObject({
  /** The council whose register it stands in, as "Karnataka Medical Council". */
  council: z.string().trim().min(3).max(120),
  number: z.string().trim().min(1).max(40),
  system: systemSchema,
  qualification: z.string().trim().min(2).max(160),
  /** The state (of the Union) of registration. */
  registeredIn: z.string().trim().min(2).max(60),
  validUntil: z.iso.date(),
})
export type LicenceClaim = z.infer<typeof licenceClaimSchema>

/** The order of a council or court on which a suspension or its end rests. */
export const orderSchema = z.strictObject({
  issuer: z.string().trim().min(3).max(120),
  number: z.string().trim().min(1).max(60),
  date: z.iso.date(),
  text: z.string().trim().max(2000),
})
export type Order = z.infer<typeof orderSchema>

export const LICENCE_STATES = ['active', 'held', 'suspended', 'expired'] as const
export const licenceStateSchema = z.enum(LICENCE_STATES)
export type LicenceState = z.infer<typeof licenceStateSchema>

/** What decides whether a licence is in force: the same on the ledger, in its projection and in a page. */
interface LicenceCourse {
  readonly validUntil: number
  readonly heldUntil: number | null
  readonly suspendedAt: number | null
}

/** A suspension weighs more than a hold, and a hold more than the date: the instant of each end is already too late. */
export function licenceStateAt(
  { validUntil, heldUntil, suspendedAt }: LicenceCourse,
  at: Instant,
): LicenceState {
  if (suspendedAt !== null) return 'suspended'
  if (heldUntil !== null && at < heldUntil) return 'held'
  return at < validUntil ? 'active' : 'expired'
}
