import { expect, it } from 'vitest'
import { CLAIMS, stateOf } from './steps.ts'

const good = { unaltered: true, complete: true, consentsHold: true }
const statesOf = (report: typeof good | undefined, told: number) =>
  CLAIMS.map((claim) => stateOf(claim, report, told))

it('says nothing before there is a report', () => {
  expect(statesOf(undefined, 0)).toEqual(['checking', 'waiting', 'waiting'])
  expect(statesOf(undefined, 3)).toEqual(['checking', 'waiting', 'waiting'])
})

it('tells one line after the other', () => {
  expect(statesOf(good, 0)).toEqual(['checking', 'waiting', 'waiting'])
  expect(statesOf(good, 1)).toEqual(['true', 'checking', 'waiting'])
  expect(statesOf(good, 3)).toEqual(['true', 'true', 'true'])
})

it('tells of each line by itself what does not hold', () => {
  expect(statesOf({ ...good, complete: false }, 3)).toEqual(['true', 'false', 'true'])
  expect(statesOf({ ...good, consentsHold: false }, 2)).toEqual(['true', 'true', 'checking'])
})
