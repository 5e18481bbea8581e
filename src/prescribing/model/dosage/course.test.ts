import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { toAmount } from './amount.ts'
import { amountOf, MOST_DAYS, wholeUnits, WEEKDAYS, type Days, type Step, type Weekday } from './course.ts'
import { at, type Rhythm } from './rhythm.ts'

const daily: Days = { kind: 'daily' }
const twice = at(['MORN', 'NIGHT'])
const unitsOf = (steps: readonly Step[], begins: Weekday = 'mon') => wholeUnits(amountOf(steps, begins))

describe('a course', () => {
  it('of one tablet in the morning and one at night for 10 days is 20 tablets', () => {
    expect(unitsOf([{ rhythm: twice, days: daily, length: 10 }])).toBe(20)
  })

  it('of halves is handed out whole', () => {
    const rhythm = at(['NIGHT'], toAmount(500))
    expect(unitsOf([{ rhythm, days: daily, length: 5 }])).toBe(3)
  })

  it('on alternate days begins with its first', () => {
    const rhythm = at(['MORN'])
    expect(unitsOf([{ rhythm, days: { kind: 'alternate' }, length: 7 }])).toBe(4)
  })

  it('once a week for four weeks is four, on whichever day it begins', () => {
    const step: Step = { rhythm: at(['MORN']), days: { kind: 'weekdays', on: ['sun'] }, length: 28 }
    expect(WEEKDAYS.map((begins) => unitsOf([step], begins))).toEqual([4, 4, 4, 4, 4, 4, 4])
  })

  it('on named weekdays counts those that fall into it', () => {
    const step: Step = { rhythm: at(['MORN']), days: { kind: 'weekdays', on: ['mon', 'thu'] }, length: 4 }
    expect(unitsOf([step], 'mon')).toBe(2)
    expect(unitsOf([step], 'tue')).toBe(1)
    expect(unitsOf([step], 'fri')).toBe(1)
  })

  it('that tapers is the sum of its steps', () => {
    const step = (tablets: number): Step => ({
      rhythm: at(['MORN'], toAmount(tablets * 1_000)),
      days: daily,
      length: 5,
    })
    expect(unitsOf([step(4), step(3), step(2), step(1)])).toBe(50)
  })

  it('of one dose is one dose, however many days it may wait', () => {
    const once: Rhythm = { kind: 'once', dose: toAmount(2_000) }
    expect(unitsOf([{ rhythm: once, days: daily, length: 3 }])).toBe(2)
  })

  it('when needed is the most that it may be', () => {
    const needed: Rhythm = { kind: 'needed', dose: toAmount(1_000), most: 3 }
    expect(unitsOf([{ rhythm: needed, days: daily, length: 5 }])).toBe(15)
  })

  it.each([0, -1, 1.5, MOST_DAYS + 1, Number.NaN])('does not last %d days', (length) => {
    expect(() => amountOf([{ rhythm: twice, days: daily, length }], 'mon')).toThrow(RangeError)
  })

  it('is as much in two steps as in one', () => {
    const days = fc.constantFrom<Days>(
      daily,
      { kind: 'weekdays', on: ['tue'] },
      { kind: 'weekdays', on: ['mon', 'sat'] },
    )
    fc.assert(
      fc.property(
        days,
        fc.constantFrom(...WEEKDAYS),
        fc.integer({ min: 2, max: 60 }),
        (on, begins, length) => {
          const split = Math.floor(length / 2)
          const whole = amountOf([{ rhythm: twice, days: on, length }], begins)
          const halves = [split, length - split].map((part) => ({ rhythm: twice, days: on, length: part }))
          expect(amountOf(halves, begins)).toBe(whole)
        },
      ),
    )
  })
})
