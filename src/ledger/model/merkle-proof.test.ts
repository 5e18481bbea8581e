import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { concat, sha256, toHex, uint64, type Bytes } from '#kernel'

import type { TreeHead } from './merkle-frontier.ts'
import { MerkleLevels } from './merkle-levels.ts'
import { verifyConsistency, verifyInclusion } from './merkle-proof.ts'
import { hashInner, hashLeaf } from './merkle.ts'

const leafHashAt = (index: number) => hashLeaf(sha256(uint64(index)))
const levelsOf = (count: number) => new MerkleLevels(Array.from({ length: count }, (_, i) => leafHashAt(i)))
const hexOf = (path: readonly Bytes[]) => path.map(toHex)

describe('the tree of seven leaves in RFC 6962 section 2.1.3', () => {
  const levels = levelsOf(7)
  const [a, b, c, d] = [leafHashAt(0), leafHashAt(1), leafHashAt(2), leafHashAt(3)]
  const [e, f, j] = [leafHashAt(4), leafHashAt(5), leafHashAt(6)]
  const [g, h, i] = [hashInner(a, b), hashInner(c, d), hashInner(e, f)]
  const [k, l] = [hashInner(g, h), hashInner(i, j)]

  it('has the root and the audit paths written there', () => {
    expect(toHex(levels.head().root)).toBe(toHex(hashInner(k, l)))
    expect(hexOf(levels.inclusion(0))).toEqual(hexOf([b, h, l]))
    expect(hexOf(levels.inclusion(3))).toEqual(hexOf([c, g, l]))
    expect(hexOf(levels.inclusion(4))).toEqual(hexOf([f, j, k]))
    expect(hexOf(levels.inclusion(6))).toEqual(hexOf([i, k]))
  })

  it('has the consistency proofs written there', () => {
    expect(hexOf(levels.consistency(3))).toEqual(hexOf([c, d, g, l]))
    expect(hexOf(levels.consistency(4))).toEqual(hexOf([l]))
    expect(hexOf(levels.consistency(6))).toEqual(hexOf([i, j, k]))
  })
})

describe('every proof', () => {
  const levels = levelsOf(70)
  const sizes = Array.from({ length: levels.count }, (_, i) => i + 1)

  it('of a leaf in a tree of each size up to 70 verifies, and for no other leaf', () => {
    for (const size of sizes) {
      for (let index = 0; index < size; index++) {
        const [head, path] = [levels.head(size), levels.inclusion(index, size)]
        expect(verifyInclusion(head, index, leafHashAt(index), path)).toBe(true)
        expect(verifyInclusion(head, index, leafHashAt(index + 1), path)).toBe(false)
      }
    }
  })

  it('of growth between any two sizes up to 70 verifies, and not the other way round', () => {
    for (const later of sizes) {
      for (let earlier = 1; earlier <= later; earlier++) {
        const heads: [TreeHead, TreeHead] = [levels.head(earlier), levels.head(later)]
        const path = levels.consistency(earlier, later)
        expect(verifyConsistency(...heads, path)).toBe(true)
        expect(verifyConsistency(heads[1], heads[0], path)).toBe(earlier === later)
      }
    }
  })
})

const LARGEST = 1000
const grown = levelsOf(LARGEST)
const altered = (path: readonly Bytes[]) =>
  fc.oneof(
    fc
      .tuple(fc.nat(path.length), fc.uint8Array({ minLength: 32, maxLength: 32 }))
      .map(([at, hash]) => path.toSpliced(at, 0, hash)),
    ...(path.length === 0 ? [] : alterations(path)),
  )

/** One bit turned, one hash left out, cut or written twice, the order reversed. */
function alterations(path: readonly Bytes[]) {
  const place = fc.nat(path.length - 1)
  const replaced = (at: number, change: (hash: Bytes) => readonly Bytes[]) =>
    path.flatMap((hash, i) => (i === at ? change(hash) : [hash]))
  return [
    fc.tuple(place, fc.nat(255)).map(([at, bit]) => replaced(at, (hash) => [flipped(hash, bit)])),
    place.map((at) => replaced(at, () => [])),
    place.map((at) => replaced(at, (hash) => [hash, hash])),
    place.map((at) => replaced(at, (hash) => [hash.subarray(1)])),
    ...(path.length > 1 ? [fc.constant(path.toReversed())] : []),
  ]
}

function flipped(hash: Bytes, bit: number): Bytes {
  return hash.map((byte, i) => (i === bit >> 3 ? byte ^ (1 << (bit & 7)) : byte))
}

const bit = fc.nat(255)
const inclusion = fc
  .integer({ min: 1, max: LARGEST })
  .chain((count) => fc.tuple(fc.constant(count), fc.nat(count - 1)))
  .map(([count, index]) => ({ head: grown.head(count), index, path: grown.inclusion(index, count) }))
const consistency = fc
  .integer({ min: 2, max: LARGEST })
  .chain((count) => fc.tuple(fc.integer({ min: 1, max: count - 1 }), fc.constant(count)))
  .map(([from, to]) => ({
    earlier: grown.head(from),
    later: grown.head(to),
    path: grown.consistency(from, to),
  }))

