import { describe, expect, it } from 'vitest'

import { toAmount } from './amount.ts'
import { amountADay } from './rhythm.ts'
import { readShorthand } from './shorthand.ts'

const times = (MORN: number, NOON: number, EVE: number, NIGHT: number) => ({
  kind: 'times',
  doses: { MORN, NOON, EVE, NIGHT },
})

describe('what doctors write for when', () => {
  it.each([
    ['1-0-1', times(1_000, 0, 0, 1_000)],
    ['1-0-0', times(1_000, 0, 0, 0)],
    ['0-0-1', times(0, 0, 0, 1_000)],
    ['1-1-1', times(1_000, 1_000, 0, 1_000)],
    ['1-1-1-1', times(1_000, 1_000, 1_000, 1_000)],
    ['1-0-1-0', times(1_000, 0, 1_000, 0)],
    ['½-0-½', times(500, 0, 0, 500)],
    ['1/2 - 0 - 1 1/2', times(500, 0, 0, 1_500)],
    ['2.5–0–2.5', times(2_500, 0, 0, 2_500)],
    ['od', times(1_000, 0, 0, 0)],
    ['BD', times(1_000, 0, 0, 1_000)],
    ['b.d.', times(1_000, 0, 0, 1_000)],
    ['TDS', times(1_000, 1_000, 0, 1_000)],
    ['QID', times(1_000, 1_000, 1_000, 1_000)],
    ['HS', times(0, 0, 0, 1_000)],
    ['2 BD', times(2_000, 0, 0, 2_000)],
    ['½ HS', times(0, 0, 0, 500)],
    ['SOS', { kind: 'needed', dose: 1_000, most: 3 }],
    ['stat', { kind: 'once', dose: 1_000 }],
    ['q8h', { kind: 'hourly', hours: 8, dose: 1_000 }],
    ['every 6 hours', { kind: 'hourly', hours: 6, dose: 1_000 }],
  ])('reads %s', (text, rhythm) => {
    expect(readShorthand(text)).toEqual(rhythm)
  })

  it.each([
    '',
    '1',
    '1-0',
    '1-0-1-0-1',
    '0-0-0',
    '0 BD',
    '1-x-1',
    '-1-0-1',
    'q5h',
    'q0h',
    'QD',
    'daily',
    'BDD',
    '11/2-0-1',
  ])('does not guess what %j means', (text) => {
    expect(readShorthand(text)).toBeUndefined()
  })

  it.each([
    ['1-0-1', 2_000],
    ['½-½-½-½', 2_000],
    ['q8h', 3_000],
    ['2 SOS', 6_000],
    ['STAT', 1_000],
  ])('comes to so much a day at most: %s', (text, thousandths) => {
    const rhythm = readShorthand(text)
    expect(rhythm && amountADay(rhythm)).toBe(toAmount(thousandths))
  })
})
