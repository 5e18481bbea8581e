import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import {
  CodecError,
  compareBytes,
  concat,
  decode,
  encode,
  seededChance,
  toHex,
  type Bytes,
  type Codec,
} from '#kernel'

import { proveAbsence, verifyAbsence } from './absence.ts'
import { MOST_STEPS, proveExistence, verifyExistence, type ExistenceProof } from './existence.ts'
import type { Step } from './merkle.ts'
import { absenceCodec, existenceCodec } from './proof-codec.ts'
import { buildFromSorted } from './state-build.ts'
import { stateRoot, type StateEntry } from './state-tree.ts'

const chance = seededChance('proof codec')
const smallKey = chance.bytes(32)
// Values on both sides of each length that protobuf writes in one byte more.
const values = [1, 2, 100, 127, 128, 300, 16_383, 16_384, 20_000].map((length) => chance.bytes(length))
const entries = values.map((value, i): StateEntry => [i === 0 ? smallKey : chance.bytes(32), value])
const tree = buildFromSorted(entries.toSorted(([a], [b]) => compareBytes(a, b)))
const root = stateRoot(tree)
const proofs = entries.map(([key]) => proveExistence(tree, key))
const absent = [
  new Uint8Array(32),
  ...Array.from({ length: 20 }, () => chance.bytes(32)),
  new Uint8Array(32).fill(255),
]
const small = proveExistence(tree, smallKey)
const beside = proveAbsence(tree, small.key.with(31, (small.key[31] ?? 0) ^ 1))

/** The proof read from these bytes; undefined where they are refused. */
function read<T>(codec: Codec<T>, wire: Bytes): T | undefined {
  try {
    return decode(codec, wire)
  } catch (error) {
    if (error instanceof CodecError) return undefined
    throw error
  }
}

describe('a proof that was written', () => {
  it('is read again, and still proves', () => {
    for (const proof of proofs) {
      const again = decode(existenceCodec, encode(existenceCodec, proof))
      expect(toHex(encode(existenceCodec, again))).toBe(toHex(encode(existenceCodec, proof)))
      expect(verifyExistence(root, proof.key, proof.value, again)).toBe(true)
    }
    for (const key of absent) {
      const again = decode(absenceCodec, encode(absenceCodec, proveAbsence(tree, key)))
      expect(verifyAbsence(root, key, again)).toBe(true)
    }
  })

  it('has the bytes of cosmos.ics23.v1, field by field', () => {
    const key = new Uint8Array(32).fill(0xaa)
    const [left, right] = [new Uint8Array(32).fill(0xbb), new Uint8Array(32).fill(0xcc)]
    const proof: ExistenceProof = {
      key,
      value: Uint8Array.of(1, 2, 3),
      path: [
        { side: 'left', sibling: left },
        { side: 'right', sibling: right },
      ],
    }
    const content = `0a20${toHex(key)} 1203010203 1a09 0801 1801 2001 2a0100`
    const steps = `2225 0801 122101${toHex(left)} 2227 0801 120101 1a20${toHex(right)}`
    const body = `${content}${steps}`.replaceAll(' ', '')
    expect(toHex(encode(existenceCodec, proof))).toBe(`0a8201${body}`)
    expect(toHex(encode(absenceCodec, { key, left: null, right: proof }))).toBe(
      `12a7010a20${toHex(key)}1a8201${body}`,
    )
    expect(toHex(encode(absenceCodec, { key, left: proof, right: null }))).toBe(
      `12a7010a20${toHex(key)}128201${body}`,
    )
  })
})

describe('a proof that was altered on its way', () => {
  const presence = encode(existenceCodec, small)
  const absence = encode(absenceCodec, beside)
  const proves = (wire: Bytes) => {
    const exists = read(existenceCodec, wire)
    const lacks = read(absenceCodec, wire)
    if (exists) return verifyExistence(root, small.key, small.value, exists)
    return lacks !== undefined && verifyAbsence(root, beside.key, lacks)
  }

  it('proves nothing, whichever bit it is', () => {
    for (const wire of [presence, absence]) {
      expect(proves(wire)).toBe(true)
      for (let bit = 0; bit < wire.length * 8; bit++) {
        expect(proves(wire.map((byte, i) => (i === bit >> 3 ? byte ^ (1 << (bit & 7)) : byte)))).toBe(false)
      }
    }
  })

  it('proves nothing when it is cut or lengthened anywhere', () => {
    for (const wire of [presence, absence]) {
      for (let at = 0; at <= wire.length; at++) {
        expect(proves(concat(wire.subarray(0, at), Uint8Array.of(0), wire.subarray(at)))).toBe(false)
        if (at < wire.length) expect(proves(wire.subarray(0, at))).toBe(false)
      }
    }
  })

  it('is never read from other bytes than those it would be written as', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 120 }), fc.nat(presence.length), (noise, at) => {
        for (const wire of [
          noise,
          concat(presence.subarray(0, at), noise),
          concat(absence.subarray(0, at), noise),
        ]) {
          const [exists, lacks] = [read(existenceCodec, wire), read(absenceCodec, wire)]
          if (exists) expect(toHex(encode(existenceCodec, exists))).toBe(toHex(wire))
          if (lacks) expect(toHex(encode(absenceCodec, lacks))).toBe(toHex(wire))
        }
      }),
    )
  })

  it('is refused with more steps than ICS 23 allows', () => {
    const deep = (steps: number) =>
      Array.from({ length: steps }, (): Step => ({ side: 'left', sibling: root }))
    const reads = (steps: number) =>
      read(existenceCodec, encode(existenceCodec, { ...small, path: deep(steps) }))
    expect(reads(MOST_STEPS)?.path).toHaveLength(MOST_STEPS)
    expect(reads(MOST_STEPS + 1)).toBeUndefined()
  })

  it('is not taken for the other kind', () => {
    expect(read(absenceCodec, presence)).toBeUndefined()
    expect(read(existenceCodec, absence)).toBeUndefined()
  })

  it('is refused with its neighbours in another order or twice', () => {
    const [left, right] = [
      { ...beside, right: null },
      { ...beside, left: null },
    ]
    const part = (proof: typeof beside) => encode(absenceCodec, proof).subarray(2 + 1 + 34)
    const rejoined = (...parts: readonly Bytes[]) => {
      const content = concat(
        encode(absenceCodec, { ...beside, left: null, right: null }).subarray(2),
        ...parts,
      )
      return concat(Uint8Array.of(0x12, (content.length & 0x7f) | 0x80, content.length >> 7), content)
    }
    expect(toHex(rejoined(part(left), part(right)))).toBe(toHex(absence))
    expect(read(absenceCodec, rejoined(part(right), part(left)))).toBeUndefined()
    expect(read(absenceCodec, rejoined(part(left), part(right), part(right)))).toBeUndefined()
    expect(read(absenceCodec, rejoined(part(left), part(left)))).toBeUndefined()
  })
})
