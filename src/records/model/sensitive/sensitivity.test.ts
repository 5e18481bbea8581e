import { readdirSync, readFileSync } from 'node:fs'

import { toUtf8 } from '#kernel'
import { expect, it } from 'vitest'

import { sharedData } from '../../../../test/shared-data.ts'
import { readResource, type Resource } from '../fhir/resource.ts'
import type { Sensitivity } from './category.ts'
import { sensitivityOf } from './sensitivity.ts'

function condition(system: string, code: string): Resource {
  const coding = [{ system, code }]
  return { resourceType: 'Condition', subject: { reference: 'Patient/1' }, code: { coding } }
}

function coded(system: string, code: string): readonly Sensitivity[] {
  return sensitivityOf({ resource: condition(system, code) }).categories
}

const ICD10 = 'http://hl7.org/fhir/sid/icd-10'

it.each<[string, Sensitivity]>([
  ['B20', 'hiv'],
  ['B24.9', 'hiv'],
  ['Z21', 'hiv'],
  ['F00', 'mental-health'],
  ['F32.1', 'mental-health'],
  ['F99', 'mental-health'],
  ['F10.2', 'substance-use'],
  ['F19', 'substance-use'],
  ['A50', 'sexual'],
  ['A64', 'sexual'],
  ['N97.0', 'reproductive'],
  ['O03.9', 'reproductive'],
  ['Z30.0', 'reproductive'],
  ['Z33', 'reproductive'],
  ['T74.1', 'abuse'],
  ['T76', 'abuse'],
  ['Y06', 'abuse'],
  ['Z69.0', 'abuse'],
  ['F64.0', 'gender-identity'],
  ['Z87.890', 'gender-identity'],
  ['Z13.7', 'genetic'],
  ['Z14', 'genetic'],
  ['Z31.5', 'genetic'],
  ['X60', 'self-harm'],
  ['X84', 'self-harm'],
])('takes ICD-10 %s for %s', (code, category) => {
  expect(coded(ICD10, code)).toContain(category)
  expect(coded('http://hl7.org/fhir/sid/icd-10-cm', code)).toContain(category)
})

it.each([
  'B19',
  'B25',
  'A49',
  'A65',
  'E11.9',
  'I10',
  'O09',
  'Z29',
  'Z34',
  'Z34.9',
  'Z13.1',
  'Z87.89',
  'X59',
  'X85',
  'T75',
  'Y08',
])('does not take ICD-10 %s for sensitive', (code) => {
  expect(coded(ICD10, code)).toEqual([])
})

it.each<[string, string, Sensitivity]>([
  ['http://snomed.info/sct', '86406008', 'hiv'],
  ['http://snomed.info/sct', '5602001', 'substance-use'],
  ['http://loinc.org', '20447-9', 'hiv'],
  ['http://loinc.org', '2106-3', 'reproductive'],
  ['http://www.whocc.no/atc', 'J05AR10', 'hiv'],
  ['http://www.whocc.no/atc', 'N05AN01', 'mental-health'],
  ['http://id.who.int/icd/release/11/mms', '6A20.0', 'mental-health'],
])('takes %s %s for %s', (system, code, category) => {
  expect(coded(system, code)).toContain(category)
})

it('does not take a code of one system for the same code of another', () => {
  expect(coded('http://example.org', 'F32.1')).toEqual([])
  expect(coded('http://loinc.org', 'F32.1')).toEqual([])
})

function said(text: string): readonly Sensitivity[] {
  return sensitivityOf({ text }).categories
}

it.each<[string, Sensitivity]>([
  ['HIV I & II antibodies: non-reactive', 'hiv'],
  ['Tri-dot test, HIV1 negative', 'hiv'],
  ['Patient denies alcohol use', 'substance-use'],
  ['Family history of schizophrenia in mother', 'mental-health'],
  ['Tab. Lithium carbonate 300 mg BD', 'mental-health'],
  ['No h/o suicidal ideation', 'self-harm'],
  ['MTP kit given, follow up after 2 weeks', 'reproductive'],
  ['Ref: Dept of Psychiatry', 'mental-health'],
  ['VDRL non reactive', 'sexual'],
  ['एचआईवी जांच', 'hiv'],
  ['मनोरोग विभाग', 'mental-health'],
  ['रोगी शराबी नहीं है', 'substance-use'],
  ['गर्भपात के बाद', 'reproductive'],
  ['आत्महत्या का प्रयास', 'self-harm'],
  ['ಎಚ್‌ಐವಿ ಪರೀಕ್ಷೆ', 'hiv'],
  ['ಖಿನ್ನತೆಯಿಂದ ಬಳಲುತ್ತಿದ್ದಾರೆ', 'mental-health'],
  ['ಮದ್ಯಪಾನದ ಅಭ್ಯಾಸವಿಲ್ಲ', 'substance-use'],
  ['ಗರ್ಭನಿರೋಧಕ ಮಾತ್ರೆ', 'reproductive'],
  ['ಆತ್ಮಹತ್ಯೆಗೆ ಯತ್ನ', 'self-harm'],
])('hears %j as %s, whoever it is about and even where it is denied', (text, category) => {
  expect(said(text)).toContain(category)
})

