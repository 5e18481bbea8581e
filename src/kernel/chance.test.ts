import { expect, it } from 'vitest'

import { toHex } from './bytes.ts'
import { seededChance, systemChance } from './chance.ts'

it('repeats itself under the same seed, however much was asked at once', () => {
  const [one, other] = [seededChance('ward'), seededChance('ward')]
  for (const count of [0, 1, 32, 33, 100]) expect(toHex(one.bytes(count))).toBe(toHex(other.bytes(count)))
})

it('gives as much as asked, and never the same again', () => {
  const chance = seededChance('ward')
  const drawn = [31, 32, 32, 64].map((count) => chance.bytes(count))
  expect(drawn.map(({ length }) => length)).toEqual([31, 32, 32, 64])
  expect(new Set(drawn.map((each) => toHex(each).slice(0, 62))).size).toBe(4)
})

it('differs from seed to seed', () => {
  expect(toHex(seededChance('a').bytes(32))).not.toBe(toHex(seededChance('b').bytes(32)))
})

it('of the system is not repeated', () => {
  expect(toHex(systemChance.bytes(32))).not.toBe(toHex(systemChance.bytes(32)))
})
