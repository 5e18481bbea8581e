import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { EMPTY, fromHex, sha256, toHex, uint64 } from '#kernel'

import { appendAll, EMPTY_FRONTIER, frontierRoot, headOf } from './merkle-frontier.ts'
import { MerkleLevels } from './merkle-levels.ts'
import { hashInner, hashLeaf, merkleRoot } from './merkle.ts'

// The reference leaves and roots of Certificate Transparency (certificate-transparency-go, merkletree tests).
const LEAVES = [
  '',
  '00',
  '10',
  '2021',
  '3031',
  '40414243',
  '5051525354555657',
  '606162636465666768696a6b6c6d6e6f',
]
const ROOTS = [
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
]

const leafHashes = (count: number) => Array.from({ length: count }, (_, i) => hashLeaf(sha256(uint64(i))))
const hexOf = (roots: readonly Uint8Array[]) => roots.map(toHex)

describe('the root', () => {
  it('is the published one for each number of leaves', () => {
    const leaves = LEAVES.map(fromHex)
    const first = (count: number) => leaves.slice(0, count)
    expect(ROOTS.map((_, i) => toHex(merkleRoot(first(i + 1))))).toEqual(ROOTS)
    const frontiers = ROOTS.map((_, i) => appendAll(EMPTY_FRONTIER, first(i + 1).map(hashLeaf)))
    expect(hexOf(frontiers.map(frontierRoot))).toEqual(ROOTS)
  })

  it('of no leaves is the hash of nothing, whoever is asked', () => {
    const nothing = toHex(sha256(EMPTY))
    expect(hexOf([merkleRoot([]), frontierRoot(EMPTY_FRONTIER), new MerkleLevels().head().root])).toEqual(
      Array(3).fill(nothing),
    )
  })
})

describe('a frontier', () => {
  it('and the levels have the same head at every size', () => {
    const all = leafHashes(300)
    const levels = new MerkleLevels(all)
    let frontier = EMPTY_FRONTIER
    for (const leafHash of all) {
      frontier = appendAll(frontier, [leafHash])
      expect(frontier).toEqual(appendAll(EMPTY_FRONTIER, all.slice(0, frontier.count)))
      expect(headOf(frontier)).toEqual(levels.head(frontier.count))
    }
  })

  it('is the same however its leaves were divided into batches', () => {
    const batches = fc.array(fc.nat(20), { maxLength: 12 })
    fc.assert(
      fc.property(batches, (sizes) => {
        const all = leafHashes(sizes.reduce((sum, size) => sum + size, 0))
        let frontier = EMPTY_FRONTIER
        for (const size of sizes)
          frontier = appendAll(frontier, all.slice(frontier.count, frontier.count + size))
        expect(frontier).toEqual(appendAll(EMPTY_FRONTIER, all))
      }),
    )
  })

  it('holds one subtree for each one bit of its count', () => {
    expect(appendAll(EMPTY_FRONTIER, leafHashes(0b101101)).frontier).toHaveLength(4)
  })

  it('leaves the one it grew from as it was', () => {
    const before = appendAll(EMPTY_FRONTIER, leafHashes(3))
    const root = toHex(frontierRoot(before))
    appendAll(before, leafHashes(5))
    expect([before.count, toHex(frontierRoot(before))]).toEqual([3, root])
  })

  it('is refused where it does not fit its count', () => {
    expect(() => appendAll({ count: 3, frontier: [] }, leafHashes(1))).toThrow('does not fit its count')
  })
})

describe('a leaf', () => {
  it('cannot pass for the inner node over two others', () => {
    const [a, b] = [sha256(uint64(1)), sha256(uint64(2))]
    expect(toHex(hashInner(a, b))).not.toBe(toHex(hashLeaf(Uint8Array.from([...a, ...b]))))
  })
})
