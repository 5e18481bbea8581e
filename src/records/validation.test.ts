import { expect, it } from 'vitest'

import { validateResource } from './validation.ts'

const CODE = { coding: [{ system: 'http://loinc.org', code: '718-7' }] }
const observation = { resourceType: 'Observation', status: 'final', code: CODE }

it('takes a resource as R4 describes it', () => {
  expect(validateResource(observation)).toEqual([])
  expect(
    validateResource({ ...observation, effectiveDateTime: '2024-02-29', valueQuantity: { value: 1.5 } }),
  ).toEqual([])
})

it.each([
  [null, 'resource', 'should be an object'],
  [{}, 'resource.resourceType', 'is not a resource type of R4'],
  [{ resourceType: 'Foo' }, 'resource.resourceType', 'is not a resource type of R4'],
  [{ resourceType: 'constructor' }, 'resource.resourceType', 'is not a resource type of R4'],
  [{ resourceType: 'HumanName' }, 'resource.resourceType', 'is not a resource type of R4'],
  [{ resourceType: 'Observation', code: CODE }, 'Observation.status', 'is missing'],
  [{ resourceType: 'Observation', status: 'final' }, 'Observation.code', 'is missing'],
  [{ ...observation, status: 'done' }, 'Observation.status', 'is not one of the codes that R4 allows here'],
  [{ ...observation, colour: 'red' }, 'Observation.colour', 'is not an element of R4'],
  [{ ...observation, 'a b<': 'red' }, 'Observation.a?b?', 'is not an element of R4'],
  [{ ...observation, code: [CODE] }, 'Observation.code', 'should be an object'],
  [{ ...observation, category: CODE }, 'Observation.category', 'should be an array'],
  [{ ...observation, component: [{ code: CODE }, {}] }, 'Observation.component[1].code', 'is missing'],
  [
    { ...observation, effectiveDateTime: '3/2/2024' },
    'Observation.effectiveDateTime',
    'is not written as a dateTime',
  ],
  [
    { ...observation, effectiveDateTime: '2023-02-29' },
    'Observation.effectiveDateTime',
    'is not written as a dateTime',
  ],
  [
    { ...observation, valueString: 'a', valueInteger: 1 },
    'Observation.value[x]',
    'is given in more than one type',
  ],
  [{ ...observation, valueInteger: 1.5 }, 'Observation.valueInteger', 'should be an integer'],
  [
    { ...observation, valueQuantity: { value: '1.5' } },
    'Observation.valueQuantity.value',
    'should be a number',
  ],
  [
    { resourceType: 'MedicationRequest', status: 'active', intent: 'order', subject: {} },
    'MedicationRequest.medication[x]',
    'is missing',
  ],
  [
    { resourceType: 'Binary', contentType: 'text/plain', data: 'a' },
    'Binary.data',
    'is not written as a base64Binary',
  ],
  [
    { ...observation, contained: [{ resourceType: 'Foo' }] },
    'Observation.contained[0].resourceType',
    'is not a resource type of R4',
  ],
  [
    { ...observation, contained: [{ resourceType: 'Encounter' }] },
    'Observation.contained[0].class',
    'is missing',
  ],
  [
    { ...observation, contained: [{ ...observation, contained: [] }] },
    'Observation.contained[0].contained',
    'is inside a contained resource',
  ],
  [
    { resourceType: 'Bundle', type: 'collection', entry: [{ resource: { resourceType: 'Encounter' } }] },
    'Bundle.entry[0].resource.class',
    'is missing',
  ],
])('refuses %j at %s: %s', (resource, path, problem) => {
  expect(validateResource(resource)).toContainEqual({ path, problem })
})

it('takes a primitive that only has an extension, and nulls in a list of primitives', () => {
  const absent = {
    extension: [{ url: 'http://hl7.org/fhir/StructureDefinition/data-absent-reason', valueCode: 'unknown' }],
  }
  expect(validateResource({ resourceType: 'Observation', _status: absent, code: CODE })).toEqual([])
  const name = [{ given: ['Asha', null], _given: [null, absent] }]
  expect(validateResource({ resourceType: 'Patient', name })).toEqual([])
})

it('says no more than twenty things, and never what stands in the resource', () => {
  const entry = Array.from({ length: 50 }, () => ({ code: 'secret' }))
  const problems = validateResource({ ...observation, component: entry })
  expect(problems).toHaveLength(20)
  expect(JSON.stringify(problems)).not.toContain('secret')
})
