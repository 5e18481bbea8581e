import { expect, it } from 'vitest'

import { toUtf8 } from '#kernel'

import { readResource } from './fhir/resource.ts'
import { identifiersOf, identityOf, nameOfCondition } from './identifiers.ts'

const practitioner = readResource(
  toUtf8(
    '{"resourceType":"Practitioner","identifier":[{"system":"urn:kmc","value":"12 3"},{"value":"local"},{"use":"old"}]}',
  ),
)

it('calls a resource by each of its identifiers, as conditional references do', () => {
  expect(identifiersOf(practitioner)).toEqual(['Practitioner|urn:kmc|12 3', 'Practitioner||local'])
  expect(nameOfCondition('Practitioner?identifier=urn:kmc|12%203')).toBe('Practitioner|urn:kmc|12 3')
  expect(nameOfCondition('Practitioner?identifier=urn%3Akmc%7C12+3')).toBe('Practitioner|urn:kmc|12 3')
  expect(nameOfCondition('Practitioner?identifier=local')).toBe('Practitioner||local')
})

it.each([
  'Practitioner/1',
  '#1',
  'urn:uuid:1',
  'Practitioner?name=Asha',
  'Practitioner?identifier=a|b&active=true',
  '',
])('finds no name in %j', (written) => {
  expect(nameOfCondition(written)).toBeUndefined()
})

it('takes two for one by what is asked for first, then by URL, then by identifier', () => {
  const fullUrl = 'urn:uuid:0'
  const ifNoneExist = 'identifier=urn:kmc|12%203'
  expect(identityOf(practitioner, { fullUrl, ifNoneExist })).toBe('Practitioner|urn:kmc|12 3')
  expect(identityOf(practitioner, { fullUrl, ifNoneExist: null })).toBe('Practitioner|url|urn:uuid:0')
  expect(identityOf(practitioner, { fullUrl: null, ifNoneExist: null })).toBe('Practitioner|urn:kmc|12 3')
  const nameless = readResource(toUtf8('{"resourceType":"Organization"}'))
  expect(identityOf(nameless, { fullUrl: null, ifNoneExist: null })).toBeUndefined()
})
