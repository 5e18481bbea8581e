import { SECOND, type Clock } from '#kernel'

import { HttpError } from '../errors.ts'
import type { Limit } from '../model/index.ts'
import type { Allowances, Buckets } from './buckets.ts'

/** Lets a caller pass, at once where the buckets are in memory, or refuses with 429 and the seconds to wait. */
export type Limiter = (limit: Limit, caller: string) => Promise<void> | void

/** Each kind of limit with the buckets that hold it: those for guessing are shared by all servers. */
export function newLimiter(
  allowances: Allowances,
  buckets: Readonly<Record<Limit, Buckets>>,
  clock: Clock,
): Limiter {
  return (limit, caller) => {
    const wait = buckets[limit].take(`${limit} ${caller}`, allowances[limit], clock.now())
    return typeof wait === 'number' ? refuseEarly(wait) : wait.then(refuseEarly)
  }
}

function refuseEarly(wait: number): void {
  if (wait > 0) throw new HttpError('TOO_MANY_REQUESTS', { retryAfter: Math.ceil(wait / SECOND) })
}
