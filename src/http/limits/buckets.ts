import { SECOND, type Instant } from '#kernel'

import type { Limit } from '../model/index.ts'

/** `burst` at once, then one each `every` milliseconds. */
export interface Allowance {
  readonly burst: number
  readonly every: number
}

export type Allowances = Readonly<Record<Limit, Allowance>>

/**
 * Generous for a page that reads ten things at once and for a ward behind one address; useless for guessing: 180 an hour take
 * 116 days for half of the million six-digit codes, each of which besides lives minutes and few tries.
 */
export const ALLOWANCES: Allowances = {
  guess: { burst: 30, every: 20 * SECOND },
  write: { burst: 60, every: SECOND },
  read: { burst: 600, every: SECOND / 20 },
  bulk: { burst: 10, every: 10 * SECOND },
}

/** Token buckets, one a caller. */
export interface Buckets {
  /** Takes a token; returns 0, or the milliseconds until there is one. What was refused costs nothing. */
  take(key: string, allowance: Allowance, now: Instant): number | Promise<number>
}

/**
 * The bucket as one number, the instant at which it is full again (the virtual scheduling form of the generic cell
 * rate algorithm, ITU-T I.371 annex A, which allows exactly what a token bucket allows): the instant after taking one,
 * and how long to wait before that is allowed.
 */
export function schedule(
  fullAt: number,
  { burst, every }: Allowance,
  now: Instant,
): { readonly next: number; readonly wait: number } {
  const next = Math.max(fullAt, now) + every
  return { next, wait: Math.max(0, next - now - burst * every) }
}
