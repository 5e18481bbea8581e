declare const instant: unique symbol

/** Milliseconds since 1970-01-01T00:00:00Z, an integer. */
export type Instant = number & { readonly [instant]: true }

/** Where the present comes from: passed in, so that a test can hold it still. */
export interface Clock {
  now(): Instant
}

export const SECOND = 1_000
export const MINUTE = 60 * SECOND
export const HOUR = 60 * MINUTE
export const DAY = 24 * HOUR

export function isInstant(value: unknown): value is Instant {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0
}

export function toInstant(value: number): Instant {
  if (!isInstant(value)) throw new RangeError('an instant is a whole number of milliseconds, not negative')
  return value
}

export function later(at: Instant, milliseconds: number): Instant {
  return toInstant(at + milliseconds)
}

export const systemClock: Clock = { now: () => toInstant(Date.now()) }