it.each([
  'Fitted with hearing aids',
  'ECG: ST depression in V5, V6',
  'Urticaria, hives since 2 days',
  'Non-alcoholic fatty liver, grade I',
  'First aid given',
  'Sex: Female. Age: 34 years',
  'Swab the skin with alcohol',
  'Art therapy is on Tuesday',
  'ಮಧ್ಯಾಹ್ನ ಊಟದ ನಂತರ',
  'रक्त परीक्षण सामान्य',
])('does not hear %j as anything', (text) => {
  expect(said(text)).toEqual([])
})

it.each<[string, Sensitivity]>([
  ['hiv_report.pdf', 'hiv'],
  ['HIVReport2024.pdf', 'hiv'],
  ['scan-UPT-positive.jpg', 'reproductive'],
  ['ಗರ್ಭಪಾತ ವರದಿ.pdf', 'reproductive'],
])('hears a file called %s as %s', (fileName, category) => {
  expect(sensitivityOf({ fileName, text: 'nothing here' }).categories).toContain(category)
})

it('hears the department', () => {
  expect(sensitivityOf({ text: 'BP 120/80', department: 'ART Centre, KR Hospital' }).evidence).toMatchObject([
    { category: 'hiv', by: 'department', what: 'ART centre', where: 'department' },
  ])
})

it('says what raised it and where', () => {
  const resource = readResource(
    toUtf8(`{"resourceType":"MedicationRequest","status":"active","intent":"order","subject":{},
      "medicationCodeableConcept":{"text":"Tenofovir 300 mg"},"note":[{"text":"fine"},{"text":"started at ART centre"}]}`),
  )
  expect(sensitivityOf({ resource }).evidence).toMatchObject([
    { by: 'medicine', what: 'tenofovir', where: 'MedicationRequest.medicationCodeableConcept.text' },
    { by: 'department', what: 'ART centre', where: 'MedicationRequest.note[1].text' },
  ])
})

it('heeds the label that an author set', () => {
  const security = (code: string): Resource => ({
    resourceType: 'Basic',
    code: {},
    meta: { security: [{ code }] },
  })
  expect(sensitivityOf({ resource: security('PSY') }).categories).toEqual(['mental-health'])
  expect(sensitivityOf({ resource: security('V') }).categories).toEqual(['restricted'])
  expect(sensitivityOf({ resource: security('N') }).categories).toEqual([])
})

const scan: Resource = {
  resourceType: 'DocumentReference',
  status: 'current',
  content: [{ attachment: { contentType: 'image/jpeg', url: 'Binary/1' } }],
}

it('takes a scan without text for sensitive until a person says otherwise', () => {
  expect(sensitivityOf({ resource: scan }).categories).toEqual(['unread'])
  expect(sensitivityOf({ resource: scan, text: null }).categories).toEqual(['unread'])
  expect(sensitivityOf({ resource: scan, text: '  ' }).categories).toEqual(['unread'])
  expect(sensitivityOf({ text: null, fileName: 'IMG_1.jpg' }).categories).toEqual(['unread'])
  expect(sensitivityOf({ resource: scan, text: 'Haemoglobin 12 g/dL' }).categories).toEqual([])
  expect(sensitivityOf({ resource: scan, isSeenByPerson: true }).categories).toEqual([])
})

it('reads text that an attachment carries, and narrative', () => {
  const data = btoa('Refer to psychiatrist')
  const note: Resource = { ...scan, content: [{ attachment: { contentType: 'text/plain', data } }] }
  expect(sensitivityOf({ resource: note }).categories).toEqual(['mental-health'])
  const div = '<div xmlns="http://www.w3.org/1999/xhtml">H<b>IV</b> status: <b>syphilis</b></div>'
  const told: Resource = { resourceType: 'Basic', code: {}, text: { status: 'generated', div } }
  expect(sensitivityOf({ resource: told }).categories).toEqual(['sexual'])
})

const abdm = sharedData('abdm')

it.skipIf(!abdm)(
  'finds the alcohol and the anxiety of the ABDM examples, and leaves their cholesterol alone',
  () => {
    const found = new Map(
      readdirSync(abdm ?? '').map((file) => {
        const resource = readResource(readFileSync(`${abdm}/${file}`))
        return [file, sensitivityOf({ resource }).categories]
      }),
    )
    expect(found.get('Observation-example-25.json')).toEqual(['substance-use'])
    expect(found.get('Observation-example-24.json')).toEqual(['mental-health'])
    expect(found.get('Observation-lab-example-01.json')).toEqual([])
    expect(found.get('DocumentReference-example-01.json')).toEqual(['unread'])
  },
)
