import { expect, it } from 'vitest'
import { MINUTE } from '#kernel'
import { spoken } from './spoken.ts'

it('says nothing while there is time', () => {
  expect(spoken(30 * MINUTE)).toBeUndefined()
})

it('says the same through the last five minutes and the last one, so that each is read once', () => {
  expect(spoken(5 * MINUTE)).toBe(5 * MINUTE)
  expect(spoken(4 * MINUTE)).toBe(5 * MINUTE)
  expect(spoken(MINUTE)).toBe(MINUTE)
  expect(spoken(1)).toBe(MINUTE)
})

it('leaves the end to the words of the page', () => {
  expect(spoken(0)).toBeUndefined()
})
