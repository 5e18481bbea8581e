/** A doctor's note, and people's own readings, as the FHIR resources that join the chart. */
import type { Note } from './api/visit.ts'
import { LOINC, OBSERVATION_CATEGORY, UCUM } from './fhir/systems.ts'

/** Who wrote it, for whom, when. */
interface Authorship {
  readonly practitionerName: string
  readonly organisationName: string
  /** ISO 8601 with zone. */
  readonly at: string
}

type Json = Readonly<Record<string, unknown>>

const ICD10 = 'http://hl7.org/fhir/sid/icd-10'
const ACT_CODE = 'http://terminology.hl7.org/CodeSystem/v3-ActCode'
const VISIT = 'urn:uuid:00000000-0000-4000-8000-000000000001'
const XHTML = 'http://www.w3.org/1999/xhtml'

/** One measured value: LOINC's code and name, and UCUM's unit. */
export interface Measure {
  readonly code: string
  readonly name: string
  readonly unit: string
}

/** Vital signs as FHIR's vital signs profiles code them (R4, observation-vitalsigns). */
export const MEASURES = {
  systolic: { code: '8480-6', name: 'Systolic blood pressure', unit: 'mm[Hg]' },
  diastolic: { code: '8462-4', name: 'Diastolic blood pressure', unit: 'mm[Hg]' },
  pulse: { code: '8867-4', name: 'Heart rate', unit: '/min' },
  temperature: { code: '8310-5', name: 'Body temperature', unit: 'Cel' },
  oxygen: { code: '2708-6', name: 'Oxygen saturation in Arterial blood', unit: '%' },
  weight: { code: '29463-7', name: 'Body weight', unit: 'kg' },
  glucose: { code: '2339-0', name: 'Glucose [Mass/volume] in Blood', unit: 'mg/dL' },
} as const satisfies Readonly<Record<string, Measure>>

/** A collection Bundle: the visit with its note, a problem for each code, an observation for each vital sign. */
export function noteBundle(note: Note, authorship: Authorship): Json {
  const problems = note.codes.map((code) => conditionOf(code, authorship))
  const resources = [
    visitOf(note, authorship),
    compositionOf(note, authorship),
    ...problems,
    ...vitalSignsOf(note, authorship),
  ]
  const entry = resources.map((resource, i) => (i === 0 ? { fullUrl: VISIT, resource } : { resource }))
  return { resourceType: 'Bundle', type: 'collection', entry }
}

export function readingOf(measure: Measure, value: number, at: string, unit = measure.unit): Json {
  return { ...observation(measure, at), valueQuantity: quantity(value, unit) }
}

/** Blood pressure is one observation with two components (R4, profile bp). */
export function bloodPressureOf(systolic: number, diastolic: number | null, at: string): Json {
  const lower = diastolic === null ? [] : [part(MEASURES.diastolic, diastolic)]
  const whole = { code: '85354-9', name: 'Blood pressure panel with all children optional', unit: '' }
  return { ...observation(whole, at), component: [part(MEASURES.systolic, systolic), ...lower] }
}

function part(measure: Measure, value: number): Json {
  return { code: loinc(measure), valueQuantity: quantity(value, measure.unit) }
}

function visitOf({ codes }: Note, { at, organisationName, practitionerName }: Authorship): Json {
  return {
    resourceType: 'Encounter',
    status: 'finished',
    class: { system: ACT_CODE, code: 'AMB', display: 'ambulatory' },
    period: { start: at },
    participant: [{ individual: { display: practitionerName } }],
    serviceProvider: { display: organisationName },
    ...(codes.length > 0 ? { reasonCode: codes.map(icd) } : {}),
  }
}

function compositionOf({ text }: Note, { at, practitionerName, organisationName }: Authorship): Json {
  const type = loinc({ code: '11488-4', name: 'Consult note', unit: '' })
  const div = `<div xmlns="${XHTML}">${text
    .split('\n')
    .map((line) => `<p>${escaped(line)}</p>`)
    .join('')}</div>`
  return {
    resourceType: 'Composition',
    status: 'final',
    type,
    encounter: { reference: VISIT },
    date: at,
    author: [{ display: practitionerName }],
    custodian: { display: organisationName },
    title: firstLine(text),
    section: [{ title: 'Note', text: { status: 'generated', div } }],
  }
}

function conditionOf(code: Note['codes'][number], { at }: Authorship): Json {
  return {
    resourceType: 'Condition',
    clinicalStatus: concept('condition-clinical', 'active'),
    verificationStatus: concept('condition-ver-status', 'provisional'),
    code: icd(code),
    subject: { display: 'the patient of this chart' },
    encounter: { reference: VISIT },
    recordedDate: at,
  }
}

function concept(system: string, code: string): Json {
  return { coding: [{ system: `http://terminology.hl7.org/CodeSystem/${system}`, code }] }
}

function vitalSignsOf({ vitalSigns }: Note, { at }: Authorship): readonly Json[] {
  const { systolic, diastolic, pulse, temperature, oxygen, weight } = vitalSigns
  const measured = (measure: Measure, value: number | null, unit?: string) =>
    value === null ? [] : [readingOf(measure, value, at, unit)]
  const found = [
    ...(systolic === null ? [] : [bloodPressureOf(systolic, diastolic, at)]),
    ...measured(MEASURES.pulse, pulse),
    ...measured(MEASURES.temperature, temperature?.value ?? null, temperature?.unit),
    ...measured(MEASURES.oxygen, oxygen),
    ...measured(MEASURES.weight, weight),
  ]
  return found.map((each) => ({ ...each, encounter: { reference: VISIT } }))
}

function observation(measure: Measure, at: string): Json {
  const category = { coding: [{ system: OBSERVATION_CATEGORY, code: 'vital-signs' }] }
  return {
    resourceType: 'Observation',
    status: 'final',
    category: [category],
    code: loinc(measure),
    effectiveDateTime: at,
  }
}

function loinc({ code, name }: Measure): Json {
  return { coding: [{ system: LOINC, code, display: name }], text: name }
}

function quantity(value: number, unit: string): Json {
  return {
    value,
    unit: unit === 'mm[Hg]' ? 'mmHg' : unit === 'Cel' ? '°C' : unit === '[degF]' ? '°F' : unit,
    system: UCUM,
    code: unit,
  }
}

function icd({ code, words }: Note['codes'][number]): Json {
  return { coding: [{ system: ICD10, code, display: words }], text: words }
}

function firstLine(text: string): string {
  return text.trim().split('\n')[0]?.slice(0, 100) || 'Note'
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
