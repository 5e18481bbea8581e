import { expect, it } from 'vitest'
import { chartSearch, countOf, filterOf, foldedCount, kindsIn, yearsIn } from './filter.ts'

const counts = [
  { kind: 'result', year: 2025, entries: 3 },
  { kind: 'result', year: 2026, entries: 2 },
  { kind: 'bill', year: 2026, entries: 7 },
] as const

it('leaves bills out until they are asked for', () => {
  expect(filterOf({}).kind).not.toContain('bill')
  expect(filterOf({ kind: 'bill' })).toEqual({ kind: ['bill'] })
  expect(foldedCount(counts)).toBe(7)
})

it('counts what it shows', () => {
  expect(countOf(counts, filterOf({}))).toBe(5)
  expect(countOf(counts, filterOf({ year: 2026 }))).toBe(2)
  expect(countOf(counts, filterOf({ kind: 'bill' }))).toBe(7)
})

it('lists the kinds and years that there are', () => {
  expect(kindsIn(counts)).toEqual([
    { kind: 'result', entries: 5 },
    { kind: 'bill', entries: 7 },
  ])
  expect(yearsIn(counts)).toEqual([2026, 2025])
})

it('takes what it can of an address, and drops what makes no sense', () => {
  const strange = { kind: 'secret', year: '2026', place: 'x', q: 5, entry: 'none' }
  expect(chartSearch.parse(strange)).toEqual({ year: 2026 })
})
