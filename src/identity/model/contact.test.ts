import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { maskContact, parseContact, parseIdentifier } from './contact.ts'
import { formatHealthId, newHealthId } from './health-id.ts'

describe('a phone number', () => {
  it.each([
    '9845012345',
    '098450 12345',
    '+91 98450 12345',
    '91-98450-12345',
    '0091 98450 12345',
    '(98450) 12345',
  ])('typed as %j is one and the same', (text) =>
    expect(parseContact(text)).toEqual({ channel: 'phone', address: '+919845012345' }),
  )

  it('keeps the country it came with', () => {
    expect(parseContact('+1 (415) 555-2671')).toEqual({ channel: 'phone', address: '+14155552671' })
  })

  it.each(['12345', '98450123456789012', '+0123456789', '984501234', 'nine eight', '', '++919845012345'])(
    'is not %j',
    (text) => expect(() => parseContact(text)).toThrow(expect.objectContaining({ code: 'NOT_A_CONTACT' })),
  )
})

describe('an e-mail address', () => {
  it('is the same in capitals and with spaces around it', () => {
    expect(parseContact(' Ravi.K@Example.ORG ')).toEqual({ channel: 'email', address: 'ravi.k@example.org' })
  })

  it.each([
    'ravi@',
    '@example.org',
    'ravi@example',
    'a b@example.org',
    'a@b@c.org',
    `${'a'.repeat(250)}@b.org`,
  ])('is not %j', (text) =>
    expect(() => parseContact(text)).toThrow(expect.objectContaining({ code: 'NOT_A_CONTACT' })),
  )

  it('is stable: what was read is read again as itself', () => {
    fc.assert(
      fc.property(fc.emailAddress(), (typed) => {
        const { address } = parseContact(typed)
        expect(parseContact(address).address).toBe(address)
      }),
    )
  })
})

it('tells a health ID from a phone number', () => {
  const id = newHealthId(1000, 42)
  expect(parseIdentifier(formatHealthId(id))).toEqual({ channel: 'health-id', address: id })
  expect(parseIdentifier('00919845012345').channel).toBe('phone')
})

it('shows others no more of a contact than its end', () => {
  expect(maskContact(parseContact('9845012345'))).toBe('•••• 2345')
  expect(maskContact(parseContact('ravi@example.org'))).toBe('r•••@example.org')
})
