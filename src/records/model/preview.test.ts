import { toUtf8 } from '#kernel'
import { expect, it } from 'vitest'

import { readResource, type Resource } from './fhir/resource.ts'
import { previewOf } from './preview.ts'

const LOINC = 'http://loinc.org'

function fromJson(json: string): Resource {
  return readResource(toUtf8(json))
}

function observation(rest: string): Resource {
  return fromJson(`{"resourceType":"Observation","status":"final","code":{"text":"Glucose"},${rest}}`)
}

it('says what, how much, where, who and when', () => {
  const names = new Map([
    ['Organization/1', 'Taluk Hospital, Sirsi'],
    ['Practitioner/7', 'Dr. Asha Rao'],
  ])
  const resource = fromJson(`{"resourceType":"Observation","status":"final",
    "code":{"coding":[{"system":"${LOINC}","code":"4548-4","display":"Hemoglobin A1c/Hemoglobin.total in Blood"}]},
    "valueQuantity":{"value":7.50,"unit":"%","system":"http://unitsofmeasure.org","code":"%"},
    "interpretation":[{"coding":[{"code":"H"}]}],
    "performer":[{"reference":"Organization/1"},{"reference":"Practitioner/7"}],
    "encounter":{"reference":"Encounter/3"},"effectiveDateTime":"2024-03"}`)
  expect(previewOf(resource, (reference) => names.get(reference))).toEqual({
    kind: 'result',
    title: 'HbA1c',
    figure: '7.50%',
    where: 'Taluk Hospital, Sirsi',
    who: 'Dr. Asha Rao',
    abnormal: 'high',
    status: 'final',
    careDate: {
      at: Date.UTC(2024, 2, 1),
      precision: 'month',
      written: '2024-03',
      element: 'Observation.effectiveDateTime',
    },
    encounter: 'Encounter/3',
  })
})

it.each([
  ['"reasonCode":[{"text":"Fever"}],"type":[{"text":"Check-up"}]', 'Fever', 'Taluk Hospital'],
  ['"type":[{"text":"Check-up"}],"serviceType":{"text":"Medicine"}', 'Check-up', 'Taluk Hospital'],
  ['"serviceType":{"text":"Medicine"}', 'Medicine', 'Taluk Hospital'],
  ['"location":[{"location":{"display":"Ward 3"}}]', 'Ward 3', 'Taluk Hospital'],
  ['"participant":[]', 'Taluk Hospital', null],
])(
  'calls a visit by its reason, what it was for, else by its place, which it says once: %s',
  (more, title, where) => {
    const visit =
      fromJson(`{"resourceType":"Encounter","status":"finished","class":{"code":"AMB","display":"ambulatory"},
    "serviceProvider":{"reference":"Organization/1"},${more}}`)
    expect(previewOf(visit, () => 'Taluk Hospital')).toMatchObject({ kind: 'visit', title, where })
  },
)

it('leaves a visit that says nothing, and a class in the words of one language, to the page', () => {
  const visit = fromJson(
    `{"resourceType":"Encounter","status":"finished","class":{"code":"AMB","display":"ambulatory"}}`,
  )
  expect(previewOf(visit)).toMatchObject({ kind: 'visit', title: null, where: null })
})

it('calls who a patient is by the name, and nobody by a number', () => {
  const named = fromJson(
    '{"resourceType":"Patient","name":[{"given":["Asha"],"family":"Rao"}],"birthDate":"1984"}',
  )
  expect(previewOf(named)).toMatchObject({ kind: 'other', title: 'Asha Rao', figure: null })
  const unnamed = fromJson('{"resourceType":"Patient","identifier":[{"value":"1234 5678 9012"}]}')
  expect(previewOf(unnamed)).toMatchObject({ kind: 'other', title: null })
})

it('writes blood pressure as 120/80', () => {
  const component = (code: string, value: number) =>
    `{"code":{"coding":[{"system":"${LOINC}","code":"${code}"}]},"valueQuantity":{"value":${value},"code":"mm[Hg]"}}`
  const resource = observation(`"component":[${component('8462-4', 80)},${component('8480-6', 120)}]`)
  expect(previewOf(resource).figure).toBe('120/80 mmHg')
})

