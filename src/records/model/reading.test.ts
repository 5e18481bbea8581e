import { expect, it } from 'vitest'

import { refuseBeyond, refuseTemperature, type Reading } from './reading.ts'

const NOW = 1_700_000_000_000
const BORN = '1984-03-12'
const taken = (
  reading: Reading['reading'],
  value: number,
  second: number | null = null,
  takenAt = NOW,
): Reading => ({
  reading,
  value,
  second,
  takenAt,
})

it.each([
  taken('blood-pressure', 120, 80),
  taken('glucose', 600),
  taken('weight', 0.8),
  taken('temperature', 36.6),
  taken('pulse', 42),
  taken('oxygen', 100),
  taken('weight', 3.1, null, Date.parse('1984-03-11T20:00:00Z')),
])('takes $reading of $value', (reading) => {
  expect(() => refuseBeyond(reading, NOW, BORN)).not.toThrow()
})

it.each([
  taken('blood-pressure', 120),
  taken('blood-pressure', 80, 120),
  taken('blood-pressure', 120, 120),
  taken('blood-pressure', 400, 80),
  taken('glucose', 5.5),
  taken('oxygen', 101),
  taken('temperature', 98.6),
  taken('weight', 70, 60),
  taken('pulse', 80, null, NOW + 3_600_000),
  taken('pulse', 80, null, Date.parse('1983-11-11')),
  taken('pulse', 80, null, Number.MIN_SAFE_INTEGER),
])('refuses $reading of $value / $second', (reading) => {
  expect(() => refuseBeyond(reading, NOW, BORN)).toThrow(expect.objectContaining({ code: 'NOT_WELL_FORMED' }))
})

it('takes a temperature in the unit it is in', () => {
  expect(() => refuseTemperature({ value: 101.2, unit: '[degF]' })).not.toThrow()
  expect(() => refuseTemperature(null)).not.toThrow()
  expect(() => refuseTemperature({ value: 37, unit: '[degF]' })).toThrow('cannot be')
  expect(() => refuseTemperature({ value: 101.2, unit: 'Cel' })).toThrow('cannot be')
})

it('takes a temperature in the unit it was read in, and that unit for nothing else', () => {
  const fever: Reading = { reading: 'temperature', value: 101.2, second: null, takenAt: NOW }
  expect(() => refuseBeyond({ ...fever, unit: '[degF]' }, NOW, BORN)).not.toThrow()
  expect(() => refuseBeyond(fever, NOW, BORN)).toThrow('cannot be')
  expect(() => refuseBeyond({ ...fever, value: 37, unit: '[degF]' }, NOW, BORN)).toThrow('cannot be')
  expect(() => refuseBeyond({ ...fever, reading: 'pulse', unit: '[degF]' }, NOW, BORN)).toThrow('cannot be')
})
