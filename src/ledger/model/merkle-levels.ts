import { EMPTY, sha256, type Bytes } from '#kernel'

import type { TreeHead } from './merkle-frontier.ts'
import { hashInner, largestPowerOfTwoBelow } from './merkle.ts'

/**
 * A cache that makes proofs of RFC 6962 in O(log n): the roots of all perfect subtrees, level by level. It grows with
 * its tree and can be built again from the leaf hashes at any time.
 */
export class MerkleLevels {
  readonly #levels: Bytes[][] = [[]]

  constructor(leafHashes: Iterable<Bytes> = []) {
    for (const leafHash of leafHashes) this.append(leafHash)
  }

  get count(): number {
    return this.#levels[0]?.length ?? 0
  }

  append(leafHash: Bytes): void {
    let hash = leafHash
    for (let level = 0; ; level++) {
      const row = (this.#levels[level] ??= [])
      const left = row.at(-1)
      row.push(hash)
      if (!left || row.length % 2 === 1) return
      hash = hashInner(left, hash)
    }
  }

  /** The head that the tree had when it held `count` leaves. */
  head(count = this.count): TreeHead {
    requireWhole(count, 0, this.count)
    return { count, root: count === 0 ? sha256(EMPTY) : this.#over(0, count) }
  }

  /** PATH(m, D[n]) of RFC 6962 section 2.1.1: that leaf `index` is in the tree of `count` leaves. */
  inclusion(index: number, count = this.count): readonly Bytes[] {
    requireWhole(count, 1, this.count)
    requireWhole(index, 0, count - 1)
    return this.#descend(count, (low, high) => high - low === 1, index + 1).path
  }

  /** PROOF(m, D[n]) of RFC 6962 section 2.1.2: that the tree of `later` leaves begins with the `earlier` ones. */
  consistency(earlier: number, later = this.count): readonly Bytes[] {
    requireWhole(later, 1, this.count)
    requireWhole(earlier, 1, later)
    const { low, path } = this.#descend(later, (_, high) => high === earlier, earlier)
    return low === 0 ? path : [this.#over(low, earlier), ...path]
  }

  /** Goes from the root towards the leaf before `end` until it may stop, and returns what it passed by, lowest first. */
  #descend(count: number, arrived: (low: number, high: number) => boolean, end: number) {
    const path: Bytes[] = []
    let [low, high] = [0, count]
    while (!arrived(low, high)) {
      const middle = low + largestPowerOfTwoBelow(high - low)
      path.push(end <= middle ? this.#over(middle, high) : this.#over(low, middle))
      if (end <= middle) high = middle
      else low = middle
    }
    return { low, path: path.toReversed() }
  }

  /** The hash over the leaves from `low` to before `high`: kept if it is perfect, else put together as RFC 6962 splits it. */
  #over(low: number, high: number): Bytes {
    const width = high - low
    const kept = this.#levels[Math.log2(width)]?.[low / width]
    if (kept) return kept
    const middle = low + largestPowerOfTwoBelow(width)
    return hashInner(this.#over(low, middle), this.#over(middle, high))
  }
}

function requireWhole(n: number, least: number, most: number): void {
  if (!Number.isSafeInteger(n) || n < least || n > most)
    throw new RangeError('the tree has no such leaf or size')
}