it.each([
  ['"valueQuantity":{"value":167.5324784533601,"unit":"cm"}', '167.5 cm'],
  ['"valueQuantity":{"value":5.10,"comparator":"<","unit":"mmol/L"}', '<5.10 mmol/L'],
  ['"valueQuantity":{"value":1.0e3,"code":"{score}"}', '1.0e3'],
  ['"valueCodeableConcept":{"coding":[{"display":"Never smoker (finding)"}]}', 'Never smoker'],
  ['"valueString":"reactive"', 'reactive'],
  ['"valueBoolean":false', '✗'],
  ['"valueRange":{"low":{"value":1},"high":{"value":2,"unit":"cm"}}', '1 – 2 cm'],
  ['"dataAbsentReason":{"text":"not done"}', null],
])('shows %s as %s', (value, figure) => {
  expect(previewOf(observation(value)).figure).toBe(figure)
})

const range = '"referenceRange":[{"low":{"value":70,"unit":"mg/dL"},"high":{"value":99,"unit":"mg/dL"}}]'

it.each([
  [`"valueQuantity":{"value":126,"unit":"mg/dL"},${range}`, 'high'],
  [`"valueQuantity":{"value":60,"unit":"mg/dL"},${range}`, 'low'],
  [`"valueQuantity":{"value":99,"unit":"mg/dL"},${range}`, null],
  [`"valueQuantity":{"value":7,"unit":"mmol/L"},${range}`, null],
  [
    `"valueQuantity":{"value":126,"unit":"mg/dL"},"interpretation":[{"coding":[{"code":"N"}]}],${range}`,
    null,
  ],
  ['"valueString":"x","interpretation":[{"coding":[{"code":"AA"}]}]', 'abnormal'],
])('%# says what is beyond its range, in the same unit only', (value, abnormal) => {
  expect(previewOf(observation(value)).abnormal).toBe(abnormal)
})

it('says how a medicine is taken: as it was written, else from its parts', () => {
  const medicine = (dosage: string) =>
    fromJson(`{"resourceType":"MedicationRequest","status":"active","intent":"order","subject":{},
      "medicationCodeableConcept":{"text":"Metformin 500 mg"},"dosageInstruction":[${dosage}]}`)
  const parts = `"timing":{"repeat":{"frequency":2,"period":1,"periodUnit":"d"}},"doseAndRate":[{"doseQuantity":{"value":500,"unit":"mg"}}]`
  expect(previewOf(medicine(`{${parts}}`)).figure).toBe('500 mg · 2×/d')
  expect(previewOf(medicine(`{"text":"1-0-1 after food",${parts}}`)).figure).toBe('1-0-1 after food')
})

it('says how much was handed out, and for how long', () => {
  const dispense = (rest: string) =>
    fromJson(`{"resourceType":"MedicationDispense","status":"completed",
      "medicationCodeableConcept":{"text":"Metformin 500 mg"},${rest}}`)
  const quantity = '"quantity":{"value":60,"unit":"tablets"}'
  expect(previewOf(dispense(`${quantity},"daysSupply":{"value":30,"unit":"days"}`)).figure).toBe(
    '× 60 tablets · 30 days',
  )
  expect(previewOf(dispense(quantity)).figure).toBe('× 60 tablets')
  expect(previewOf(dispense('"dosageInstruction":[{"text":"1-0-1"}]')).figure).toBe('1-0-1')
})

it('shows an error as an error, wherever R4 keeps it', () => {
  const condition =
    fromJson(`{"resourceType":"Condition","subject":{},"clinicalStatus":{"coding":[{"code":"active"}]},
    "verificationStatus":{"coding":[{"code":"entered-in-error"}]}}`)
  expect(previewOf(condition)).toMatchObject({ title: null, status: 'entered-in-error' })
})
