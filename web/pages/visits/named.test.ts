import { describe, expect, it } from 'vitest'
import { newHealthId } from '#identity/model'
import { healthIdIn, isMisread, namedBy } from './named.ts'

const healthId = newHealthId(1000, 123_456_789)
const written = healthId.replaceAll(/(\d{4})(?=\d)/g, '$1 ')
const misread = healthId.slice(0, 13) + ((Number(healthId.at(-1)) + 1) % 10)

describe('what a doctor types', () => {
  it.each([
    ['a health ID', healthId, { by: 'health-id', value: healthId }],
    ['a health ID as it stands on the card', ` ${written} `, { by: 'health-id', value: healthId }],
    ['a token', '12', { by: 'token', value: '12' }],
    ['a token with its sign', '#7', { by: 'token', value: '7' }],
    ['a phone number', '98450 12345', { by: 'contact', value: '98450 12345' }],
    ['an e-mail address', 'asha@example.org', { by: 'contact', value: 'asha@example.org' }],
  ])('is told by its form: %s', (_, typed, named) => {
    expect(namedBy(typed)).toEqual(named)
  })

  it.each([
    ['nothing', ''],
    ['a name, by which nobody is found', 'Asha Rao'],
    ['a health ID with a digit misread', misread],
    ['half a health ID', healthId.slice(0, 8)],
    ['half an address', 'asha@'],
  ])('is not guessed at: %s', (_, typed) => {
    expect(namedBy(typed)).toBeUndefined()
  })

  it('is said to be misread where there are fourteen digits that do not fit', () => {
    expect(isMisread(misread)).toBe(true)
    expect(isMisread(healthId)).toBe(false)
    expect(isMisread('12')).toBe(false)
  })
})

it('finds the health ID in what a scanner reads, and nothing in a code that is no card', () => {
  expect(healthIdIn(healthId)).toBe(healthId)
  expect(healthIdIn('https://example.org/counter/ABCDEFGHJK')).toBeUndefined()
})
