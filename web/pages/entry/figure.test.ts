import { expect, it } from 'vitest'
import { figureOf } from './figure.ts'

it.each([
  ['11.2 g/dL', { value: '11.2', unit: 'g/dL' }],
  ['120/80 mmHg', { value: '120/80', unit: 'mmHg' }],
  ['< 0.50 mg/dL', { value: '< 0.50', unit: 'mg/dL' }],
  ['450.00 INR', { value: '450.00', unit: 'INR' }],
  ['1-0-1', { value: '1-0-1' }],
  ['2/3', { value: '2/3' }],
  ['positive', { value: 'positive' }],
])('takes %s apart as far as it is a number with a unit', (figure, parts) => {
  expect(figureOf({ figure })).toEqual(parts)
})

it('leaves to the entry what is no figure but a text', () => {
  expect(figureOf({ figure: 'No focal lesion was seen in either lung.' })).toBeUndefined()
  expect(figureOf({ figure: null })).toBeUndefined()
})
