import { expect, it } from 'vitest'
import { countsOf, toFilter, totalOf, yearsIn } from './filter.ts'
import type { Outline } from './questions.ts'

const place = 'a0'.repeat(16)
const outline: Outline = {
  total: 17,
  counts: [
    { kind: 'bill', year: 2025, entries: 9 },
    { kind: 'result', year: 2026, entries: 4 },
    { kind: 'result', year: 2019, entries: 1 },
    { kind: 'visit', year: 2026, entries: 3 },
  ],
  places: [{ organisation: place, name: 'Nirog Clinic', entries: 2 }],
}
const withoutBills = { ...outline, counts: outline.counts.filter(({ kind }) => kind !== 'bill') }

it('folds bills away until somebody picks them', () => {
  expect(toFilter({}, outline)).toEqual({ kind: ['visit', 'result'] })
  expect(toFilter({ kinds: ['bill'] }, outline)).toEqual({ kind: ['bill'] })
})

it('asks for everything where there are no bills, and for bills where there is nothing else', () => {
  expect(toFilter({}, withoutBills)).toEqual({})
  expect(toFilter({}, { ...outline, counts: outline.counts.slice(0, 1) })).toEqual({})
})

it('takes an empty pick for none', () => {
  expect(toFilter({ kinds: [] }, withoutBills)).toEqual({})
})

it('counts what a filter leaves', () => {
  expect(totalOf(toFilter({}, outline), outline)).toBe(8)
  expect(totalOf(toFilter({ kinds: ['result'], year: 2026 }, outline), outline)).toBe(4)
  expect(totalOf(toFilter({ place }, outline), outline)).toBe(2)
  expect(totalOf({}, outline)).toBe(17)
})

it('lists kinds that there are, and years from the newest', () => {
  expect(countsOf(outline)).toEqual([
    ['visit', 3],
    ['result', 5],
    ['bill', 9],
  ])
  expect(yearsIn(outline)).toEqual(['2026', '2025', '2019'])
})
