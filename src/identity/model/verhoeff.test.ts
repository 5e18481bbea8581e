import * as fc from 'fast-check'
import { expect, it } from 'vitest'

import { checkDigitOf, hasValidCheckDigit } from './verhoeff.ts'

/** Published: 236 in Wikipedia's article on the algorithm, the others in Wikibooks and Rosetta Code. */
const PUBLISHED = [
  ['236', 3],
  ['12345', 1],
  ['123456789012', 0],
  ['142857', 0],
  ['8473643095483728456789', 2],
] as const

const digits = fc.stringMatching(/^\d{13}$/)

it.each(PUBLISHED)('gives %s the published check digit %i', (number, digit) => {
  expect(checkDigitOf(number)).toBe(digit)
  expect(hasValidCheckDigit(`${number}${digit}`)).toBe(true)
})

it('finds every single wrong digit', () => {
  fc.assert(
    fc.property(digits, fc.nat(13), fc.integer({ min: 1, max: 9 }), (body, place, by) => {
      const right = `${body}${checkDigitOf(body)}`
      const wrong = (Number(right[place]) + by) % 10
      expect(hasValidCheckDigit(`${right.slice(0, place)}${wrong}${right.slice(place + 1)}`)).toBe(false)
    }),
  )
})

it('finds every swap of two different neighbours', () => {
  fc.assert(
    fc.property(digits, fc.nat(12), (body, place) => {
      const right = `${body}${checkDigitOf(body)}`
      const [a = '', b = ''] = [right[place], right[place + 1]]
      fc.pre(a !== b)
      expect(hasValidCheckDigit(`${right.slice(0, place)}${b}${a}${right.slice(place + 2)}`)).toBe(false)
    }),
  )
})

it('says no to what is not digits', () => {
  expect(hasValidCheckDigit('')).toBe(false)
  expect(hasValidCheckDigit('236x')).toBe(false)
})
