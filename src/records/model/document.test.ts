import { expect, it } from 'vitest'

import { validateResource } from '../validation.ts'
import { textsIn } from './codes.ts'
import { documentResource, hashIn, withConfidentiality } from './document.ts'

const words = {
  title: 'Discharge summary',
  careDay: '2023-05-06',
  where: 'Taluk Hospital',
  department: 'Medicine',
  fileName: 'scan.pdf',
  addedAt: '2024-01-01T00:00:00.000Z',
}
const file = { type: 'application/pdf', bytes: 7, hash: 'ab'.repeat(32), text: null } as const

it('is well-formed FHIR, with all that may be said and with the least', () => {
  const least = { ...words, title: '', where: '', department: '' }
  for (const resource of [documentResource(words, file), documentResource(least, file)]) {
    expect(validateResource(resource)).toEqual([])
    expect(validateResource(withConfidentiality(resource, true))).toEqual([])
  }
})

it('carries what is written in it as its narrative, whatever that is', () => {
  const text = 'Platelets < 90 & falling\r\n\u0007"now" \ud83d</div><script>'
  const resource = documentResource(words, { ...file, text })
  expect(validateResource(resource)).toEqual([])
  expect(textsIn(resource)).toContain('Platelets < 90 & falling "now" \ufffd</div><script>')
  expect(JSON.stringify(resource)).not.toContain('<script')
  expect(JSON.stringify(documentResource(words, { ...file, text: 'a'.repeat(100_000) })).length).toBeLessThan(
    25_000,
  )
})

it('names its file by hash, and a resource from elsewhere names none', () => {
  expect(hashIn(documentResource(words, file))).toBe(file.hash)
  expect(
    hashIn({
      resourceType: 'DocumentReference',
      content: [{ attachment: { url: 'http://example.org/a.pdf' } }],
    }),
  ).toBeNull()
  expect(hashIn('nothing')).toBeNull()
})
