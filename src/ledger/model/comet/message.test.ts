import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { CodecError, EMPTY, fromHex, toHex } from '#kernel'

import { plain } from '../../../../test/vectors/comet/plain.ts'
import { embedded, optional, repeated, scalar } from './field.ts'
import { fromBytes, message } from './message.ts'
import { fixed64, int, raw, text } from './wire.ts'

const inner = message({ count: scalar(1, int, 0) })
const outer = message({
  number: scalar(1, int, 0),
  name: scalar(2, text, ''),
  always: embedded(3, inner),
  perhaps: optional(4, inner),
  many: repeated(5, raw),
  fixed: scalar(6, fixed64, 0),
})

const nothing = { number: 0, name: '', always: { count: 0 }, perhaps: null, many: [], fixed: 0 }

const anyOuter = fc.record({
  number: fc.maxSafeInteger(),
  name: fc.string({ unit: 'grapheme' }),
  always: fc.record({ count: fc.nat() }),
  perhaps: fc.option(fc.record({ count: fc.maxSafeNat() })),
  many: fc.array(fc.uint8Array({ maxLength: 200 }), { maxLength: 4 }),
  fixed: fc.maxSafeInteger(),
})

it('leaves out what is zero, but not an embedded message', () => {
  expect(toHex(outer.write(nothing))).toBe('1a00')
  expect(toHex(outer.write({ ...nothing, perhaps: { count: 0 }, many: [EMPTY] }))).toBe('1a0022002a00')
})

it('writes numbers below zero as ten bytes, and fixed ones as eight', () => {
  expect(toHex(inner.write({ count: -1 }))).toBe('08ffffffffffffffffff01')
  expect(toHex(outer.write({ ...nothing, fixed: -2 }))).toBe('1a0031feffffffffffffff')
})

it('reads back whatever it wrote', () => {
  fc.assert(
    fc.property(anyOuter, (value) => {
      expect(plain(fromBytes(outer, outer.write(value)))).toEqual(plain(value))
    }),
  )
})

it('reads no other bytes than those it would write', () => {
  const altered = fc.tuple(anyOuter, fc.nat(), fc.integer({ min: 1, max: 255 }))
  fc.assert(
    fc.property(altered, ([value, place, mask]) => {
      const bytes = Uint8Array.from(outer.write(value))
      const at = place % bytes.length
      bytes[at] = (bytes[at] ?? 0) ^ mask
      const again = readOrRefuse(bytes)
      expect(again ?? toHex(bytes)).toBe(toHex(bytes))
    }),
    { numRuns: 1000 },
  )
})

it('refuses bytes that end early, wherever they end', () => {
  const bytes = outer.write({ ...nothing, number: 300, name: 'ward', many: [EMPTY], fixed: 5 })
  const readable = Array.from(bytes.keys()).filter(
    (end) => readOrRefuse(bytes.subarray(0, end)) !== undefined,
  )
  // Behind the embedded message and behind the repeated field the rest may be missing: it would all be zero.
  expect(readable).toEqual([11, 13])
})

describe('refuses, as not what CometBFT writes', () => {
  it.each([
    ['a zero that is written out', '08001a00'],
    ['an empty name that is written out', '12001a00'],
    ['a number longer than need be', '0881001a00'],
    ['a length longer than need be', '1a8000'],
    ['fields out of order', '1a000801'],
    ['a field twice', '080108021a00'],
    ['an embedded message twice', '1a001a00'],
    ['an embedded message left out', '0801'],
    ['an unknown field', '1a003801'],
    ['an unknown field inside', '1a021001'],
    ['a known field in another wire type', '0a01011a00'],
    ['a group', '0b0c1a00'],
    ['a wire type that is not', '0f1a00'],
    ['a number beyond 2^53', '08808080808080801010'.concat('1a00')],
    ['a number of eleven bytes', '08ffffffffffffffffffff01'.concat('1a00')],
    ['a length beyond the end', '1a7f00'],
    ['text that is not UTF-8', '1201ff1a00'],
  ])('%s', (_what, bytes) => {
    expect(() => fromBytes(outer, fromHex(bytes))).toThrow(CodecError)
  })
})

function readOrRefuse(bytes: Uint8Array): string | undefined {
  try {
    return toHex(outer.write(fromBytes(outer, bytes)))
  } catch (error) {
    if (error instanceof CodecError) return undefined
    throw error
  }
}
