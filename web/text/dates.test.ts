import { expect, it } from 'vitest'
import { toInstant } from '#kernel'
import { clockWords, dateWords, dayWords, exactWords, momentWords } from './dates.ts'

const ZONE = 'Asia/Kolkata'
const at = toInstant(Date.parse('2026-03-03T14:05:09+05:30'))
const evening = toInstant(Date.parse('2026-03-03T23:59:59+05:30'))
const midnight = toInstant(Date.parse('2026-03-04T00:00:00+05:30'))

/** What is asked for with plain spaces, as it is written: none of them may be where a line ends. */
function whole(day: string): string {
  return day.replaceAll(' ', '\u00a0')
}

it('writes a day with its month as a word, day first, in each language', () => {
  expect(dayWords('2026-03-03', 'en')).toBe(whole('3 March 2026'))
  expect(dayWords('2026-03-03', 'hi')).toBe(whole('3 मार्च 2026'))
  expect(dayWords('2026-03-03', 'kn')).toBe(whole('3 ಮಾರ್ಚ್ 2026'))
})

it('is no more precise than the chart', () => {
  expect(dayWords('2026', 'en')).toBe('2026')
  expect(dayWords('2026-03', 'kn')).toBe(whole('ಮಾರ್ಚ್ 2026'))
})

it('keeps the day that the writer of a dateTime wrote, whatever the zone of the reader', () => {
  expect(dayWords('2026-03-03T00:10:00+05:30', 'en')).toBe(whole('3 March 2026'))
})

it('says today until the day ends where the reader is', () => {
  expect(momentWords(at, evening, 'en', ZONE)).toBe(whole('today 14:05'))
  expect(momentWords(at, midnight, 'en', ZONE)).toBe(`${whole('3 March 2026')}, 14:05`)
  expect(momentWords(at, evening, 'kn', ZONE)).toBe(whole('ಇಂದು 14:05'))
  expect(dateWords(at, evening, 'hi', ZONE)).toBe('आज')
  expect(dateWords(at, midnight, 'hi', ZONE)).toBe(whole('3 मार्च 2026'))
})

it('counts hours to 24', () => {
  expect(clockWords(midnight, 'en', ZONE)).toBe('00:00')
})

it('gives the exact time with its zone', () => {
  expect(exactWords(at, 'en', ZONE)).toBe(`${whole('3 March 2026')}, 14:05:09 IST`)
})
