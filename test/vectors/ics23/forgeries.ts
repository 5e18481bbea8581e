/** What somebody could hand over instead of a sound proof, each by what is wrong with it. */
import { calculateExistenceRoot, ics23 } from '@confio/ics23'

import { concat, sha256, toUtf8, type Bytes } from '#kernel'
import { buildFromSorted, proveAbsence, proveExistence, stateRoot, type ExistenceProof } from '#ledger/model'

import { caseOf, stateOf, type ProofCase } from './cases.ts'

type Exist = ics23.IExistenceProof

const { SHA256, SHA512, NO_HASH } = ics23.HashOp
const LEAF: ics23.ILeafOp = {
  hash: SHA256,
  prehashValue: SHA256,
  length: ics23.LengthOp.VAR_PROTO,
  prefix: Uint8Array.of(0),
}
const INNER = Uint8Array.of(1)

const { tree, keys } = stateOf(40)
const root = stateRoot(tree)
const invented = sha256(toUtf8('invented'))
const present = (index: number): ExistenceProof => proveExistence(tree, keys.at(index) ?? invented)
const [before, denied, behind] = [present(20), present(21), present(22)]
const gap = proveAbsence(tree, afterKey(denied.key))

/** The same proof as a message of another library, to be spoiled. */
function toMessage({ key, value, path }: ExistenceProof): Exist {
  const steps = path.map(({ side, sibling }) =>
    side === 'left'
      ? { hash: SHA256, prefix: concat(INNER, sibling) }
      : { hash: SHA256, prefix: INNER, suffix: sibling },
  )
  return { key, value, leaf: LEAF, path: steps }
}

function wireOf(proof: ics23.ICommitmentProof): Bytes {
  return ics23.CommitmentProof.encode(proof).finish()
}

export function forgedCases(): readonly ProofCase[] {
  return [...falsePresences(), ...falseAbsences(), ...misshapen(), ...miswritten()]
}

/** Under the genuine root. */
function falsePresences(): readonly ProofCase[] {
  const sound = toMessage(denied)
  const [first = {}, ...rest] = sound.path ?? []
  const shown = (name: string, exist: Exist, key = denied.key, value = denied.value) =>
    caseOf(name, root, key, value, wireOf({ exist }))
  const [other, hash] = [toUtf8('other'), sha256(denied.value)]
  return [
    shown('another value', { ...sound, value: other }, denied.key, other),
    shown('a sound proof for another value', sound, denied.key, other),
    shown('a sound proof for another key', toMessage(before)),
    shown(
      'the hash of the value as the value',
      { ...sound, value: hash, leaf: { ...LEAF, prehashValue: NO_HASH } },
      denied.key,
      hash,
    ),
    shown('a step left out', { ...sound, path: rest }),
    shown('a sibling on the other side', { ...sound, path: [mirrored(first), ...rest] }),
    shown('the path of another key', { ...sound, path: toMessage(behind).path ?? [] }),
    keyInsideKey(),
  ]
}

/** A key whose own bytes go on like a leaf does: with a longer leaf prefix a shorter key, never written, has its value. */
function keyInsideKey(): ProofCase {
  const inner = invented.subarray(17)
  const outer = concat(invented.subarray(0, 16), Uint8Array.of(inner.length), inner)
  const value = toUtf8('value')
  const state = buildFromSorted([[outer, value]])
  const prefix = concat(Uint8Array.of(0, 32), outer.subarray(0, 16))
  const exist = { key: inner, value, leaf: { ...LEAF, prefix }, path: [] }
  return caseOf(
    'a key inside a key, by a longer leaf prefix',
    stateRoot(state),
    inner,
    value,
    wireOf({ exist }),
  )
}

/** Under the genuine root: each would deny a key that is there, or prove too little. */
function falseAbsences(): readonly ProofCase[] {
  const [left, key, right] = [toMessage(before), denied.key, toMessage(behind)]
  const absent = afterKey(denied.key)
  const [gapLeft, gapRight] = [gap.left && toMessage(gap.left), gap.right && toMessage(gap.right)]
  const denial = (name: string, at: Bytes, nonexist: ics23.INonExistenceProof) =>
    caseOf(name, root, at, null, wireOf({ nonexist: { key: at, ...nonexist } }))
  return [
    denial('neighbours around the key denied', key, { left, right }),
    denial('the key itself as its left neighbour', key, { left: toMessage(denied), right }),
    denial('the key itself as its right neighbour', key, { left, right: toMessage(denied) }),
    denial('a left neighbour alone, not the last key', absent, { left: gapLeft }),
    denial('a right neighbour alone, not the first key', absent, { right: gapRight }),
    denial('no neighbours', absent, {}),
    denial('neighbours exchanged', absent, { left: gapRight, right: gapLeft }),
    denial('neighbours of another gap', absent, {
      left: toMessage(present(2)),
      right: toMessage(present(3)),
    }),
    denial('an invented left neighbour', absent, {
      left: { ...gapLeft, key: afterKey(absent) },
      right: gapRight,
    }),
    denial('padding of the left path made to look outermost', absent, {
      left: padded(gapLeft),
      right: gapRight,
    }),
  ]
}

