import { expect, it } from 'vitest'

import { codesIn, narrativeText, textsIn, wordsOf } from './codes.ts'

const resource = {
  resourceType: 'Observation',
  id: 'secret-id',
  meta: { tag: [{ system: 'http://example.org/tags', code: 'batch' }] },
  status: 'final',
  text: {
    status: 'generated',
    div: '<div xmlns="http://www.w3.org/1999/xhtml">Sugar &amp; <b>salt</b></div>',
  },
  category: [
    {
      coding: [{ system: 'http://terminology.hl7.org/CodeSystem/observation-category', code: 'laboratory' }],
    },
  ],
  code: {
    coding: [{ system: 'http://loinc.org', code: '4548-4', display: 'HbA1c' }],
    text: 'Three-month sugar',
  },
  valueQuantity: { value: 7.5, unit: '%', system: 'http://unitsofmeasure.org', code: '%' },
  note: [{ text: 'ಸಕ್ಕರೆ ಕಾಯಿಲೆ' }],
}

it('finds clinical codes, not units, categories or tags', () => {
  expect(codesIn(resource)).toEqual(['http://loinc.org|4548-4'])
  expect(
    codesIn({
      resourceType: 'Immunization',
      vaccineCode: { coding: [{ system: 'http://hl7.org/fhir/sid/cvx', code: '140' }] },
    }),
  ).toEqual(['http://hl7.org/fhir/sid/cvx|140'])
})

it('finds words, not ids, codes or addresses', () => {
  expect(textsIn(resource)).toEqual(['Sugar & salt', 'HbA1c', 'Three-month sugar', 'ಸಕ್ಕರೆ ಕಾಯಿಲೆ'])
})

it('takes a narrative for text, whatever it pretends to be', () => {
  expect(narrativeText('<p>a&lt;script&gt;</p>&amp;lt;')).toBe('a<script> &lt;')
})

it('splits words in any script, vowel signs kept', () => {
  expect(wordsOf('HbA1c: ಸಕ್ಕರೆ, मधुमेह-रोग')).toEqual(['hba1c', 'ಸಕ್ಕರೆ', 'मधुमेह', 'रोग'])
})
