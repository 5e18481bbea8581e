import { describe, expect, it } from 'vitest'

import { toInstant } from '#kernel'

import { licenceClaimSchema, licenceStateAt, orderSchema } from './licence.ts'
import { counterDay, endOfDay } from './queue.ts'

describe('the state of a licence', () => {
  it.each([
    [{ validUntil: 100, heldUntil: null, suspendedAt: null }, 99, 'active'],
    [{ validUntil: 100, heldUntil: null, suspendedAt: null }, 100, 'expired'],
    [{ validUntil: 100, heldUntil: 50, suspendedAt: null }, 49, 'held'],
    [{ validUntil: 100, heldUntil: 50, suspendedAt: null }, 50, 'active'],
    [{ validUntil: 40, heldUntil: 50, suspendedAt: null }, 45, 'held'],
    [{ validUntil: 100, heldUntil: 50, suspendedAt: 10 }, 49, 'suspended'],
    [{ validUntil: 100, heldUntil: null, suspendedAt: 10 }, 200, 'suspended'],
  ] as const)('%j at %i is %s', (course, at, state) => {
    expect(licenceStateAt(course, toInstant(at))).toBe(state)
  })
})

describe('what is asked of a claim and an order', () => {
  const claim = {
    council: 'KMC Bengaluru',
    number: '1',
    system: 'modern',
    qualification: 'MBBS',
    registeredIn: 'Karnataka',
    validUntil: '2030-02-28',
  }

  it('is every field, in its form', () => {
    expect(licenceClaimSchema.safeParse(claim).success).toBe(true)
    for (const wrong of [{ system: 'magic' }, { validUntil: '2030-02-30' }, { number: ' ' }, { extra: 1 }])
      expect(licenceClaimSchema.safeParse({ ...claim, ...wrong }).success).toBe(false)
  })

  it('is an order that somebody gave, on a day', () => {
    const order = { issuer: 'Karnataka Medical Council', number: '7', date: '2026-03-01', text: '' }
    expect(orderSchema.safeParse(order).success).toBe(true)
    expect(orderSchema.safeParse({ ...order, number: '' }).success).toBe(false)
  })
})

describe('a day at the counter', () => {
  it.each([
    ['2026-03-01T18:29:59.999Z', '2026-03-01'],
    ['2026-03-01T18:30:00.000Z', '2026-03-02'],
    ['2026-12-31T20:00:00.000Z', '2027-01-01'],
  ])('at %s is %s', (at, day) => {
    expect(counterDay(toInstant(Date.parse(at)))).toBe(day)
  })

  it('ends at midnight in India', () => {
    expect(endOfDay('2026-03-01')).toBe(Date.parse('2026-03-02T00:00:00+05:30'))
  })
})
