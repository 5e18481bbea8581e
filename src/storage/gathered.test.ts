import { describe, expect, it } from 'vitest'

import { gathered } from './gathered.ts'

/** Rounds that end when they are told to. */
function openRounds() {
  const rounds: { readonly items: readonly number[]; end(): void; fail(): void }[] = []
  const ask = gathered<number, string>((items) => {
    const { promise, resolve, reject } = Promise.withResolvers<readonly string[]>()
    rounds.push({ items, end: () => resolve(items.map(String)), fail: () => reject(new Error('broken')) })
    return promise
  })
  return { rounds, ask }
}

describe('what is gathered', () => {
  it('goes at once when it comes alone, and what comes meanwhile goes together', async () => {
    const { rounds, ask } = openRounds()
    const first = ask(1)
    expect(rounds.map(({ items }) => items)).toEqual([[1]])
    const rest = [ask(2), ask(3)]
    rounds[0]?.end()
    expect(await first).toBe('1')
    await expect.poll(() => rounds.length).toBe(2)
    rounds[1]?.end()
    expect(await Promise.all(rest)).toEqual(['2', '3'])
    expect(rounds[1]?.items).toEqual([2, 3])
  })

  it('is answered each for itself, however many come', async () => {
    const ask = gathered(async (items: readonly number[]) => items.map((item) => item * 2))
    const items = Array.from({ length: 100 }, (_, i) => i)
    expect(await Promise.all(items.map(ask))).toEqual(items.map((item) => item * 2))
  })

  it('fails with its round, and the next goes on', async () => {
    const { rounds, ask } = openRounds()
    const [first, second] = [ask(1), ask(2)]
    rounds[0]?.fail()
    await expect(first).rejects.toThrow('broken')
    await expect.poll(() => rounds.length).toBe(2)
    rounds[1]?.end()
    expect(await second).toBe('2')
  })

  it('fails where a round leaves somebody without an answer', async () => {
    await expect(gathered(async (): Promise<readonly string[]> => [])(1)).rejects.toThrow('each of its items')
  })
})
