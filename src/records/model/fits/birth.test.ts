import { expect, it } from 'vitest'

import { earliestCare, isBeforeBirth, isEarlier } from './birth.ts'

const isBeforeCare = (day: string, birth: string) => isEarlier(day, earliestCare(birth))

it.each([
  ['of the pregnancy', '2001-09-18', '2002-07-05'],
  ['a year before, to the day', '2001-07-05', '2002-07-05'],
  ['of a year or month that may be late enough', '2001', '2002-07-05'],
  ['of a month that may be late enough', '2001-07', '2002-07-05'],
  ['with a time, in its own zone', '2001-07-05T00:10:00+05:30', '2002-07-05'],
  ['before a birthday that a clerk reckoned from an age', '1998-01-01', '2002-01-01'],
  ['before a birth of which only the year is known', '1998-11-30', '2002'],
  ['before a birth that nobody wrote down', '1700-01-01', ''],
  ['the year before a leap day', '2023-03-01', '2024-02-29'],
])('takes care %s: %s of somebody born %s', (_, day, birth) => {
  expect(isBeforeCare(day, birth)).toBe(false)
})

it.each([
  ['more than a year before the birth', '2001-07-04', '2002-07-05'],
  ['in a month that is too early as a whole', '2001-06', '2002-07-05'],
  ['in a year that is too early as a whole', '2000', '2002-07-05'],
  ['before what an estimate can be off', '1997-12-31', '2002-01-01'],
  ['before all that a year can mean', '1997-12-31', '2002'],
  ['more than a year before a leap day', '2023-02-28', '2024-02-29'],
])('takes none %s: %s of somebody born %s', (_, day, birth) => {
  expect(isBeforeCare(day, birth)).toBe(true)
})

it('knows what was measured before a birth, wherever the day turned first', () => {
  const at = (written: string) => Date.parse(written)
  expect(isBeforeBirth(at('2002-07-04T20:00:00Z'), '2002-07-05')).toBe(false)
  expect(isBeforeBirth(at('2002-07-03T20:00:00Z'), '2002-07-05')).toBe(true)
  expect(isBeforeBirth(at('1999-06-01T00:00:00Z'), '2002-06-01')).toBe(false)
  expect(isBeforeBirth(at('1999-05-30T00:00:00Z'), '2002-06-01')).toBe(true)
  expect(isBeforeBirth(Number.MIN_SAFE_INTEGER, '2002-07-05')).toBe(true)
  expect(isBeforeBirth(0, 'in the year of the flood')).toBe(false)
})
