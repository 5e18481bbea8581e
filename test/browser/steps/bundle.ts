/** What another system exports of a patient: FHIR R4, with an allergy, a medicine, problems and two results. */
import type { PaperFile } from '../someone.ts'

/** What it says in words. */
export const BUNDLE_WORDS = ['Metformin 500 mg', 'Type 2 diabetes', 'HIV disease'] as const

export interface OfWhom {
  readonly name: string
  readonly born: string
  readonly gender: 'female' | 'male'
}

const [METFORMIN, DIABETES, HIV] = BUNDLE_WORDS
const PATIENT = 'urn:uuid:5b1c9a52-3f5e-4a53-9d34-3f2f7a0c1a01'

export function bundle(name: string, whom: OfWhom): PaperFile {
  const resources = [
    patient(whom),
    allergy('Penicillin'),
    medicine(METFORMIN, '2025-08-04'),
    condition('E11', DIABETES, '2021-02-11'),
    condition('B20', HIV, '2022-06-20'),
    haemoglobin('7.9', '2024-07-15'),
    haemoglobin('6.80', '2025-08-04'),
  ]
  const entry = resources.map((resource, at) => ({ fullUrl: at === 0 ? PATIENT : urn(at), resource }))
  const text = JSON.stringify({ resourceType: 'Bundle', type: 'collection', entry }, null, 2)
  // A decimal as it was written: JSON.stringify would make 6.8 of it.
  return {
    name,
    mimeType: 'application/fhir+json',
    buffer: Buffer.from(text.replaceAll(/"=([\d.]+)"/g, '$1')),
  }
}

const subject = { reference: PATIENT }

function urn(at: number): string {
  return PATIENT.replace(/01$/, `${at}`.padStart(2, '0').replace('01', '99'))
}

function patient({ name, born, gender }: OfWhom) {
  return { resourceType: 'Patient', name: [{ text: name }], gender, birthDate: born }
}

function allergy(text: string) {
  const status = { coding: [{ system: `${TERMS}/allergyintolerance-clinical`, code: 'active' }] }
  return { resourceType: 'AllergyIntolerance', clinicalStatus: status, code: { text }, patient: subject }
}

function medicine(text: string, authoredOn: string) {
  const said = { status: 'active', intent: 'order', medicationCodeableConcept: { text } }
  return { resourceType: 'MedicationRequest', ...said, subject, authoredOn }
}

function condition(code: string, text: string, onsetDateTime: string) {
  const coding = [{ system: 'http://hl7.org/fhir/sid/icd-10', code, display: text }]
  const clinicalStatus = { coding: [{ system: `${TERMS}/condition-clinical`, code: 'active' }] }
  return { resourceType: 'Condition', clinicalStatus, code: { coding, text }, subject, onsetDateTime }
}

function haemoglobin(value: string, effectiveDateTime: string) {
  const category = [{ coding: [{ system: `${TERMS}/observation-category`, code: 'laboratory' }] }]
  const code = { coding: [{ system: 'http://loinc.org', code: '4548-4' }], text: 'HbA1c' }
  const valueQuantity = { value: `=${value}`, unit: '%', system: 'http://unitsofmeasure.org', code: '%' }
  return {
    resourceType: 'Observation',
    status: 'final',
    category,
    code,
    subject,
    effectiveDateTime,
    valueQuantity,
  }
}

const TERMS = 'http://terminology.hl7.org/CodeSystem'
