import { expect, it } from 'vitest'
import { wrongDay } from './papers.ts'

it('takes a day of care up to today', () => {
  expect(wrongDay('2026-03-03', '2026-03-03')).toBeUndefined()
  expect(wrongDay('1999-12-31', '2026-03-03')).toBeUndefined()
})

it('takes no day ahead, and not none', () => {
  expect(wrongDay('2026-03-04', '2026-03-03')).toBe('ahead')
  expect(wrongDay('', '2026-03-03')).toBe('missing')
})
