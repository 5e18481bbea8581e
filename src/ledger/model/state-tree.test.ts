import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { compareBytes, concat, seededChance, sha256, toHex, toUtf8, uint64, type Bytes } from '#kernel'

import { hashInner, hashLeaf } from './merkle.ts'
import { buildFromSorted } from './state-build.ts'
import {
  deleteValue,
  entriesOf,
  getValue,
  putValue,
  stateRoot,
  type StateEntry,
  type StateTree,
} from './state-tree.ts'

const keyAt = (index: number) => sha256(uint64(index))
const valueAt = (index: number) => toUtf8(`value ${index}`)
const entries = (count: number) => Array.from({ length: count }, (_, i): StateEntry => [keyAt(i), valueAt(i)])
const sorted = (unsorted: readonly StateEntry[]) => unsorted.toSorted(([a], [b]) => compareBytes(a, b))
const grown = ([first, ...rest]: readonly StateEntry[]) =>
  rest.reduce((tree, [key, value]) => putValue(tree, key, value), buildFromSorted(first ? [first] : []))
const rootHex = (tree: StateTree) => toHex(stateRoot(tree))
const inHex = (list: Iterable<StateEntry>) => Array.from(list, ([key, value]) => [toHex(key), toHex(value)])

/** A key that differs from 32 zero bytes in these bits. */
function keyOfBits(...bits: readonly number[]): Bytes {
  const key = new Uint8Array(32)
  for (const bit of bits) key[bit >> 3] = (key[bit >> 3] ?? 0) | (0x80 >> (bit & 7))
  return key
}

/** The leaf of TendermintSpec, written out: 0x00, the lengths as one byte each, key, hash of the value. */
const leaf = (key: Bytes, value: Bytes) =>
  hashLeaf(concat(Uint8Array.of(32), key, Uint8Array.of(32), sha256(value)))

describe('the root', () => {
  it('of one key is its leaf', () => {
    expect(rootHex(grown(entries(1)))).toBe(toHex(leaf(keyAt(0), valueAt(0))))
  })

  it('branches at the first bit that differs, and only there', () => {
    const [a, b, c] = [keyOfBits(255), keyOfBits(9), keyOfBits(9, 200)]
    const tree = grown([a, b, c].map((key, i) => [key, valueAt(i)]))
    const right = hashInner(leaf(b, valueAt(1)), leaf(c, valueAt(2)))
    expect(rootHex(tree)).toBe(toHex(hashInner(leaf(a, valueAt(0)), right)))
  })

  it('never changes from one version of the software to the next', () => {
    const chance = seededChance('state root')
    const random = Array.from({ length: 1000 }, (): StateEntry => [chance.bytes(32), chance.bytes(50)])
    expect(rootHex(grown(random))).toBe('ce4aa44391aa8cadfa2ff6f164ff14d386234e54b3308b82572d3eb914c07f61')
  })
})

/** Keys that crowd together, so that branches come at every depth, with what is done to each. */
const crowded = fc.array(fc.integer({ min: 0, max: 255 }), { maxLength: 4 }).map((bits) => keyOfBits(...bits))
const writes = fc.array(fc.tuple(crowded, fc.option(fc.uint8Array({ minLength: 1, maxLength: 4 }))), {
  maxLength: 60,
})

describe('the tree', () => {
  it('holds what a map would hold, and its root depends on that alone', () => {
    fc.assert(
      fc.property(writes, (steps) => {
        const sentinel: StateEntry = [sha256(toUtf8('sentinel')), toUtf8('genesis')]
        const model = new Map([[toHex(sentinel[0]), sentinel]])
        let tree = buildFromSorted([sentinel])
        for (const [key, value] of steps) {
          tree = value ? putValue(tree, key, value) : deleteValue(tree, key)
          if (value) model.set(toHex(key), [key, value])
          else model.delete(toHex(key))
        }
        const content = sorted([...model.values()])
        expect(inHex(entriesOf(tree))).toEqual(inHex(content))
        expect(content.map(([key]) => getValue(tree, key))).toEqual(content.map(([, value]) => value))
        expect(rootHex(tree)).toBe(rootHex(buildFromSorted(content)))
      }),
    )
  })

  it('has another root for any other content', () => {
    const tree = grown(entries(50))
    const others = [
      putValue(tree, keyAt(7), valueAt(8)),
      putValue(tree, keyAt(50), valueAt(50)),
      deleteValue(tree, keyAt(7)),
      deleteValue(putValue(tree, keyAt(50), valueAt(7)), keyAt(7)),
    ]
    expect(new Set([tree, ...others].map(rootHex)).size).toBe(5)
  })

  it('stays as it was when another is made from it', () => {
    const tree = grown(entries(100))
    const before = [rootHex(tree), inHex(entriesOf(tree))]
    stateRoot(putValue(deleteValue(tree, keyAt(3)), keyAt(4), valueAt(0)))
    expect([rootHex(tree), inHex(entriesOf(tree))]).toEqual(before)
  })

  it('is the same tree where nothing changes', () => {
    const tree = grown(entries(20))
    expect(putValue(tree, keyAt(3), valueAt(3))).toBe(tree)
    expect(deleteValue(tree, keyAt(20))).toBe(tree)
  })

  it('knows nothing under a key that it does not hold', () => {
    const tree = grown(entries(20))
    expect(getValue(tree, keyAt(20))).toBeUndefined()
    expect(getValue(tree, keyAt(3).subarray(0, 31))).toBeUndefined()
  })
})

describe('the tree refuses', () => {
  const tree = grown(entries(3))

  it('to be or become empty', () => {
    expect(() => buildFromSorted([])).toThrow('never empty')
    expect(() => deleteValue(grown(entries(1)), keyAt(0))).toThrow('never empty')
  })

  it('an empty value', () => {
    expect(() => putValue(tree, keyAt(1), new Uint8Array(0))).toThrow('not empty')
    expect(() => buildFromSorted([[keyAt(0), new Uint8Array(0)]])).toThrow('not empty')
  })

  it('a key of another length', () => {
    expect(() => putValue(tree, keyAt(1).subarray(1), valueAt(1))).toThrow('32 bytes')
    expect(() => putValue(tree, concat(keyAt(1), Uint8Array.of(0)), valueAt(1))).toThrow('32 bytes')
  })

  it('entries that do not ascend, wherever the disorder is', () => {
    const inOrder = sorted(entries(20))
    for (let i = 1; i < inOrder.length; i++) {
      const [before, after] = [inOrder.slice(i - 1, i), inOrder.slice(i, i + 1)]
      expect(() => buildFromSorted(inOrder.toSpliced(i - 1, 2, ...after, ...before))).toThrow('do not ascend')
      expect(() => buildFromSorted(inOrder.toSpliced(i, 0, ...after))).toThrow('do not ascend')
    }
  })
})
