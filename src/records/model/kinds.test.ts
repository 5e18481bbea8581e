import { expect, it } from 'vitest'

import type { Kind } from '#consent/model'

import { isResource, type Resource } from './fhir/resource.ts'
import { kindOf } from './kinds.ts'

const CATEGORY = 'http://terminology.hl7.org/CodeSystem/observation-category'

function observation(category: string | undefined, loinc = '718-7'): Resource {
  const coded = (system: string, code: string) => ({ coding: [{ system, code }] })
  const code = coded('http://loinc.org', loinc)
  return {
    resourceType: 'Observation',
    status: 'final',
    code,
    ...(category && { category: [coded(CATEGORY, category)] }),
  }
}

it.each<[Resource, Kind]>([
  [observation('laboratory'), 'result'],
  [observation('procedure'), 'result'],
  [observation(undefined), 'result'],
  [observation('vital-signs'), 'vital-signs'],
  [observation('vital-sign'), 'vital-signs'],
  [observation(undefined, '8867-4'), 'vital-signs'],
  [observation('imaging'), 'imaging'],
  [observation('social-history'), 'other'],
  [observation('survey'), 'other'],
])('%# sorts an observation by what it is', (resource, kind) => {
  expect(kindOf(resource)).toBe(kind)
})

const code = { text: 'x' }
const subject = { reference: 'Patient/1' }

it.each<[Resource, Kind]>([
  [{ resourceType: 'Encounter', status: 'finished', class: { code: 'AMB' } }, 'visit'],
  [{ resourceType: 'DiagnosticReport', status: 'final', code }, 'result'],
  [
    {
      resourceType: 'DiagnosticReport',
      status: 'final',
      code,
      category: [{ coding: [{ system: 'http://terminology.hl7.org/CodeSystem/v2-0074', code: 'RAD' }] }],
    },
    'imaging',
  ],
  [{ resourceType: 'DocumentReference', status: 'current', content: [] }, 'document'],
  [{ resourceType: 'CarePlan', status: 'active', intent: 'plan', subject }, 'plan'],
  [{ resourceType: 'Patient' }, 'other'],
])('%# sorts a resource by its type', (resource, kind) => {
  expect(kindOf(resource)).toBe(kind)
})

it('takes a type that no table has, even one named like a method, for other', () => {
  const resource: unknown = JSON.parse('{"resourceType":"toString"}')
  expect(isResource(resource) && kindOf(resource)).toBe('other')
})
