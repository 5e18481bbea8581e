import { readFileSync } from 'node:fs'

import { toUtf8 } from '#kernel'
import { expect, it } from 'vitest'

import { sharedData } from '../../../../test/shared-data.ts'
import { careDateOf } from '../care-date.ts'
import { isResource, readResource } from '../fhir/resource.ts'
import type { Source } from './box.ts'
import { summaryOf } from './summary.ts'

const NOW = Date.UTC(2024, 5, 1)
const LOINC = 'http://loinc.org'
const SNOMED = 'http://snomed.info/sct'

function source(entry: string, json: string): Source {
  const resource = readResource(toUtf8(json))
  const { at = 0, written = '' } = careDateOf(resource) ?? {}
  return { entry, resource, careAt: at, careDay: written.slice(0, 10) }
}

function allergy(entry: string, rest: string): Source {
  return source(entry, `{"resourceType":"AllergyIntolerance","patient":{},${rest}}`)
}

function medicine(entry: string, name: string, status: string, on: string, rest = ''): Source {
  return source(
    entry,
    `{"resourceType":"MedicationRequest","status":"${status}","intent":"order","subject":{},"authoredOn":"${on}",
      "medicationCodeableConcept":{"text":"${name}"}${rest}}`,
  )
}

function result(entry: string, on: string, value: string, unit = 'mg/dL', code = '2345-7'): Source {
  const quantity = `{"value":${value},"unit":"${unit}","system":"http://unitsofmeasure.org","code":"${unit}"}`
  return source(
    entry,
    `{"resourceType":"Observation","status":"final","effectiveDateTime":"${on}","valueQuantity":${quantity},
      "code":{"coding":[{"system":"${LOINC}","code":"${code}","display":"Glucose"}]}}`,
  )
}

function titles(items: readonly { readonly title: string }[]): readonly string[] {
  return items.map(({ title }) => title)
}

it('says of an empty box whether anybody asked', () => {
  const none = summaryOf([], NOW)
  expect(none.allergies).toEqual({ items: [], empty: { state: 'nothing-here', askedOn: null } })
  const denied = allergy(
    '1',
    `"recordedDate":"2023-04-05","code":{"coding":[{"system":"${SNOMED}","code":"716186003"}]}`,
  )
  expect(summaryOf([denied], NOW).allergies).toEqual({
    items: [],
    empty: { state: 'none-known', askedOn: '2023-04-05' },
  })
  const unasked = allergy(
    '2',
    '"code":{"coding":[{"system":"http://hl7.org/fhir/uv/ips/CodeSystem/absent-unknown-uv-ips","code":"no-allergy-info"}]}',
  )
  expect(summaryOf([unasked], NOW).allergies.empty?.state).toBe('nothing-here')
})

it('shows a known allergy whatever was denied, the dangerous one first', () => {
  const { allergies } = summaryOf(
    [
      allergy(
        '1',
        `"recordedDate":"2024-01-01","code":{"coding":[{"system":"${SNOMED}","code":"716186003"}]}`,
      ),
      allergy('2', '"recordedDate":"2020","code":{"text":"Dust"}'),
      allergy('3', '"recordedDate":"2019","criticality":"high","code":{"text":"Penicillin"}'),
    ],
    NOW,
  )
  expect(titles(allergies.items)).toEqual(['Penicillin', 'Dust'])
  expect(allergies.empty).toBeNull()
})

it('leaves out what was refuted, resolved or entered in error', () => {
  const status = (name: string, code: string) => `"${name}":{"coding":[{"code":"${code}"}]}`
  const { allergies } = summaryOf(
    [
      allergy('1', `"code":{"text":"Egg"},${status('verificationStatus', 'refuted')}`),
      allergy('2', `"code":{"text":"Milk"},${status('clinicalStatus', 'resolved')}`),
      allergy('3', `"code":{"text":"Nuts"},${status('verificationStatus', 'entered-in-error')}`),
    ],
    NOW,
  )
  expect(allergies.items).toEqual([])
})

it('lists the medicines that are active and not over', () => {
  const bounds = (days: number) =>
    `,"dosageInstruction":[{"timing":{"repeat":{"boundsDuration":{"value":${days},"code":"d"}}}}]`
  const supply =
    ',"dispenseRequest":{"numberOfRepeatsAllowed":2,"expectedSupplyDuration":{"value":30,"code":"d"}}'
  const { medicines } = summaryOf(
    [
      medicine('1', 'Metformin', 'active', '2015-01-01'),
      medicine('2', 'Amoxicillin', 'active', '2024-05-01', bounds(5)),
      medicine('3', 'Azithromycin', 'active', '2024-05-30', bounds(5)),
      medicine('4', 'Telmisartan', 'active', '2024-01-01', supply),
      medicine('5', 'Amlodipine', 'active', '2024-04-01', supply),
      medicine('6', 'Ramipril', 'stopped', '2024-04-01'),
      medicine('7', 'Aspirin', 'draft', '2024-04-01'),
    ],
    NOW,
  )
  expect(titles(medicines.items)).toEqual(['Azithromycin', 'Amlodipine', 'Metformin'])
})

it('goes by the newest word about a medicine, and an order that was cancelled is no word', () => {
  const stopped = [
    medicine('1', 'Warfarin', 'active', '2023-01-01'),
    medicine('2', 'warfarin ', 'stopped', '2024-01-01'),
  ]
  expect(summaryOf(stopped, NOW).medicines.items).toEqual([])
  const cancelled = [
    medicine('1', 'Warfarin', 'active', '2023-01-01'),
    medicine('2', 'Warfarin', 'cancelled', '2024-01-01'),
  ]
  expect(summaryOf(cancelled, NOW).medicines.items).toHaveLength(1)
})

