import { expect, it } from 'vitest'
import { DAY, HOUR, MINUTE } from '#kernel'
import { ageWords, countWords, lengthWords, listWords, partWords, sizeWords } from './numbers.ts'

it('groups by lakh', () => {
  expect(countWords(1_234_567)).toBe('12,34,567')
})

it('names a length, rounded down, with its minutes where it is of a few hours', () => {
  expect(lengthWords(2 * HOUR - 1, 'en')).toBe('1 hr 59 mins')
  expect(lengthWords(HOUR + 21 * MINUTE, 'kn')).toBe('1 ಗಂ. 21 ನಿಮಿ')
  expect(lengthWords(7 * HOUR + 30 * MINUTE, 'en')).toBe('7 hours')
  expect(lengthWords(12 * MINUTE + 59_000, 'en')).toBe('12 minutes')
  expect(lengthWords(HOUR, 'hi')).toBe('1 घंटा')
  expect(lengthWords(2 * DAY + HOUR, 'kn')).toBe('2 ದಿನಗಳು')
  expect(lengthWords(0, 'en')).toBe('0 minutes')
})

it('speaks of ages, sizes, parts and lists', () => {
  expect(ageWords(1, 'en')).toBe('1 year')
  expect(sizeWords(2_340_000, 'en')).toBe('2.3 MB')
  expect(sizeWords(340_000, 'en')).toBe('340 kB')
  expect(sizeWords(45, 'en')).toBe('1 kB')
  expect(partWords(0.42, 'en')).toBe('42%')
  expect(listWords(['a', 'b', 'c'], 'en')).toBe('a, b and c')
})
