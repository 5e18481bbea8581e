import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { compareBytes, seededChance, toUtf8, type Bytes } from '#kernel'

import { proveAbsence, verifyAbsence, type AbsenceProof } from './absence.ts'
import { proveExistence, type ExistenceProof } from './existence.ts'
import { hashInner, type Step } from './merkle.ts'
import { buildFromSorted } from './state-build.ts'
import { hashStateLeaf } from './state-node.ts'
import { deleteValue, putValue, stateRoot, type StateEntry } from './state-tree.ts'

const chance = seededChance('absence')
const keys = Array.from({ length: 200 }, () => chance.bytes(32)).toSorted(compareBytes)
const keyAt = (index: number) => keys.at(index) ?? chance.bytes(32)
const tree = buildFromSorted(keys.map((key, i): StateEntry => [key, toUtf8(`value ${i}`)]))
const root = stateRoot(tree)
const [lowest, highest] = [new Uint8Array(32), new Uint8Array(32).fill(0xff)]
const existing = (index: number) => proveExistence(tree, keyAt(index))
const accepts = (key: Bytes, left: number | null, right: number | null) => {
  const [before, after] = [left === null ? null : existing(left), right === null ? null : existing(right)]
  return verifyAbsence(root, key, { key, left: before, right: after })
}
/** The key one above, so that it lies between this key and the next. */
const after = (key: Bytes) => key.with(31, ((key[31] ?? 0) + 1) % 256)

describe('a proof of absence', () => {
  it('holds for any key that is not there', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 32, maxLength: 32 }), (key) => {
        expect(verifyAbsence(root, key, proveAbsence(tree, key))).toBe(true)
      }),
    )
  })

  it('holds for what was there once', () => {
    for (const key of keys) {
      const without = deleteValue(tree, key)
      expect(verifyAbsence(stateRoot(without), key, proveAbsence(without, key))).toBe(true)
    }
  })

  it('names the nearest keys on both sides, and one side only at the edges', () => {
    const between = proveAbsence(tree, after(keyAt(41)))
    expect([between.left?.key, between.right?.key]).toEqual([keyAt(41), keyAt(42)])
    expect(proveAbsence(tree, lowest)).toMatchObject({ left: null, right: { key: keyAt(0) } })
    expect(proveAbsence(tree, highest)).toMatchObject({ left: { key: keyAt(-1) }, right: null })
    expect(verifyAbsence(root, lowest, proveAbsence(tree, lowest))).toBe(true)
    expect(verifyAbsence(root, highest, proveAbsence(tree, highest))).toBe(true)
  })

  it('holds beside a single key, before it and after it', () => {
    const alone = buildFromSorted([[keyAt(5), toUtf8('sentinel')]])
    for (const key of [lowest, highest]) {
      expect(verifyAbsence(stateRoot(alone), key, proveAbsence(alone, key))).toBe(true)
      expect(verifyAbsence(stateRoot(alone), keyAt(5), { ...proveAbsence(alone, key), key: keyAt(5) })).toBe(
        false,
      )
    }
  })

  it('is not made for a key that is there, nor for what is no key', () => {
    expect(() => proveAbsence(tree, keyAt(7))).toThrow('has this key')
    expect(() => proveAbsence(tree, keyAt(7).subarray(1))).toThrow('32 bytes')
  })
})

describe('a forged absence is refused', () => {
  it('where the neighbours are not adjacent: it would deny what stands between them', () => {
    for (let right = 2; right < 40; right++) {
      for (let left = 0; left < right - 1; left++) expect(accepts(keyAt(left + 1), left, right)).toBe(false)
    }
  })

  it('where a neighbour is kept back: the other one is at no edge', () => {
    for (let i = 0; i < 199; i++) {
      expect(accepts(after(keyAt(i)), i, null)).toBe(false)
      expect(accepts(after(keyAt(i)), null, i + 1)).toBe(false)
    }
    expect(accepts(after(keyAt(199)), 199, null)).toBe(true)
  })

  it('where there are no neighbours at all', () => {
    expect(accepts(after(keyAt(3)), null, null)).toBe(false)
  })

  it('where the key is not strictly between them', () => {
    const proof = proveAbsence(tree, after(keyAt(41)))
    for (const key of [keyAt(41), keyAt(42), keyAt(10), after(keyAt(42)), lowest, highest]) {
      expect(verifyAbsence(root, key, { ...proof, key })).toBe(false)
    }
  })

  it('where it was made for another key, though it would fit this one too', () => {
    const proof = proveAbsence(tree, after(keyAt(41)))
    expect(verifyAbsence(root, after(after(keyAt(41))), proof)).toBe(false)
  })

  it('where the neighbours are exchanged', () => {
    const { key, left, right } = proveAbsence(tree, after(keyAt(41)))
    expect(verifyAbsence(root, key, { key, left: right, right: left })).toBe(false)
  })

  it('where the key has come to be since', () => {
    const key = after(keyAt(41))
    const later = stateRoot(putValue(tree, key, toUtf8('granted')))
    expect(verifyAbsence(later, key, proveAbsence(tree, key))).toBe(false)
  })

  it('where one of the neighbours is not there, or has another value', () => {
    const proof = proveAbsence(tree, after(keyAt(41)))
    const invented: AbsenceProof = { ...proof, left: proof.left && { ...proof.left, key: keyAt(40) } }
    const restated: AbsenceProof = { ...proof, right: proof.right && { ...proof.right, value: toUtf8('x') } }
    expect(verifyAbsence(root, proof.key, invented)).toBe(false)
    expect(verifyAbsence(root, proof.key, restated)).toBe(false)
  })

  it('where a step of a path was left out, moved to the other side or padded', () => {
    const { key, left, right } = proveAbsence(tree, after(keyAt(41)))
    const path = left?.path ?? []
    const forged = path.flatMap((step, i) => [
      path.toSpliced(i, 1),
      path.with(i, { side: step.side === 'left' ? 'right' : 'left', sibling: step.sibling }),
      path.with(i, { side: step.side, sibling: Uint8Array.from([...step.sibling, 0]) }),
    ])
    const answers = forged.map((steps) =>
      verifyAbsence(root, key, { key, left: left && { ...left, path: steps }, right }),
    )
    expect(answers).toEqual(forged.map(() => false))
  })
})

describe('under a root that no honest tree has', () => {
  const [a, b, c] = [keyAt(1), keyAt(2), keyAt(3)]
  const value = toUtf8('value')
  const [leafA, leafC] = [hashStateLeaf(a, value), hashStateLeaf(c, value)]

  it('leaves in the wrong order deny nothing', () => {
    const left: ExistenceProof = { key: a, value, path: [{ side: 'left', sibling: leafC }] }
    const right: ExistenceProof = { key: c, value, path: [{ side: 'right', sibling: leafA }] }
    expect(verifyAbsence(hashInner(leafC, leafA), b, { key: b, left, right })).toBe(false)
  })

  it('leaves that are there twice deny nothing', () => {
    const twice = hashInner(leafA, leafC)
    const left: ExistenceProof = { key: a, value, path: stepsOf(['right', leafC], ['right', twice]) }
    const right: ExistenceProof = { key: c, value, path: stepsOf(['left', leafA], ['left', twice]) }
    expect(verifyAbsence(hashInner(twice, twice), b, { key: b, left, right })).toBe(false)
  })
})

function stepsOf(...steps: readonly (readonly [Step['side'], Bytes])[]): readonly Step[] {
  return steps.map(([side, sibling]) => ({ side, sibling }))
}
