import { expect, it } from 'vitest'

import { newDice } from './dice.ts'

const draws = (seed: string) => {
  const dice = newDice(seed)
  return Array.from({ length: 1_000 }, () => dice.share())
}

it('repeats itself for one seed and differs for another', () => {
  expect(draws('a')).toEqual(draws('a'))
  expect(draws('a')).not.toEqual(draws('b'))
})

it('draws evenly', () => {
  const tenths = Array.from({ length: 10 }, () => 0)
  for (const share of draws('even'))
    tenths[Math.floor(share * 10)] = (tenths[Math.floor(share * 10)] ?? 0) + 1
  for (const count of tenths) expect(Math.abs(count - 100)).toBeLessThan(40)
})

it('draws a bell of the mean and deviation asked for', () => {
  const dice = newDice('bell')
  const values = Array.from({ length: 4_000 }, () => dice.normal(100, 15))
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  const deviation = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length)
  expect(Math.abs(mean - 100)).toBeLessThan(1)
  expect(Math.abs(deviation - 15)).toBeLessThan(1)
})

it('includes both ends of a whole number and keeps to the weights', () => {
  const dice = newDice('ends')
  expect(new Set(Array.from({ length: 100 }, () => dice.whole(1, 3)))).toEqual(new Set([1, 2, 3]))
  const heavy = Array.from({ length: 1_000 }, () =>
    dice.weighted(['a', 'b'], (item) => (item === 'a' ? 9 : 1)),
  )
  expect(Math.abs(heavy.filter((item) => item === 'a').length - 900)).toBeLessThan(50)
})

it('forks into streams that do not move one another', () => {
  const dice = newDice('fork')
  const before = dice.fork('x').share()
  dice.share()
  expect(dice.fork('x').share()).toBe(before)
  expect(dice.fork('y').share()).not.toBe(before)
})

it('makes identifiers in the form of RFC 9562', () => {
  expect(newDice('id').uuid()).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-a[0-9a-f]{3}-[0-9a-f]{12}$/)
})

it('refuses to draw from nothing', () => {
  expect(() => newDice('none').pick([])).toThrow('nothing to draw from')
})
