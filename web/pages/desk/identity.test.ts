import { expect, it } from 'vitest'
import { askedFor, isSame } from './identity.ts'

it.each([
  ['1980-06-01', 'day', '1980-06-01'],
  ['1980-06', 'year', '1980'],
  ['1980', 'year', '1980'],
])('asks of %s the %s, and takes %s', (written, asked, said) => {
  expect(askedFor(written)).toBe(asked)
  expect(isSame(written, said)).toBe(true)
})

it.each([
  ['1980-06-01', '1980-01-06'],
  ['1980-06-01', '1980'],
  ['1980-06-01', ''],
  ['1980', '1981'],
  ['1980', ''],
])('takes of %s not %j', (written, said) => {
  expect(isSame(written, said)).toBe(false)
})
