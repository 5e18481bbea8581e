import { expect, it } from 'vitest'
import { toDay, toTypedDay } from './day.ts'

it('takes a day with or without its zeros', () => {
  expect(toDay({ day: '3', month: '3', year: '2026' })).toBe('2026-03-03')
  expect(toDay({ day: '03', month: '12', year: '1947' })).toBe('1947-12-03')
})

it.each([
  ['30', '2', '2026'],
  ['29', '2', '2025'],
  ['0', '1', '2026'],
  ['1', '13', '2026'],
  ['1', '1', '26'],
  ['', '1', '2026'],
  ['a', '1', '2026'],
])('knows no day %s %s %s', (day, month, year) => {
  expect(toDay({ day, month, year })).toBeUndefined()
})

it('knows the leap day', () => {
  expect(toDay({ day: '29', month: '2', year: '2024' })).toBe('2024-02-29')
})

it('takes a written day apart again', () => {
  expect(toTypedDay('2026-03-03')).toEqual({ day: '3', month: '3', year: '2026' })
  expect(toTypedDay('')).toEqual({ day: '', month: '', year: '' })
})
