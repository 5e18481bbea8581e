import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { fromHex, toHex, type Bytes } from './bytes.ts'
import {
  bytes,
  CodecError,
  Cursor,
  decode,
  encode,
  enumeration,
  fixed,
  list,
  mapped,
  nullable,
  struct,
  uint,
  type Codec,
  type Decoded,
} from './codec.ts'

const dose = struct({
  unit: enumeration(['tablet', 'millilitre', 'drop']),
  count: uint,
  note: bytes(40),
  batch: fixed(4),
  times: list(uint, 5),
  until: nullable(uint),
  next: nullable(struct({ day: uint, words: list(bytes(3), 3) })),
  height: mapped(
    uint,
    (tenths) => tenths * 10,
    (value) => value / 10,
  ),
})

const anyDose: fc.Arbitrary<Decoded<typeof dose>> = fc.record({
  unit: fc.constantFrom('tablet', 'millilitre', 'drop'),
  count: fc.maxSafeNat(),
  note: fc.uint8Array({ maxLength: 40 }),
  batch: fc.uint8Array({ minLength: 4, maxLength: 4 }),
  times: fc.array(fc.maxSafeNat(), { maxLength: 5 }),
  until: fc.option(fc.maxSafeNat()),
  next: fc.option(
    fc.record({ day: fc.nat(), words: fc.array(fc.uint8Array({ maxLength: 3 }), { maxLength: 3 }) }),
  ),
  height: fc.nat().map((tenths) => tenths * 10),
})

const malformed = expect.objectContaining({ code: 'MALFORMED' })

/** The bytes again, or undefined where they were refused; nothing else may happen. */
function again<T>(codec: Codec<T>, given: Bytes): string | undefined {
  try {
    return toHex(encode(codec, decode(codec, given)))
  } catch (error) {
    if (error instanceof CodecError) return undefined
    throw error
  }
}

describe('one value has one encoding:', () => {
  it('what was written is read', () => {
    fc.assert(
      fc.property(anyDose, (value) => {
        expect(again(dose, encode(dose, value))).toBe(toHex(encode(dose, value)))
        expect(decode(dose, encode(dose, value)).count).toBe(value.count)
        expect(decode(dose, encode(dose, value)).times).toEqual(value.times)
        expect(decode(dose, encode(dose, value)).until).toBe(value.until)
      }),
    )
  })

  it('bytes altered anywhere are refused, or are another value’s only encoding', () => {
    fc.assert(
      fc.property(anyDose, fc.nat(), fc.integer({ min: 1, max: 255 }), (value, place, mask) => {
        const altered = Uint8Array.from(encode(dose, value))
        const at = place % altered.length
        altered[at] = (altered[at] ?? 0) ^ mask
        expect(again(dose, altered) ?? toHex(altered)).toBe(toHex(altered))
      }),
      { numRuns: 1000 },
    )
  })

  it('bytes made up are refused, or are written back the same', () => {
    const any = fc.uint8Array({ maxLength: 30 })
    fc.assert(
      fc.property(any, (given) => {
        expect(again(dose, given) ?? toHex(given)).toBe(toHex(given))
      }),
      { numRuns: 2000 },
    )
  })

  it('bytes cut anywhere, or with one too many, are refused', () => {
    fc.assert(
      fc.property(anyDose, fc.nat(), (value, place) => {
        const whole = encode(dose, value)
        expect(again(dose, whole.subarray(0, place % whole.length))).toBeUndefined()
        expect(again(dose, Uint8Array.of(...whole, 0))).toBeUndefined()
      }),
    )
  })
})

describe('a number', () => {
  it.each([
    [0, '00'],
    [127, '7f'],
    [128, '8001'],
    [300, 'ac02'],
    [2 ** 31, '8080808008'],
    [2 ** 32, '8080808010'],
    [Number.MAX_SAFE_INTEGER, 'ffffffffffffff0f'],
  ])('%d is %s', (value, written) => {
    expect(toHex(encode(uint, value))).toBe(written)
    expect(decode(uint, fromHex(written))).toBe(value)
  })

  it.each([-1, 0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53])('%d is not written', (value) => {
    expect(() => encode(uint, value)).toThrow(malformed)
  })

  it.each([
    ['longer than it is', '8000'],
    ['longer than it is', 'ff00'],
    ['of 2^53', '8080808080808010'],
    ['without an end', '8080'],
    ['of nothing', ''],
    ['of very many zeros', '80'.repeat(300)],
  ])('%s is not read: %s', (_what, written) => {
    expect(() => decode(uint, fromHex(written))).toThrow(malformed)
  })
})

describe('limits hold both ways:', () => {
  it.each<[string, () => unknown]>([
    ['bytes too many to write', () => encode(bytes(2), fromHex('010203'))],
    ['bytes too many to read', () => decode(bytes(2), fromHex('03010203'))],
    ['a length beyond the end', () => decode(bytes(1000), fromHex('ff0101'))],
    ['fixed bytes of another length', () => encode(fixed(2), fromHex('01'))],
    ['a list too long to write', () => encode(list(uint, 1), [1, 2])],
    ['a list too long to read', () => decode(list(uint, 1), fromHex('020102'))],
    ['a list that promises more than there is', () => decode(list(uint, 1_000_000), fromHex('c0843d'))],
    ['a word that is not in the list', () => decode(enumeration(['a', 'b']), fromHex('02'))],
    ['a mark that is neither absent nor present', () => decode(nullable(uint), fromHex('0201'))],
    ['absent, with something behind', () => decode(nullable(uint), fromHex('0001'))],
  ])('%s', (_what, act) => {
    expect(act).toThrow(malformed)
  })
})

it('writes words as their place in the list, so that new ones go at the end', () => {
  const words = enumeration(['entries', 'looks', 'consents'])
  expect(toHex(encode(words, 'consents'))).toBe('02')
  expect(decode(words, fromHex('01'))).toBe('looks')
})

it('writes fields in the order they are named in the codec, whatever the order in the value', () => {
  const pair = struct({ b: uint, a: uint })
  expect(toHex(encode(pair, { a: 1, b: 2 }))).toBe('0201')
})

it('takes bytes one after another, and not one more', () => {
  const cursor = new Cursor(fromHex('010203'))
  expect(toHex(cursor.take(2))).toBe('0102')
  expect(cursor.rest).toBe(1)
  expect(() => cursor.take(2)).toThrow(malformed)
  expect(toHex(cursor.take(1))).toBe('03')
  expect(cursor.rest).toBe(0)
})
