import type { Instant } from '#kernel'

import { schedule, type Buckets } from './buckets.ts'

const SWEEP_AT = 10_000

/** Buckets of this process, forgotten at its end. */
export function openMemoryBuckets(): Buckets {
  const buckets = new Map<string, number>()
  let sweepAt = SWEEP_AT
  return {
    take(key, allowance, now) {
      const { next, wait } = schedule(buckets.get(key) ?? 0, allowance, now)
      if (wait > 0) return wait
      buckets.set(key, next)
      if (buckets.size > sweepAt) sweepAt = SWEEP_AT + 2 * sweep(buckets, now)
      return 0
    },
  }
}

/** Forgets full buckets, which allow what an unknown caller may; returns how many are left. */
function sweep(buckets: Map<string, number>, now: Instant): number {
  for (const [key, fullAt] of buckets) if (fullAt <= now) buckets.delete(key)
  return buckets.size
}
