import { expect, it } from 'vitest'
import { DAY, HOUR } from '#kernel'
import type { LineShape } from '#records/model'
import { toTimelineEntries } from './timeline-entries.ts'

const now = Date.parse('2026-03-10T10:00:00Z')
const line = (entry: string, more: Partial<LineShape> = {}): LineShape => ({
  entry,
  kind: 'result',
  title: 'Haemoglobin',
  figure: '11.2 g/dL',
  abnormal: 'low',
  where: 'City Laboratory',
  who: null,
  status: 'final',
  writtenBy: 'City Laboratory',
  byPatient: false,
  careAt: now - 300 * DAY,
  careDay: '2025-05-14',
  addedAt: now - 299 * DAY,
  struck: false,
  changed: false,
  sensitive: [],
  hasDocument: false,
  visit: null,
  ...more,
})
const drawn = (...lines: readonly LineShape[]) => toTimelineEntries(lines, (kind) => `a ${kind}`, now)

it('says what, with the figure apart from its unit, and its kind where it has no name', () => {
  expect(drawn(line('1'), line('2', { title: null, figure: null, abnormal: null }))).toMatchObject([
    { id: '1', what: 'Haemoglobin', figure: { value: '11.2', unit: 'g/dL', flag: 'low' } },
    { id: '2', what: 'a result' },
  ])
})

it('names a visit by its own line, and by its place where that is not there', () => {
  const [visit, result, stray] = drawn(
    line('v', { kind: 'visit', visit: 'v', title: 'Fever clinic' }),
    line('r', { visit: 'v' }),
    line('s', { visit: 'elsewhere' }),
  )
  expect([visit?.visit?.name, result?.visit?.name]).toEqual(['Fever clinic', 'Fever clinic'])
  expect(stray?.visit?.name).toBe('City Laboratory')
})

it('marks what joined lately and long after the care', () => {
  const [late, prompt, old] = drawn(
    line('late', { addedAt: now - HOUR }),
    line('prompt', { addedAt: now - HOUR, careAt: now - 2 * HOUR, careDay: '2026-03-10' }),
    line('old'),
  )
  expect([late?.added, prompt?.added, old?.added]).toEqual(['2026-03-10', undefined, undefined])
})

it('marks nothing of what a chart was begun with', () => {
  expect(drawn(line('1', { addedAt: now }), line('2', { addedAt: now })).map(({ added }) => added)).toEqual([
    undefined,
    undefined,
  ])
})
