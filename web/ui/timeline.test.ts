import { expect, it } from 'vitest'
import { nextEntry, toRows, yearAt, yearsOf, type TimelineEntry } from './timeline.ts'

const entry = (id: string, on: string, visit?: string): TimelineEntry => ({
  id,
  on,
  kind: 'result',
  what: id,
  ...(visit !== undefined && { visit: { id: visit, name: `Visit ${visit}` } }),
})
const keys = (entries: readonly TimelineEntry[]) => toRows(entries).map((row) => row.key)

it('heads each year once', () => {
  expect(keys([entry('a', '2026-03-01'), entry('b', '2026'), entry('c', '2024-12')])).toEqual([
    'year 2026',
    'a',
    'b',
    'year 2024',
    'c',
  ])
})

it('heads a visit of several entries, and counts them', () => {
  const rows = toRows([
    entry('a', '2026-03-01', 'v'),
    entry('b', '2026-03-01', 'v'),
    entry('c', '2026-02-01', 'w'),
  ])
  expect(rows.map((row) => row.key)).toEqual(['year 2026', 'visit a', 'a', 'b', 'c'])
  expect(rows[1]).toMatchObject({ type: 'visit', name: 'Visit v', count: 2 })
})

it('does not join a visit across another entry or a year', () => {
  expect(
    keys([entry('a', '2026-03-01', 'v'), entry('b', '2026-03-01'), entry('c', '2026-03-01', 'v')]),
  ).not.toContain('visit a')
  expect(keys([entry('a', '2026-01-01', 'v'), entry('b', '2025-12-31', 'v')])).toEqual([
    'year 2026',
    'a',
    'year 2025',
    'b',
  ])
})

it('numbers the entries whatever stands between them', () => {
  const rows = toRows([entry('a', '2026', 'v'), entry('b', '2026', 'v'), entry('c', '2025')])
  expect(rows.flatMap((row) => (row.type === 'entry' ? [row.place] : []))).toEqual([1, 2, 3])
})

it('knows the year of every row', () => {
  const years = yearsOf(toRows([entry('a', '2026'), entry('b', '2024')]))
  expect(years).toEqual([
    { year: '2026', row: 0 },
    { year: '2024', row: 2 },
  ])
  expect([0, 1, 2, 3].map((row) => yearAt(years, row))).toEqual(['2026', '2026', '2024', '2024'])
  expect(yearAt([], 0)).toBe('')
})

it('goes from entry to entry over the headings, and stays at the ends', () => {
  const rows = toRows([entry('a', '2026'), entry('b', '2024')])
  expect(nextEntry(rows, 1, 1)).toBe(3)
  expect(nextEntry(rows, 3, -1)).toBe(1)
  expect(nextEntry(rows, 3, 1)).toBe(3)
  expect(nextEntry(rows, 1, -1)).toBe(1)
})

it('makes rows of a hundred thousand entries in time that grows as they do', () => {
  const many = Array.from({ length: 100_000 }, (_, at) =>
    entry(String(at), String(2026 - Math.floor(at / 2000)), String(at >> 2)),
  )
  const started = performance.now()
  expect(toRows(many).length).toBeGreaterThan(100_000)
  expect(performance.now() - started).toBeLessThan(2000)
})
