import { expect, it } from 'vitest'

import { toInstant } from '#kernel'

import {
  ageOn,
  clinicDay,
  dayOf,
  instantOf,
  isFestival,
  isSunday,
  toDate,
  toDateTime,
  toDay,
  toSlipDate,
} from './calendar.ts'
import { newDice } from './dice.ts'

it('counts days by India and not by UTC', () => {
  expect(toDate(dayOf(toInstant(Date.parse('2024-03-01T18:29:59Z'))))).toBe('2024-03-01')
  expect(toDate(dayOf(toInstant(Date.parse('2024-03-01T18:30:00Z'))))).toBe('2024-03-02')
})

it('writes an instant with its zone, and reads it back', () => {
  const at = instantOf(toDay('2024-03-02'), 10 * 60 + 15)
  expect(toDateTime(at)).toBe('2024-03-02T10:15:00+05:30')
  expect(Date.parse(toDateTime(at))).toBe(at)
  expect(toSlipDate(dayOf(at))).toBe('02-03-2024')
})

it('has a birthday on its day and not before', () => {
  const born = toDay('1980-06-01')
  expect(ageOn(born, toDay('2024-05-31'))).toBe(43)
  expect(ageOn(born, toDay('2024-06-01'))).toBe(44)
})

it('knows Sundays and festivals', () => {
  expect(isSunday(toDay('2024-03-03'))).toBe(true)
  expect(isSunday(toDay('2024-03-04'))).toBe(false)
  expect(isFestival(toDay('2023-08-15'))).toBe(true)
  expect(isFestival(toDay('2024-10-31'))).toBe(true)
  expect(isFestival(toDay('2024-10-29'))).toBe(false)
})

it('moves most of what can wait off a Sunday, and nothing off a Monday', () => {
  const dice = newDice('sundays')
  const moved = Array.from({ length: 1_000 }, () => clinicDay(toDay('2024-03-03'), dice))
  expect(moved.filter((day) => isSunday(day)).length).toBeLessThan(180)
  expect(clinicDay(toDay('2024-03-04'), dice)).toBe(toDay('2024-03-04'))
})
