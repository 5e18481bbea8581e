import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'
import { createGunzip } from 'node:zlib'

import { toUtf8 } from '#kernel'
import { expect, it } from 'vitest'

import { sharedData } from '../../../test/shared-data.ts'
import { openSlice, sliceBundle } from './slices.ts'

const bundles = sharedData('synthea/dev.bundles.ndjson.gz')

const bundle = `\uFEFF { "resourceType": "Bundle", "type" : "transaction", "entry": [
  { "fullUrl": "urn:uuid:1", "resource": {"resourceType":"Observation","valueQuantity":{"value": 1.50}, "note":"\\"}]"},
    "request": { "method": "POST", "url": "Observation", "ifNoneExist": "identifier=a|b" } },
  { "resource": { "resourceType" : "Patient" } }
] } `

it('keeps every resource as the bytes it came in', () => {
  const bytes = toUtf8(bundle)
  const { type, entries } = sliceBundle(bytes)
  const texts = entries.map(({ start, end }) => new TextDecoder().decode(bytes.subarray(start, end)))
  expect(type).toBe('transaction')
  expect(texts).toEqual([
    '{"resourceType":"Observation","valueQuantity":{"value": 1.50}, "note":"\\"}]"}',
    '{ "resourceType" : "Patient" }',
  ])
  expect(entries[0]).toMatchObject({
    path: 'Bundle.entry[0].resource',
    fullUrl: 'urn:uuid:1',
    method: 'POST',
    url: 'Observation',
    ifNoneExist: 'identifier=a|b',
  })
  expect(entries[1]).toMatchObject({ fullUrl: null, method: null, url: null, ifNoneExist: null })
})

it('takes a resource on its own for one slice, even one that has a list called entry', () => {
  const bytes = toUtf8('{"entry":[{"item":{"reference":"Patient/1"}}],"resourceType":"List"}')
  const { type, entries } = sliceBundle(bytes)
  expect(type).toBeNull()
  expect(entries).toHaveLength(1)
  expect(entries[0]).toMatchObject({ path: 'List', start: 0, end: bytes.length })
})

it('reads a Bundle whose type comes last, and one without entries', () => {
  const late = '{"entry":[{"resource":{"resourceType":"Patient"}}],"type":"batch","resourceType":"Bundle"}'
  expect(sliceBundle(toUtf8(late)).entries).toHaveLength(1)
  expect(sliceBundle(toUtf8('{"resourceType":"Bundle","type":"batch"}')).entries).toEqual([])
})

it.each([
  ['', 'NOT_A_RESOURCE', 0],
  ['[]', 'NOT_A_RESOURCE', 0],
  ['{}', 'NOT_A_RESOURCE', 0],
  ['{"resourceType":"Patient"} x', 'MALFORMED_JSON', 27],
  ['{"resourceType":"Patient"', 'MALFORMED_JSON', 25],
  ['{"resourceType":"Patient",}', 'MALFORMED_JSON', 26],
  ['{"resourceType":"Bundle"}', 'NOT_A_RESOURCE', 0],
  ['{"resourceType":"Bundle","type":7}', 'NOT_A_RESOURCE', 32],
  ['{"resourceType":"Bundle","type":"batch","entry":{}}', 'NOT_A_RESOURCE', 48],
  ['{"resourceType":"Bundle","type":"batch","entry":[{}]}', 'NOT_A_RESOURCE', 49],
  ['{"resourceType":"Bundle","type":"batch","entry":[{"resource":[]}]}', 'NOT_A_RESOURCE', 61],
  ['{"resourceType":"Bundle","type":"batch","entry":[{"resource":{"a":[}]}]}', 'MALFORMED_JSON', 67],
  ['{"resourceType":"Bundle","type":"batch","type":"batch"}', 'NAMED_TWICE', 40],
  ['{"resourceType":"Bundle","type":"batch","t\\u0079pe":"batch"}', 'NAMED_TWICE', 40],
  ['{"resourceType":"Bundle","type":"batch","entry":[{"resource":{},"resource":{}}]}', 'NAMED_TWICE', 64],
  [
    '{"resourceType":"Bundle","type":"batch","entry":[{"resource":{},"request":{"url":"a","url":"b"}}]}',
    'NAMED_TWICE',
    85,
  ],
  ['{"resourceType":"Bundle","type":"batch","total":01}', 'MALFORMED_JSON', 48],
  [`{"resourceType":"Patient","a":${'['.repeat(101)}`, 'TOO_DEEP', 130],
])('refuses %s as %s at byte %i', (text, code, byte) => {
  expect(() => sliceBundle(toUtf8(text))).toThrow(expect.objectContaining({ code, byte }))
})

it.each([
  ['{"resourceType":"Patient","name":[{"family":"a","family":"b"}]}', 'NAMED_TWICE', 'Patient.name[0]', 48],
  ['{"resourceType":"Patient","active":tru}', 'MALFORMED_JSON', 'Patient.active', 35],
  ['{"resourceType":"Patient","id":"\u0001"}', 'MALFORMED_JSON', 'Patient.id', 31],
  ['{"resourceType":"Patient","id" "x"}', 'MALFORMED_JSON', 'resource', 31],
])('refuses %s when it is opened, by place', (text, code, path, byte) => {
  const bytes = toUtf8(text)
  const open = () => sliceBundle(bytes).entries.map((slice) => openSlice(bytes, slice))
  expect(open).toThrow(expect.objectContaining({ code, path, byte }))
})

it('refuses what is not UTF-8', () => {
  const bytes = toUtf8('{"resourceType":"Patient","id":"a"}')
  bytes[32] = 0xff
  expect(() => openSlice(bytes, sliceBundle(bytes).entries[0] ?? never())).toThrow(
    expect.objectContaining({ code: 'MALFORMED_JSON', message: expect.stringContaining('not UTF-8') }),
  )
})

it.skipIf(!bundles)('finds in the Synthea bundles what JSON.parse finds', async () => {
  let checked = 0
  for await (const line of linesOf(bundles ?? '')) {
    const bytes = toUtf8(line)
    const { entries } = sliceBundle(bytes)
    const parsed: { entry: { fullUrl: string; resource: object }[] } = JSON.parse(line)
    expect(entries.map(({ fullUrl }) => fullUrl)).toEqual(parsed.entry.map(({ fullUrl }) => fullUrl))
    expect(entries.map((slice) => openSlice(bytes, slice))).toEqual(
      parsed.entry.map(({ resource }) => resource),
    )
    checked += entries.length
    if (checked > 10_000) break
  }
  expect(checked).toBeGreaterThan(10_000)
})

function linesOf(path: string) {
  return createInterface({ input: createReadStream(path).pipe(createGunzip()) })
}

function never(): never {
  throw new Error('there is no slice')
}
