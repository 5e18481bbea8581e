import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { amountText, readAmount, toAmount } from './amount.ts'

describe('an amount', () => {
  it.each([
    ['1', 1_000],
    ['½', 500],
    ['1½', 1_500],
    ['1 1/2', 1_500],
    ['3/4', 750],
    ['0.5', 500],
    ['2.5', 2_500],
    ['0', 0],
    [' 10 ', 10_000],
  ])('is read from %s', (text, thousandths) => {
    expect(readAmount(text)).toBe(thousandths)
  })

  it.each(['', '-1', '1.2345', '1/3', '2/2', '3/2', '11/2', '.5', '1.', 'one', '1,5', '99999', '1e3', '١'])(
    'is not read from %j',
    (text) => {
      expect(readAmount(text)).toBeUndefined()
    },
  )

  it('is read as it is written', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10_000_000 }), (thousandths) => {
        expect(readAmount(amountText(toAmount(thousandths)))).toBe(thousandths)
      }),
    )
  })

  it.each([
    [500, '0.5'],
    [1_000, '1'],
    [2_500, '2.5'],
    [125, '0.125'],
    [100, '0.1'],
  ])('of %i thousandths is written without a zero that is misread: %s', (thousandths, text) => {
    expect(amountText(toAmount(thousandths))).toBe(text)
  })

  it.each([-1, 0.5, 10_000_001, Number.NaN])('is not %d thousandths', (thousandths) => {
    expect(() => toAmount(thousandths)).toThrow(RangeError)
  })
})
