/** CometBFT counts time in nanoseconds, we in milliseconds; what lies between is kept, because it is hashed and signed. */
import { isInstant, type Instant } from '#kernel'

import { scalar } from './field.ts'
import { message } from './message.ts'
import { int, malformed } from './wire.ts'

/** A point in time. `nanos` is what it has beyond the whole millisecond, 0 to 999,999; our own engine writes 0. */
export interface Timed {
  readonly time: Instant
  readonly nanos: number
}

export interface WireTime {
  readonly seconds: number
  readonly nanos: number
}

/** google.protobuf.Timestamp */
export const wireTime = message<WireTime>({ seconds: scalar(1, int, 0), nanos: scalar(2, int, 0) })

const NANOS = 1_000_000

/** A whole millisecond. */
export function timed(time: Instant): Timed {
  return { time, nanos: 0 }
}

export function toWireTime({ time, nanos }: Timed): WireTime {
  return { seconds: Math.floor(time / 1000), nanos: (time % 1000) * NANOS + nanos }
}

export function toTimed({ seconds, nanos }: WireTime): Timed {
  const time = seconds * 1000 + Math.floor(nanos / NANOS)
  if (!isInstant(time)) throw malformed('a time before 1970')
  return { time, nanos: nanos % NANOS }
}

export function isTimed({ time, nanos }: Timed): boolean {
  return isInstant(time) && Number.isInteger(nanos) && nanos >= 0 && nanos < NANOS
}

export function isAfter(a: Timed, b: Timed): boolean {
  return a.time === b.time ? a.nanos > b.nanos : a.time > b.time
}
