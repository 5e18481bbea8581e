import { describe, expect, it } from 'vitest'

import { HOUR, MINUTE, SECOND, toInstant } from '#kernel'

import type { Buckets } from '#http'

/** What all token buckets promise. */
export function keepsBuckets(open: () => Promise<Buckets>): void {
  const allowance = { burst: 3, every: MINUTE }
  const at = (milliseconds: number) => toInstant(1_700_000_000_000 + milliseconds)

  describe('token buckets', () => {
    it('give a burst, then say how long to wait', async () => {
      const buckets = await open()
      const waits = []
      for (let take = 0; take < 5; take++) waits.push(await buckets.take('a', allowance, at(take)))
      expect(waits).toEqual([0, 0, 0, MINUTE - 3, MINUTE - 4])
    })

    it('fill again at their pace, and never above the burst', async () => {
      const buckets = await open()
      const take = async (time: number) => buckets.take('a', allowance, at(time))
      for (let taken = 0; taken < 3; taken++) expect(await take(0)).toBe(0)
      expect(await take(MINUTE - 1)).toBe(1)
      expect(await take(MINUTE)).toBe(0)
      expect(await take(MINUTE)).toBe(MINUTE)
      for (let taken = 0; taken < 3; taken++) expect(await take(HOUR)).toBe(0)
      expect(await take(HOUR)).toBe(MINUTE)
    })

    it('charge nothing for what they refuse', async () => {
      const buckets = await open()
      for (let taken = 0; taken < 50; taken++) await buckets.take('a', allowance, at(0))
      expect(await buckets.take('a', allowance, at(MINUTE))).toBe(0)
    })

    it('are one a caller', async () => {
      const buckets = await open()
      for (let taken = 0; taken < 3; taken++) await buckets.take('a', allowance, at(0))
      expect(await buckets.take('b', allowance, at(0))).toBe(0)
      expect(await buckets.take('a', allowance, at(0))).toBe(MINUTE)
    })

    it('give no more than the burst to many who come at once', async () => {
      const buckets = await open()
      const waits = await Promise.all(
        Array.from({ length: 40 }, async () => buckets.take('a', allowance, at(0))),
      )
      expect(waits.filter((wait) => wait === 0)).toHaveLength(3)
    })

    it('forget nobody who still has to wait, however many others come and go', async () => {
      const buckets = await open()
      for (let taken = 0; taken < 3; taken++) await buckets.take('a', allowance, at(0))
      const brief = { burst: 1, every: 1 }
      for (let other = 0; other < 12_000; other += 500) {
        const batch = Array.from({ length: 500 }, async (_, index) =>
          buckets.take(`${other + index}`, brief, at(other)),
        )
        await Promise.all(batch)
      }
      expect(await buckets.take('a', allowance, at(30 * SECOND))).toBe(30 * SECOND)
    })
  })
}
