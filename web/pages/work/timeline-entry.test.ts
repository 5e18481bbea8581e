import { expect, it } from 'vitest'
import { DAY, toInstant } from '#kernel'
import { lineSchema } from '#records/model'
import { toTimelineEntry } from './timeline-entry.ts'

const now = toInstant(Date.parse('2026-03-10T12:00:00Z'))
const line = lineSchema.parse({
  entry: '00000000-0000-4000-8000-000000000001',
  kind: 'result',
  careAt: now - 2 * DAY,
  careDay: '2026-03-08',
  title: 'HbA1c',
  figure: '8.4 %',
  abnormal: 'high',
  where: 'Nirog Clinic',
  who: null,
  status: 'final',
  writtenBy: 'Nirog Clinic',
  byPatient: false,
  addedAt: now,
  struck: false,
  changed: false,
  sensitive: [],
  hasDocument: false,
  visit: null,
})

it('draws a line with its figure and flag, and nothing that nobody wrote', () => {
  expect(toTimelineEntry(line, 'Result', now)).toEqual({
    id: line.entry,
    kind: 'result',
    on: '2026-03-08',
    what: 'HbA1c',
    figure: { value: '8.4', unit: '%', flag: 'high' },
    where: 'Nirog Clinic',
    struck: false,
    own: false,
  })
})

it('is called by its kind where its source says nothing', () => {
  expect(toTimelineEntry({ ...line, title: null }, 'Result', now).what).toBe('Result')
})

it('says that it came late while that is news, and no longer', () => {
  const late = { ...line, careAt: now - 400 * DAY, careDay: '2025-02-03' }
  expect(toTimelineEntry(late, '', now).added).toBe('2026-03-10')
  expect(toTimelineEntry(late, '', toInstant(now + 60 * DAY)).added).toBeUndefined()
  expect(toTimelineEntry(line, '', now).added).toBeUndefined()
})

it('belongs to its visit', () => {
  expect(toTimelineEntry({ ...line, visit: 'v' }, '', now).visit).toEqual({ id: 'v', name: 'Nirog Clinic' })
})
