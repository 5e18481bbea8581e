import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { concat, seededChance, toUtf8 } from '#kernel'

import { MOST_STEPS, proveExistence, verifyExistence, type ExistenceProof } from './existence.ts'
import { climb, type Step } from './merkle.ts'
import { buildFromSorted } from './state-build.ts'
import { hashStateLeaf } from './state-node.ts'
import { putValue, stateRoot } from './state-tree.ts'

const chance = seededChance('existence')
const keys = Array.from({ length: 200 }, () => chance.bytes(32))
const keyAt = (index: number) => keys[index] ?? chance.bytes(32)
const valueAt = (index: number) => toUtf8(`value ${index}`)
const tree = keys.reduce(
  (all, key, i) => putValue(all, key, valueAt(i)),
  buildFromSorted([[keyAt(0), valueAt(0)]]),
)
const root = stateRoot(tree)

describe('a proof of existence', () => {
  it('holds for every key and its value', () => {
    const claims = keys.map((key, i) => verifyExistence(root, key, valueAt(i), proveExistence(tree, key)))
    expect(claims).toEqual(Array(200).fill(true))
  })

  it('holds in a tree of one key', () => {
    const alone = buildFromSorted([[keyAt(0), valueAt(0)]])
    const proof = proveExistence(alone, keyAt(0))
    expect(proof.path).toEqual([])
    expect(verifyExistence(stateRoot(alone), keyAt(0), valueAt(0), proof)).toBe(true)
  })

  it('is not made for a key that is not there', () => {
    expect(() => proveExistence(tree, chance.bytes(32))).toThrow('no such key')
  })

  it('says nothing of another root, key or value', () => {
    const proof = proveExistence(tree, keyAt(3))
    const later = stateRoot(putValue(tree, keyAt(4), valueAt(5)))
    expect(verifyExistence(later, keyAt(3), valueAt(3), proof)).toBe(false)
    expect(verifyExistence(root, keyAt(4), valueAt(3), proof)).toBe(false)
    expect(verifyExistence(root, keyAt(3), valueAt(4), proof)).toBe(false)
    expect(verifyExistence(root.subarray(0, 31), keyAt(3), valueAt(3), proof)).toBe(false)
  })
})

const genuine = fc.nat(199).map((index) => proveExistence(tree, keyAt(index)))
const accepts = (proof: ExistenceProof) => verifyExistence(root, proof.key, proof.value, proof)
const altered = (bytes: Uint8Array, at: number) =>
  bytes.map((byte, i) => (i === at % bytes.length ? byte ^ 1 : byte))

describe('an altered proof of existence is refused', () => {
  it('where one bit of key or value is another', () => {
    fc.assert(
      fc.property(genuine, fc.nat(255), (proof, at) => {
        expect(accepts({ ...proof, key: altered(proof.key, at) })).toBe(false)
        expect(accepts({ ...proof, value: altered(proof.value, at) })).toBe(false)
      }),
    )
  })

  it('where one step is another, missing, doubled or on the other side', () => {
    const change = (step: Step, at: number): readonly (readonly Step[])[] => [
      [{ ...step, sibling: altered(step.sibling, at) }],
      [{ ...step, side: step.side === 'left' ? 'right' : 'left' }],
      [{ ...step, sibling: concat(step.sibling, Uint8Array.of(0)) }],
      [],
      [step, step],
    ]
    fc.assert(
      fc.property(genuine, fc.nat(), (proof, at) => {
        const place = at % proof.path.length
        for (const steps of proof.path.slice(place, place + 1).flatMap((step) => change(step, at))) {
          expect(accepts({ ...proof, path: proof.path.toSpliced(place, 1, ...steps) })).toBe(false)
        }
      }),
    )
  })
})

describe('a proof of another shape is refused even under a root made to fit it', () => {
  const fitting = (proof: ExistenceProof) => {
    const made = climb(hashStateLeaf(proof.key, proof.value), proof.path)
    return verifyExistence(made, proof.key, proof.value, proof)
  }
  const steps = (count: number, length = 32) =>
    Array.from({ length: count }, (): Step => ({ side: 'left', sibling: chance.bytes(length) }))

  it('with more steps than ICS 23 allows', () => {
    expect(fitting({ key: keyAt(0), value: valueAt(0), path: steps(MOST_STEPS) })).toBe(true)
    expect(fitting({ key: keyAt(0), value: valueAt(0), path: steps(MOST_STEPS + 1) })).toBe(false)
  })

  it('with a sibling that is no hash', () => {
    for (const length of [0, 31, 33, 64]) {
      expect(fitting({ key: keyAt(0), value: valueAt(0), path: steps(1, length) })).toBe(false)
    }
  })

  it('with an empty value or a key of another length', () => {
    expect(fitting({ key: keyAt(0), value: new Uint8Array(0), path: steps(3) })).toBe(false)
    expect(fitting({ key: keyAt(0).subarray(1), value: valueAt(0), path: steps(3) })).toBe(false)
    expect(fitting({ key: new Uint8Array(0), value: valueAt(0), path: [] })).toBe(false)
  })
})
