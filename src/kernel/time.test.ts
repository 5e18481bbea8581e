import { expect, it } from 'vitest'

import { DAY, isInstant, later, systemClock, toInstant } from './time.ts'

it('counts whole milliseconds from 1970 on', () => {
  expect(toInstant(0)).toBe(0)
  expect(later(toInstant(5), DAY)).toBe(86_400_005)
  expect(isInstant(systemClock.now())).toBe(true)
})

it.each([-1, 0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53])('refuses %d', (value) => {
  expect(() => toInstant(value)).toThrow(RangeError)
  expect(isInstant(value)).toBe(false)
})

it('refuses to go back beyond its beginning', () => {
  expect(() => later(toInstant(5), -6)).toThrow(RangeError)
})

it.each(['5', null, undefined, 5n, new Date(5)])('does not take %s for an instant', (value) => {
  expect(isInstant(value)).toBe(false)
})
