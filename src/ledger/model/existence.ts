import { isSame, type Bytes } from '#kernel'

import { climb, type Step } from './merkle.ts'
import { hashOf, hashStateLeaf, isBitSet, STATE_KEY_BYTES } from './state-node.ts'
import type { StateTree } from './state-tree.ts'

/** What ics23/go 0.11 allows as well (CheckAgainstSpec); hashed keys never come near it. */
export const MOST_STEPS = 128
const HASH_BYTES = 32

/** That a key has a value in the state, as ICS 23 proves it: the leaf, and the way from it up to the root. */
export interface ExistenceProof {
  readonly key: Bytes
  readonly value: Bytes
  readonly path: readonly Step[]
}

/** Throws where the state has no such key. */
export function proveExistence(tree: StateTree, key: Bytes): ExistenceProof {
  const path: Step[] = []
  let node = tree.top
  while (node.kind === 'branch') {
    const goesRight = isBitSet(key, node.bit)
    path.push(
      goesRight
        ? { side: 'left', sibling: hashOf(node.left) }
        : { side: 'right', sibling: hashOf(node.right) },
    )
    node = goesRight ? node.right : node.left
  }
  if (!isSame(node.key, key)) throw new RangeError('the state has no such key')
  return { key, value: node.value, path: path.toReversed() }
}

/** Whether the proof shows that under this root the key has exactly this value. */
export function verifyExistence(root: Bytes, key: Bytes, value: Bytes, proof: ExistenceProof): boolean {
  return isSame(proof.key, key) && isSame(proof.value, value) && isUnder(root, proof)
}

/** Whether the proof's own key and value are under this root. */
export function isUnder(root: Bytes, proof: ExistenceProof): boolean {
  return isWellFormed(proof) && isSame(climb(hashStateLeaf(proof.key, proof.value), proof.path), root)
}

/** Other lengths could be cut elsewhere and still hash alike, a leaf passing for an inner node or the reverse. */
function isWellFormed({ key, value, path }: ExistenceProof): boolean {
  if (key.length !== STATE_KEY_BYTES || value.length === 0 || path.length > MOST_STEPS) return false
  return path.every(({ sibling }) => sibling.length === HASH_BYTES)
}