it('lists problems that have not ended', () => {
  const problem = (entry: string, name: string, rest: string) =>
    source(entry, `{"resourceType":"Condition","subject":{},"code":{"text":"${name}"},${rest}}`)
  const { problems } = summaryOf(
    [
      problem('1', 'Hypertension', '"onsetDateTime":"2010"'),
      problem('2', 'Fracture', '"onsetDateTime":"2012","abatementDateTime":"2012-06-01"'),
      problem('3', 'Asthma', '"onsetDateTime":"2011","clinicalStatus":{"coding":[{"code":"remission"}]}'),
      problem('4', 'Pregnancy', '"onsetDateTime":"2024-02","abatementDateTime":"2024-11-01"'),
    ],
    NOW,
  )
  expect(titles(problems.items)).toEqual(['Pregnancy', 'Hypertension'])
})

it('shows the last value with where it went, in the same unit only', () => {
  const { results } = summaryOf(
    [
      result('1', '2023-01-01', '110'),
      result('2', '2024-01-01', '126'),
      result('3', '2023-06-01', '7.0', 'mmol/L'),
    ],
    NOW,
  )
  expect(results.items).toMatchObject([
    {
      entry: '2',
      title: 'Glucose',
      figure: '126 mg/dL',
      direction: 'up',
      before: { figure: '110 mg/dL', careDay: '2023-01-01' },
    },
  ])
  expect(summaryOf([result('1', '2023-01-01', '110')], NOW).results.items).toMatchObject([
    { direction: null, before: null },
  ])
  expect(
    summaryOf([result('1', '2023-01-01', '110'), result('2', '2023-02-01', '110.0')], NOW).results.items[0]
      ?.direction,
  ).toBe('same')
})

it('does not take for the last value what bears a date to come', () => {
  const sources = [
    result('mistyped', '2034-05-30', '1.5'),
    result('today, further east', '2024-06-02', '97'),
    result('before', '2024-03-01', '103'),
  ]
  expect(summaryOf(sources, NOW).results.items).toMatchObject([{ entry: 'today, further east' }])
})

it('keeps vital signs apart, and compares blood pressure by its upper figure', () => {
  const pressure = (entry: string, on: string, upper: number) => {
    const part = (code: string, value: number) =>
      `{"code":{"coding":[{"system":"${LOINC}","code":"${code}"}]},"valueQuantity":{"value":${value},"code":"mm[Hg]"}}`
    return source(
      entry,
      `{"resourceType":"Observation","status":"final","effectiveDateTime":"${on}","component":[${part('8480-6', upper)},${part('8462-4', 80)}],
        "code":{"coding":[{"system":"${LOINC}","code":"85354-9"}],"text":"Blood pressure"}}`,
    )
  }
  const { vitalSigns, results } = summaryOf(
    [pressure('1', '2024-01-01', 150), pressure('2', '2024-02-01', 130)],
    NOW,
  )
  expect(results.items).toEqual([])
  expect(vitalSigns.items).toMatchObject([
    { figure: '130/80 mmHg', direction: 'down', before: { figure: '150/80 mmHg' } },
  ])
})

it('names a medicine that is a resource of its own', () => {
  const taken = (reference: string, contained = '') =>
    source(
      reference,
      `{"resourceType":"MedicationStatement","status":"active","subject":{},${contained}"medicationReference":{"reference":"${reference}"}}`,
    )
  const inside = taken(
    '#m',
    '"contained":[{"resourceType":"Medication","id":"m","code":{"text":"Insulin glargine"}}],',
  )
  const { medicines } = summaryOf([inside, taken('Medication/1')], NOW, () => 'Metformin')
  expect(titles(medicines.items).toSorted()).toEqual(['Insulin glargine', 'Metformin'])
})

it('names the entry with the picture', () => {
  const patient = source(
    'p',
    '{"resourceType":"Patient","photo":[{"contentType":"image/jpeg","url":"Binary/1"}]}',
  )
  expect(summaryOf([patient], NOW).photo).toBe('p')
})

const ips = sharedData('ips')

it.skipIf(!ips)('reads International Patient Summaries, full and without information', () => {
  const read = (file: string): Source[] => {
    const bundle: { entry: { fullUrl: string; resource: unknown }[] } = JSON.parse(
      readFileSync(`${ips}/${file}`, 'utf8'),
    )
    return bundle.entry.flatMap(({ fullUrl, resource }) => {
      if (!isResource(resource)) return []
      const { at = 0, written = '' } = careDateOf(resource) ?? {}
      return [{ entry: fullUrl, resource, careAt: at, careDay: written.slice(0, 10) }]
    })
  }
  const full = summaryOf(read('Bundle-bundle-ips-all-sections.json'), NOW)
  expect([titles(full.allergies.items), titles(full.problems.items)]).toEqual([
    ['Penicillin'],
    ['Impaired Mobility', 'Essential hypertension', 'Gout'],
  ])
  const none = summaryOf(read('Bundle-bundle-no-info-required-sections.json'), NOW)
  expect([none.allergies, none.medicines, none.problems].map(({ empty }) => empty?.state)).toEqual(
    Array(3).fill('nothing-here'),
  )
})
