import { expect, it } from 'vitest'
import { toReading } from './reading.ts'

const typed = { reading: 'glucose', value: '142', second: '', takenAt: 5 } as const

it('sends a reading in the unit that its instrument shows', () => {
  expect(toReading(typed)).toEqual({ reading: 'glucose', value: 142, second: null, takenAt: 5 })
  expect(toReading({ ...typed, reading: 'temperature', value: '101.2' })).toMatchObject({
    value: 101.2,
    unit: '[degF]',
  })
})

it('sends both figures of a blood pressure, and none without the other', () => {
  const pressure = { ...typed, reading: 'blood-pressure', value: '132' } as const
  expect(toReading({ ...pressure, second: '84' })).toMatchObject({ value: 132, second: 84 })
  expect(toReading(pressure)).toBeUndefined()
})

it('reads digits of all our scripts, and a comma as a point', () => {
  expect(toReading({ ...typed, value: '೧೪೨' })?.value).toBe(142)
  expect(toReading({ ...typed, value: '९८,६' })?.value).toBe(98.6)
})

it.each(['', 'high', '-5', '0', '1.2.3', '12.', '1e3', '12 34'])('takes %j for no figure', (value) => {
  expect(toReading({ ...typed, value })).toBeUndefined()
})
