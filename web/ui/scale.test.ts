import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { scaleFor, timeTicks } from './scale.ts'

it('steps by 1, 2 or 5 times a power of ten', () => {
  expect(scaleFor([5.6, 8.1], 4).ticks).toEqual([5, 6, 7, 8, 9])
  expect(scaleFor([0.12, 0.31], 4).ticks).toEqual([0.1, 0.15, 0.2, 0.25, 0.3, 0.35])
  expect(scaleFor([62, 240], 4).ticks).toEqual([50, 100, 150, 200, 250])
})

it('makes room for a single value', () => {
  const { low, high } = scaleFor([98.6], 4)
  expect(low).toBeLessThanOrEqual(98.6)
  expect(high).toBeGreaterThan(low)
})

it('takes values that differ by next to nothing for one', () => {
  expect(scaleFor([0, 5e-324], 4).ticks.length).toBeLessThan(10)
  expect(scaleFor([1e6, 1e6 + 1e-9], 4).ticks.length).toBeLessThan(10)
})

it('holds every value, whatever they are', () => {
  const values = fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 20 })
  fc.assert(
    fc.property(values, (values) => {
      const { low, high } = scaleFor(values, 4)
      expect(low).toBeLessThanOrEqual(Math.min(...values) + 1e-6)
      expect(high).toBeGreaterThanOrEqual(Math.max(...values) - 1e-6)
    }),
  )
})

it('marks years where there are several, months where there are not', () => {
  const at = (day: string) => new Date(`${day}T00:00:00`).getTime()
  expect(timeTicks(at('2023-06-01'), at('2026-02-01')).map((tick) => new Date(tick).getFullYear())).toEqual([
    2024, 2025, 2026,
  ])
  expect(timeTicks(at('2026-01-15'), at('2026-04-02')).map((tick) => new Date(tick).getMonth())).toEqual([
    1, 2, 3,
  ])
})

it('marks no more than six', () => {
  const at = (year: number) => new Date(year, 5).getTime()
  expect(timeTicks(at(1950), at(2026)).length).toBeLessThanOrEqual(6)
})
