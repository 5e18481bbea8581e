import { readFileSync } from 'node:fs'

import { ics23, tendermintSpec, verifyMembership, verifyNonMembership } from '@confio/ics23'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'

import { CodecError, decode, fromHex, sha256, toHex, toUtf8 } from '#kernel'
import { absenceCodec, existenceCodec, verifyAbsence, verifyExistence } from '#ledger/model'

import { soundCases, type ProofCase } from './cases.ts'
import { proofsFile } from './file.ts'
import { forgedCases } from './forgeries.ts'

const stored = (name: string) => readFileSync(new URL(name, import.meta.url), 'utf8')
const go = z
  .object({ sha256OfProofs: z.string(), answers: z.record(z.string(), z.string()) })
  .parse(JSON.parse(stored('answers.json')))

/** What ours refuses beyond TendermintSpec. The first is a real forgery: its root is genuine. */
const LET_THROUGH_BY_BOTH = [
  'a key inside a key, by a longer leaf prefix',
  'an inner prefix that is not 0x01',
  'siblings on both sides',
  'no sibling at all',
  'a suffix of two hashes',
  'a key of 31 bytes',
  'a batch of one',
  'a default written out',
  'an unknown field behind',
  'the whole message twice',
]
/** `@confio/ics23` is no longer kept: it knows no depth, and compares prefixes and suffixes less closely than Go. */
const LET_THROUGH_BY_CONFIO = [
  'an inner node with the one-byte prefix of a leaf',
  'a suffix one byte short',
  'half a sibling on each side',
  '129 steps',
]

describe('what the reference library in Go was asked', () => {
  it('is byte for byte what is made today', () => {
    expect(stored('proofs.json')).toBe(proofsFile())
  })

  it('is what its answers are about', () => {
    expect(Object.keys(go.answers)).toHaveLength(soundCases().length + forgedCases().length)
    expect(go.sha256OfProofs).toBe(toHex(sha256(toUtf8(stored('proofs.json')))))
  })
})

describe('a proof as the ledger makes it', () => {
  const cases = soundCases()

  it('is accepted by our verifier, by the one in Go and by the one in JavaScript', () => {
    expect(namesOf(cases, isAccepted)).toEqual(namesOf(cases))
    expect(namesOf(cases, isAcceptedByGo)).toEqual(namesOf(cases))
    expect(namesOf(cases, isAcceptedByConfio)).toEqual(namesOf(cases))
  })

  it('is written as protobuf writes it', () => {
    const rewritten = (wire: Uint8Array) =>
      ics23.CommitmentProof.encode(ics23.CommitmentProof.decode(wire)).finish()
    expect(namesOf(cases, ({ proof }) => toHex(rewritten(fromHex(proof))) === proof)).toEqual(namesOf(cases))
  })
})

describe('a forged proof', () => {
  const cases = forgedCases()

  it('is refused by ours', () => {
    expect(namesOf(cases, isAccepted)).toEqual([])
  })

  it('is refused by the others too, but for what they are known to let through', () => {
    expect(namesOf(cases, isAcceptedByGo)).toEqual(LET_THROUGH_BY_BOTH)
    const byConfio = new Set(namesOf(cases, isAcceptedByConfio))
    expect(byConfio).toEqual(new Set([...LET_THROUGH_BY_BOTH, ...LET_THROUGH_BY_CONFIO]))
  })
})

function namesOf(
  cases: readonly ProofCase[],
  holds: (each: ProofCase) => boolean = () => true,
): readonly string[] {
  return cases.filter(holds).map(({ name }) => name)
}

function isAccepted({ root, key, value, proof }: ProofCase): boolean {
  try {
    return value === null
      ? verifyAbsence(fromHex(root), fromHex(key), decode(absenceCodec, fromHex(proof)))
      : verifyExistence(fromHex(root), fromHex(key), fromHex(value), decode(existenceCodec, fromHex(proof)))
  } catch (error) {
    if (error instanceof CodecError) return false
    throw error
  }
}

function isAcceptedByGo({ name }: ProofCase): boolean {
  return go.answers[name] === 'accepted'
}

/** It throws where it cannot read a proof, or where a path ends too early. */
function isAcceptedByConfio({ root, key, value, proof }: ProofCase): boolean {
  try {
    const message = ics23.CommitmentProof.decode(fromHex(proof))
    return value === null
      ? verifyNonMembership(message, tendermintSpec, fromHex(root), fromHex(key))
      : verifyMembership(message, tendermintSpec, fromHex(root), fromHex(key), fromHex(value))
  } catch {
    return false
  }
}
