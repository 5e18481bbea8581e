import type { Clock } from '#kernel'
import { SECOND } from '#kernel'

import { HttpError } from '../errors.ts'
import type { Limit } from '../model/index.ts'
import type { Allowances, Buckets } from './buckets.ts'

/** Lets a caller pass, or refuses with 429 and the seconds to wait. */
export type Limiter = (limit: Limit, caller: string) => Promise<void>

/** Each kind of limit with the buckets that hold it: those for guessing are shared by all servers. */
export function newLimiter(
  allowances: Allowances,
  buckets: Readonly<Record<Limit, Buckets>>,
  clock: Clock,
): Limiter {
  return async (limit, caller) => {
    const wait = await buckets[limit].take(`${limit} ${caller}`, allowances[limit], clock.now())
    if (wait > 0) throw new HttpError('TOO_MANY_REQUESTS', { retryAfter: Math.ceil(wait / SECOND) })
  }
}
