import { expect, it } from 'vitest'
import { readDose } from './dose.ts'

it('reads three figures as morning, noon and night, and four with the evening', () => {
  expect(readDose('1-0-2 × 30 days')).toEqual({
    how: [
      { time: 'morning', count: '1' },
      { time: 'night', count: '2' },
    ],
    days: 30,
  })
  expect(readDose('0-0-½-0')).toEqual({ how: [{ time: 'evening', count: '½' }], days: undefined })
})

it('knows the Latin of prescriptions', () => {
  expect(readDose('TDS × 5 days')).toEqual({ how: 'TDS', days: 5 })
  expect(readDose('stat × 1 days')).toEqual({ how: 'stat', days: 1 })
})

it('guesses no dose', () => {
  for (const written of ['0-0-0', '1-1', '10-0-10', '1-0-1 after food', 'once a week', '500 mg · 2×/d', ''])
    expect(readDose(written), written).toBeUndefined()
})
