/** Proofs about small states, made the same way every time: sound ones as the ledger makes them, and forged ones. */
import { compareBytes, encode, seededChance, toHex, toUtf8, type Bytes } from '#kernel'
import {
  absenceCodec,
  buildFromSorted,
  existenceCodec,
  proveAbsence,
  proveExistence,
  stateRoot,
  type StateEntry,
  type StateTree,
} from '#ledger/model'

/** What a verifier is asked: whether under this root the key has this value, or none. All bytes are hexadecimal. */
export interface ProofCase {
  readonly name: string
  readonly root: string
  readonly key: string
  readonly value: string | null
  readonly proof: string
}

export interface State {
  readonly tree: StateTree
  readonly keys: readonly Bytes[]
}

export function stateOf(count: number): State {
  const chance = seededChance(`ics23 vectors, ${count} keys`)
  const keys = Array.from({ length: count }, () => chance.bytes(32)).toSorted(compareBytes)
  return { keys, tree: buildFromSorted(keys.map((key, i): StateEntry => [key, toUtf8(`value ${i}`)])) }
}

export function caseOf(name: string, root: Bytes, key: Bytes, value: Bytes | null, proof: Bytes): ProofCase {
  return { name, root: toHex(root), key: toHex(key), value: value && toHex(value), proof: toHex(proof) }
}

/** Presence and absence in states of several sizes; absence at both edges of each. */
export function soundCases(): readonly ProofCase[] {
  const states = [1, 2, 3, 8, 500].map(stateOf)
  return [...states.flatMap(presences), ...states.flatMap(absences)]
}

function presences({ tree, keys }: State): readonly ProofCase[] {
  return sampled(keys).map((key) => {
    const proof = proveExistence(tree, key)
    const name = `presence of key ${keys.indexOf(key)} of ${keys.length}`
    return caseOf(name, stateRoot(tree), key, proof.value, encode(existenceCodec, proof))
  })
}

function absences({ tree, keys }: State): readonly ProofCase[] {
  const chance = seededChance(`ics23 vectors, absent from ${keys.length} keys`)
  const between = Array.from({ length: 10 }, () => chance.bytes(32))
  return [new Uint8Array(32), ...between, new Uint8Array(32).fill(0xff)].map((key, i) => {
    const proof = encode(absenceCodec, proveAbsence(tree, key))
    return caseOf(`absence ${i} from ${keys.length}`, stateRoot(tree), key, null, proof)
  })
}

/** Both edges, and a dozen evenly between. */
function sampled(keys: readonly Bytes[]): readonly Bytes[] {
  const stride = Math.ceil(keys.length / 12)
  return keys.filter((_, i) => i % stride === 0 || i === keys.length - 1)
}