describe('an altered proof of inclusion is refused', () => {
  it('where its path is not exactly the path', () => {
    const cases = inclusion.chain((proof) => fc.tuple(fc.constant(proof), altered(proof.path)))
    fc.assert(
      fc.property(cases, ([{ head, index }, path]) => !verifyInclusion(head, index, leafHashAt(index), path)),
    )
  })

  it('where it is shown for another index, leaf or root', () => {
    fc.assert(
      fc.property(inclusion, fc.nat(LARGEST), bit, ({ head, index, path }, other, at) => {
        const leafHash = leafHashAt(index)
        expect(verifyInclusion(head, other, leafHash, path)).toBe(other === index)
        expect(verifyInclusion(head, index, flipped(leafHash, at), path)).toBe(false)
        expect(verifyInclusion({ ...head, root: flipped(head.root, at) }, index, leafHash, path)).toBe(false)
      }),
    )
  })

  it('where bytes were moved from a hash to its neighbour', () => {
    const [left, right] = [leafHashAt(0), leafHashAt(1)]
    const moved = [Uint8Array.from([...left, ...right.subarray(0, 1)]), right.subarray(1)]
    const [longer, shorter] = [moved[0] ?? left, moved[1] ?? right]
    expect(verifyInclusion(levelsOf(2).head(), 1, shorter, [longer])).toBe(false)
  })

  it('where the root is the leaf itself, unless it is alone', () => {
    const [leafHash, alone] = [leafHashAt(0), levelsOf(1).head()]
    expect(verifyInclusion(alone, 0, leafHash, [])).toBe(true)
    expect(verifyInclusion({ ...alone, count: 2 }, 0, leafHash, [])).toBe(false)
    for (const index of [-1, 0.5, Number.NaN]) expect(verifyInclusion(alone, index, leafHash, [])).toBe(false)
  })

  it('where index or count are not whole numbers in range', () => {
    const [head, path] = [grown.head(8), grown.inclusion(5, 8)]
    for (const index of [-1, 8, 5.5, Number.NaN, 2 ** 64, 5 + 2 ** 32]) {
      expect(verifyInclusion(head, index, leafHashAt(5), path)).toBe(false)
    }
    for (const count of [-8, 0, 5, 8.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53]) {
      expect(verifyInclusion({ ...head, count }, 5, leafHashAt(5), path)).toBe(false)
    }
  })
})

describe('an altered proof of growth is refused', () => {
  it('where its path is not exactly the path', () => {
    const cases = consistency.chain((proof) => fc.tuple(fc.constant(proof), altered(proof.path)))
    fc.assert(fc.property(cases, ([{ earlier, later }, path]) => !verifyConsistency(earlier, later, path)))
  })

  it('where either root is another', () => {
    fc.assert(
      fc.property(consistency, bit, ({ earlier, later, path }, at) => {
        const [other, another] = [flipped(earlier.root, at), flipped(later.root, at)]
        expect(verifyConsistency({ ...earlier, root: other }, later, path)).toBe(false)
        expect(verifyConsistency(earlier, { ...later, root: another }, path)).toBe(false)
      }),
    )
  })

  it('where one leaf of the earlier tree was written again', () => {
    const rewritten = new MerkleLevels(Array.from({ length: 20 }, (_, i) => leafHashAt(i === 4 ? 999 : i)))
    expect(verifyConsistency(grown.head(11), rewritten.head(), rewritten.consistency(11))).toBe(false)
  })

  it('where bytes were moved from a hash to its neighbour, even under roots made to fit', () => {
    const [c, d, g] = [concat(leafHashAt(2), Uint8Array.of(0)), leafHashAt(3), leafHashAt(0)]
    const earlier = { count: 3, root: hashInner(g, c) }
    const later = { count: 4, root: hashInner(g, hashInner(c, d)) }
    expect(verifyConsistency(earlier, later, [c, d, g])).toBe(false)
  })

  it('where nothing grew, but for the empty one between equal heads', () => {
    const [head, path] = [grown.head(6), grown.consistency(6, 7)]
    expect(verifyConsistency(head, head, path)).toBe(false)
    expect(verifyConsistency(head, { ...head, count: 7 }, [])).toBe(false)
    expect(verifyConsistency({ ...head, count: 2 }, { ...head, count: 1 }, [])).toBe(false)
    expect(verifyConsistency({ ...head, count: 2 }, { ...head, count: 4 }, [])).toBe(false)
  })

  it('from an empty tree, which says nothing', () => {
    expect(verifyConsistency(grown.head(0), grown.head(5), [])).toBe(false)
    expect(verifyConsistency(grown.head(0), grown.head(0), [])).toBe(false)
  })
})

describe('no proof is made', () => {
  it('of a leaf or size that the tree does not have', () => {
    const levels = levelsOf(5)
    expect(() => levels.inclusion(5)).toThrow(RangeError)
    expect(() => levels.inclusion(-1)).toThrow(RangeError)
    expect(() => levels.inclusion(1, 6)).toThrow(RangeError)
    expect(() => levels.inclusion(0.5)).toThrow(RangeError)
    expect(() => levels.consistency(0)).toThrow(RangeError)
    expect(() => levels.consistency(4, 3)).toThrow(RangeError)
    expect(() => levels.consistency(2.5)).toThrow(RangeError)
    expect(() => levels.head(1.5)).toThrow(RangeError)
  })
})