/** Under a root made to fit, so that only the shape can give them away. */
function misshapen(): readonly ProofCase[] {
  const [key, value] = [denied.key, denied.value]
  const [hash, half] = [invented, invented.subarray(0, 16)]
  const shown = (name: string, changed: Exist, at = key) => {
    const exist = { key: at, value, leaf: LEAF, path: [], ...changed }
    return caseOf(name, calculateExistenceRoot(exist), at, value, wireOf({ exist }))
  }
  const step = (name: string, prefix: Bytes, suffix: Bytes) =>
    shown(name, { path: [{ hash: SHA256, prefix, suffix }] })
  const none = new Uint8Array(0)
  const deep = Array.from({ length: 129 }, () => ({ hash: SHA256, prefix: INNER, suffix: hash }))
  return [
    step('an inner node with the one-byte prefix of a leaf', Uint8Array.of(0), hash),
    step('an inner node that begins like a leaf', concat(Uint8Array.of(0), hash), none),
    step('an inner prefix that is not 0x01', Uint8Array.of(2), hash),
    step('siblings on both sides', concat(INNER, hash), hash),
    step('no sibling at all', INNER, none),
    step('a suffix of two hashes', INNER, concat(hash, hash)),
    step('a suffix one byte short', concat(INNER, Uint8Array.of(7)), hash.subarray(1)),
    step('half a sibling on each side', concat(INNER, half), half),
    step('a prefix one byte long for a hash', concat(INNER, hash, Uint8Array.of(7)), none),
    shown('an inner node hashed by SHA-512', { path: [{ hash: SHA512, prefix: INNER, suffix: hash }] }),
    shown('a leaf hashed by SHA-512', { leaf: { ...LEAF, hash: SHA512 } }),
    shown('a leaf without lengths', { leaf: { ...LEAF, length: ics23.LengthOp.NO_PREFIX } }),
    shown('a leaf with its key hashed again', { leaf: { ...LEAF, prehashKey: SHA256 } }),
    shown('a leaf with the prefix of an inner node', { leaf: { ...LEAF, prefix: INNER } }),
    shown('a key of 31 bytes', {}, key.subarray(1)),
    shown('129 steps', { path: deep }),
  ]
}

/** Sound, but not in the one form in which the ledger writes it. */
function miswritten(): readonly ProofCase[] {
  const exist = toMessage(denied)
  const wire = wireOf({ exist })
  const shown = (name: string, proof: Bytes) => caseOf(name, root, denied.key, denied.value, proof)
  return [
    shown('a batch of one', wireOf({ batch: { entries: [{ exist }] } })),
    shown('a default written out', wireOf({ exist: { ...exist, leaf: { ...LEAF, prehashKey: NO_HASH } } })),
    shown('an unknown field behind', concat(wire, Uint8Array.of(0x7a, 1, 0))),
    shown('the whole message twice', concat(wire, wire)),
    shown('cut short', wire.subarray(0, -1)),
    shown('empty', new Uint8Array(0)),
    caseOf('presence shown for absence', root, afterKey(denied.key), null, wire),
  ]
}

function afterKey(key: Bytes): Bytes {
  return key.with(31, ((key[31] ?? 0) + 1) % 256)
}

function mirrored({ prefix, suffix }: ics23.IInnerOp): ics23.IInnerOp {
  return suffix?.length
    ? { hash: SHA256, prefix: concat(INNER, suffix) }
    : { hash: SHA256, prefix: INNER, suffix: prefix?.subarray(1) ?? INNER }
}

/** Every sibling moved to the left, as on the way to the last key. */
function padded(exist: Exist | null): Exist {
  const path = exist?.path ?? []
  return { ...exist, path: path.map((step) => (step.suffix?.length ? mirrored(step) : step)) }
}
