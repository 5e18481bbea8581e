import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import {
  compareBytes,
  concat,
  EMPTY,
  fromBase64Url,
  fromHex,
  fromUtf8,
  isSame,
  toBase64Url,
  toHex,
  toUtf8,
  uint64,
} from './bytes.ts'
import * as browser from './platform/browser.ts'
import * as node from './platform/node.ts'

const bytes = fc.uint8Array({ maxLength: 100 })

describe('hexadecimal', () => {
  it('is read as it is written, in either case', () => {
    fc.assert(
      fc.property(bytes, (value) => {
        expect(toHex(fromHex(toHex(value)))).toBe(toHex(value))
        expect(toHex(fromHex(toHex(value).toUpperCase()))).toBe(toHex(value))
      }),
    )
  })

  it.each(['0', '0g', 'zz', '00 ', ' 00', '0x00', '00é0', '000'])('refuses %j', (text) => {
    expect(() => node.hexToBytes(text)).toThrow()
    expect(() => browser.hexToBytes(text)).toThrow()
  })
})

describe('base64url', () => {
  it('is RFC 4648 section 10 without padding', () => {
    expect(
      ['', 'f', 'fo', 'foo', 'foob', 'fooba', 'foobar'].map((text) => toBase64Url(toUtf8(text))),
    ).toEqual(['', 'Zg', 'Zm8', 'Zm9v', 'Zm9vYg', 'Zm9vYmE', 'Zm9vYmFy'])
    expect(toBase64Url(Uint8Array.of(0xfb, 0xff))).toBe('-_8')
  })

  it('is read back', () => {
    fc.assert(
      fc.property(bytes, (value) => {
        expect(isSame(fromBase64Url(toBase64Url(value)), value)).toBe(true)
      }),
    )
  })

  it.each(['Zg==', 'Zh', '+/8', 'Zm9v ', ' Zm9v', 'Z', 'Zm9v\n', 'Zé9v'])('refuses %j', (text) => {
    expect(() => fromBase64Url(text)).toThrow(TypeError)
  })
})

describe('order and likeness', () => {
  it('is that of memcmp, shorter first', () => {
    fc.assert(
      fc.property(bytes, bytes, (a, b) => {
        const [left, right] = [toHex(a), toHex(b)]
        const expected = left === right ? 0 : left < right ? -1 : 1
        expect(compareBytes(a, b)).toBe(expected)
        expect(browser.compareBytes(a, b)).toBe(expected)
      }),
    )
    expect(compareBytes(Uint8Array.of(1), Uint8Array.of(1, 0))).toBe(-1)
  })

  it('tells bytes apart by content and by length', () => {
    fc.assert(
      fc.property(bytes, bytes, (a, b) => {
        expect(isSame(a, b)).toBe(toHex(a) === toHex(b))
        if (a.length === b.length) expect(browser.equalBytes(a, b)).toBe(toHex(a) === toHex(b))
      }),
    )
    expect(isSame(EMPTY, Uint8Array.of(0))).toBe(false)
    expect(isSame(Uint8Array.of(1, 2), Uint8Array.of(1, 2).subarray(0))).toBe(true)
  })
})

it('writes 64-bit numbers with the largest byte first', () => {
  expect(toHex(uint64(1))).toBe('0000000000000001')
  expect(toHex(uint64(Number.MAX_SAFE_INTEGER))).toBe('001fffffffffffff')
  expect(() => uint64(0.5)).toThrow(RangeError)
})

it('joins parts in their order, as views or not', () => {
  const whole = Uint8Array.of(9, 1, 2, 3, 9)
  expect(toHex(concat(whole.subarray(1, 3), EMPTY, whole.subarray(3, 4)))).toBe('010203')
  expect(concat().length).toBe(0)
})

it('keeps any text whole', () => {
  const texts = fc.string({ unit: 'grapheme', maxLength: 40 })
  fc.assert(
    fc.property(texts, (text) => {
      expect(fromUtf8(toUtf8(text))).toBe(text)
    }),
  )
})

describe('a browser and Node', () => {
  it('give the same bytes and texts', () => {
    fc.assert(
      fc.property(bytes, bytes, (a, b) => {
        expect(browser.bytesToHex(a)).toBe(node.bytesToHex(a))
        expect(browser.bytesToBase64Url(a)).toBe(node.bytesToBase64Url(a))
        expect(node.bytesToHex(browser.sha256Digest(a))).toBe(node.bytesToHex(node.sha256Digest(a)))
        expect(node.bytesToHex(browser.hmacSha256(a, b))).toBe(node.bytesToHex(node.hmacSha256(a, b)))
        expect(node.bytesToHex(browser.concatBytes([a, b]))).toBe(node.bytesToHex(node.concatBytes([a, b])))
        expect(node.bytesToHex(browser.base64UrlToBytes(node.bytesToBase64Url(a)))).toBe(node.bytesToHex(a))
      }),
    )
  })

  it('keep keys apart: a page cannot sign or seal', () => {
    expect(() => browser.openEd25519()).toThrow('not used in the page')
    expect(() => browser.gcmDecrypt()).toThrow('not used in the page')
  })
})
