import { z } from 'zod'

import type { Instant } from '#kernel'

/** A place in a hospital's queue on one day. */
export const tokenStateSchema = z.enum(['waiting', 'closed'])

/** India Standard Time, UTC+05:30 all year (Legal Metrology (Indian Standard Time) Rules): a day at the counter. */
const COUNTER_OFFSET = 330 * 60_000

/** The civil date at the counter, YYYY-MM-DD. */
export function counterDay(at: Instant): string {
  return new Date(at + COUNTER_OFFSET).toISOString().slice(0, 10)
}

/** The instant at which a civil date ends at the counter. */
export function endOfDay(day: string): number {
  return Date.parse(`${day}T24:00:00Z`) - COUNTER_OFFSET
}
