import { expect, it } from 'vitest'
import { referenceWords } from './reference-words.ts'

const source = JSON.stringify({
  resourceType: 'DiagnosticReport',
  result: [{ reference: 'Observation/1', display: 'HbA1c' }, { reference: 'Observation/2' }],
  encounter: { reference: 'Encounter/1', display: 'Visit of 3 March' },
})

it('takes the words that the resource has for what it refers to', () => {
  expect(referenceWords(source, 'DiagnosticReport.result[0]')).toBe('HbA1c')
  expect(referenceWords(source, 'DiagnosticReport.encounter')).toBe('Visit of 3 March')
})

it('has none where the resource has none, or nothing is there', () => {
  expect(referenceWords(source, 'DiagnosticReport.result[1]')).toBeUndefined()
  expect(referenceWords(source, 'DiagnosticReport.result[7]')).toBeUndefined()
  expect(referenceWords(source, 'DiagnosticReport.constructor.name')).toBeUndefined()
})
