/** The Merkle tree of RFC 6962 section 2.1, which is also CometBFT's: leaf = H(0x00 ‖ leaf), inner = H(0x01 ‖ left ‖ right). */
import { EMPTY, sha256, type Bytes } from '#kernel'

const LEAF = Uint8Array.of(0)
const INNER = Uint8Array.of(1)

/** One level on the way from a leaf to the root: the sibling, and on which side of the way it stands. */
export interface Step {
  readonly side: 'left' | 'right'
  readonly sibling: Bytes
}

export function hashLeaf(leaf: Bytes): Bytes {
  return sha256(LEAF, leaf)
}

export function hashInner(left: Bytes, right: Bytes): Bytes {
  return sha256(INNER, left, right)
}

/** The root over these leaves; of none, the hash of the empty string. */
export function merkleRoot(leaves: readonly Bytes[]): Bytes {
  if (leaves.length === 0) return sha256(EMPTY)
  return rootOf(leaves.map(hashLeaf))
}

/** The hash at which this way up arrives. */
export function climb(from: Bytes, steps: readonly Step[]): Bytes {
  return steps.reduce(
    (hash, { side, sibling }) => (side === 'left' ? hashInner(sibling, hash) : hashInner(hash, sibling)),
    from,
  )
}

function rootOf(hashes: readonly Bytes[]): Bytes {
  if (hashes.length === 1 && hashes[0]) return hashes[0]
  const split = largestPowerOfTwoBelow(hashes.length)
  return hashInner(rootOf(hashes.slice(0, split)), rootOf(hashes.slice(split)))
}

/** The largest power of two smaller than n, for n > 1: where RFC 6962 splits a tree of n leaves. */
export function largestPowerOfTwoBelow(n: number): number {
  let power = 1
  while (power * 2 < n) power *= 2
  return power
}
