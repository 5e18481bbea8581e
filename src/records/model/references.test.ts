import { expect, it } from 'vitest'

import { readQuery, readTarget, referencesIn, resolverOf } from './references.ts'

it('finds every reference with its place, in what is contained too', () => {
  const resource = {
    resourceType: 'MedicationRequest',
    contained: [{ resourceType: 'Medication', manufacturer: { reference: 'Organization/9' } }],
    subject: { reference: 'urn:uuid:1', display: 'Asha' },
    medicationReference: { reference: '#m' },
    reasonReference: [{ reference: 'Condition/2' }, { display: 'pain' }, { identifier: { value: 'x' } }],
    requester: { reference: 'Practitioner?identifier=http://hl7.org/fhir/sid/us-npi|9999' },
  }
  expect(referencesIn(resource).map(({ path, target }) => [path, target.form])).toEqual([
    ['MedicationRequest.contained[0].manufacturer', 'relative'],
    ['MedicationRequest.subject', 'absolute'],
    ['MedicationRequest.medicationReference', 'contained'],
    ['MedicationRequest.reasonReference[0]', 'relative'],
    ['MedicationRequest.requester', 'conditional'],
  ])
})

it.each([
  ['Patient/1', { form: 'relative', type: 'Patient', id: '1' }],
  ['Patient/1/_history/2', { form: 'relative', type: 'Patient', id: '1' }],
  ['#p1', { form: 'contained', id: 'p1' }],
  ['urn:uuid:5-a', { form: 'absolute', url: 'urn:uuid:5-a', type: null, id: null }],
  [
    'https://a.in/fhir/Patient/1',
    { form: 'absolute', url: 'https://a.in/fhir/Patient/1', type: 'Patient', id: '1' },
  ],
  [
    'Practitioner?identifier=http://x|9',
    { form: 'conditional', type: 'Practitioner', query: [['identifier', 'http://x|9']] },
  ],
  ['not a reference', undefined],
  ['patient/1', undefined],
  ['', undefined],
])('reads %j', (written, target) => {
  expect(readTarget(written)).toEqual(target)
})

it('reads the query of ifNoneExist, even a badly escaped one', () => {
  expect(readQuery('identifier=http%3A%2F%2Fx%7C9&name=a+b&bad=%zz&=')).toEqual([
    ['identifier', 'http://x|9'],
    ['name', 'a b'],
    ['bad', '%zz'],
    ['', ''],
  ])
})

it('resolves within a Bundle: urn, under the base of the entry, and by a fullUrl that is relative itself', () => {
  const resolve = resolverOf([
    { fullUrl: 'urn:uuid:1', value: 'first' },
    { fullUrl: 'urn:uuid:1', value: 'the same again' },
    { fullUrl: 'https://a.in/fhir/Patient/1', value: 'restful' },
    { fullUrl: 'Patient/7', value: 'relative' },
    { fullUrl: null, value: 'unaddressed' },
  ])
  expect(resolve('urn:uuid:1', null)).toBe('first')
  expect(resolve('Patient/1', 'https://a.in/fhir/Observation/5')).toBe('restful')
  expect(resolve('Patient/1/_history/3', 'https://a.in/fhir/Observation/5')).toBe('restful')
  expect(resolve('Patient/7', 'Observation/5')).toBe('relative')
  expect(resolve('Patient/1', 'https://b.in/fhir/Observation/5')).toBeUndefined()
  expect(resolve('Patient/1', null)).toBeUndefined()
})
