import { expect, it } from 'vitest'
import { digitsOf } from './digits.ts'

it.each([
  ['123456', '123456'],
  ['123 456', '123456'],
  ['Your code is 123-456.', '123456'],
  ['१२३४५६', '123456'],
  ['೧೨೩೪೫೬', '123456'],
  ['1234567', '123456'],
  ['abc', ''],
  ['١٢٣', ''],
])('reads %j as %j', (typed, digits) => {
  expect(digitsOf(typed, 6)).toBe(digits)
})
