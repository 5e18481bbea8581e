import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import {
  FIRST_NODE,
  LAST_NODE,
  SERIALS,
  formatHealthId,
  isHealthId,
  newHealthId,
  nodeOf,
  parseHealthId,
} from './health-id.ts'

const ids = fc
  .tuple(fc.integer({ min: FIRST_NODE, max: LAST_NODE }), fc.nat(SERIALS - 1))
  .map(([node, serial]) => newHealthId(node, serial))
const refusal = expect.objectContaining({ code: 'NOT_A_HEALTH_ID' })

describe('a health ID', () => {
  it('has 14 digits, begins with its node and ends with a check digit', () => {
    fc.assert(
      fc.property(ids, (id) => {
        expect(id).toMatch(/^\d{14}$/)
        expect(isHealthId(id)).toBe(true)
        expect(String(nodeOf(id))).toBe(id.slice(0, 4))
      }),
    )
  })

  it('is read back from the way it is printed', () => {
    fc.assert(
      fc.property(ids, (id) => {
        expect(parseHealthId(formatHealthId(id))).toBe(id)
      }),
    )
    expect(formatHealthId(newHealthId(1000, 123_456_789))).toMatch(/^1000 1234 5678 9\d$/)
  })

  it('is read with hyphens and stray spaces', () => {
    const id = newHealthId(1000, 7)
    expect(parseHealthId(` ${id.slice(0, 4)}-${id.slice(4, 8)} ${id.slice(8)} `)).toBe(id)
  })

  it.each(['', '1000', '10001234567890123', 'abcd', '00001234567890', '१०००१२३४५६७८९०'])(
    'is not %j',
    (text) => {
      expect(() => parseHealthId(text)).toThrow(refusal)
    },
  )

  it('is not one with a digit misread', () => {
    const id = newHealthId(1000, 123_456_789)
    expect(() => parseHealthId(`${id.slice(0, -1)}${(Number(id.at(-1)) + 1) % 10}`)).toThrow(refusal)
  })

  it.each([
    [999, 1],
    [10_000, 1],
    [1000, -1],
    [1000, SERIALS],
    [1000, 0.5],
  ])('is not made of node %d and serial %d', (node, serial) => {
    expect(() => newHealthId(node, serial)).toThrow(RangeError)
  })
})
