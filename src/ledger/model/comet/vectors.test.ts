/** Every format against what CometBFT's own Go code made: test/vectors/comet/vectors.go. */
import { describe, expect, it } from 'vitest'

import { openSigner, toHex, toInstant, type Bytes } from '#kernel'

import { plain } from '../../../../test/vectors/comet/plain.ts'
import { vectors } from '../../../../test/vectors/comet/vectors.ts'
import * as comet from './index.ts'

const keyOf = ({ publicKey }: comet.Validator) => toHex(publicKey)

type CommitVector = (typeof vectors.commits)[number]
type Vote = CommitVector['votes'][number]

const same = (ours: Bytes, theirs: Bytes) => expect(toHex(ours)).toBe(toHex(theirs))

function setOf({ set }: CommitVector) {
  const found = vectors.validatorSets[set]
  if (!found) throw new Error('the commit is of no set in these vectors')
  return found
}

function commitOf(vector: CommitVector): comet.Commit {
  const addresses = setOf(vector).addresses
  const signatures = vector.votes.map((vote, place): comet.CommitSignature => {
    if (vote.flag === 'absent') return comet.ABSENT
    const { flag, time, nanos, signature } = vote
    return { flag, validator: addresses[place] ?? Uint8Array.of(), time, nanos, signature }
  })
  return { height: vector.height, round: vector.round, blockId: vector.blockId, signatures }
}

it('is held against CometBFT 0.38', () => {
  expect(vectors.cometbft).toMatch(/^v0\.38\./)
})

describe.each(vectors.headers)('header $#', ({ header, bytes, hash }) => {
  it('is written and hashed as CometBFT does', () => {
    same(comet.encodeHeader(header), bytes)
    same(comet.headerHash(header), hash)
  })

  it('is read back whole', () => {
    expect(plain(comet.decodeHeader(bytes))).toEqual(plain(header))
  })
})

describe.each(vectors.validatorSets)(
  'validator set $#',
  ({ given, validators, proposer, addresses, bytes, hash }) => {
    it('is written and hashed as CometBFT does, and read back whole', () => {
      same(comet.encodeValidatorSet({ validators, proposer }), bytes)
      same(comet.validatorSetHash({ validators, proposer }), hash)
      expect(plain(comet.decodeValidatorSet(bytes))).toEqual(plain({ validators, proposer }))
    })

    it('is put in its order from any other', () => {
      const set = comet.newValidatorSet(given)
      expect(set.validators.map(keyOf)).toEqual(validators.map(keyOf))
      same(comet.validatorSetHash(set), hash)
    })

    it('has its addresses', () => {
      expect(validators.map(({ publicKey }) => toHex(comet.addressOf(publicKey)))).toEqual(
        addresses.map(toHex),
      )
    })
  },
)

describe.each(vectors.commits)('commit $#', (vector) => {
  const commit = commitOf(vector)
  const set = setOf(vector)

  it('is written and hashed as CometBFT does, and read back whole', () => {
    same(comet.encodeCommit(commit), vector.bytes)
    same(comet.commitHash(commit), vector.hash)
    expect(plain(comet.decodeCommit(vector.bytes))).toEqual(plain(commit))
  })

  it('is signed in the same bytes, with the same signatures', () => {
    const signed = vector.votes.map((vote: Vote, place) => {
      if (vote.flag === 'absent') return comet.ABSENT
      same(comet.precommitBytes(vector.chainId, commit, vote), vote.signBytes)
      const { flag, time, nanos } = vote
      const signer = openSigner(set.seeds[place] ?? Uint8Array.of())
      return comet.signPrecommit(signer, vector.chainId, commit, { flag, time, nanos })
    })
    same(comet.encodeCommit({ ...commit, signatures: signed }), vector.bytes)
  })

  it('is judged as VerifyCommit judges it', () => {
    const { chainId, blockId, height, verifyCommit } = vector
    expect(comet.verifyCommit(chainId, set, blockId, height, commit)).toEqual(
      verifyCommit === '' ? { kind: 'verified' } : { kind: 'refused', reason: 'TOO_LITTLE_POWER' },
    )
    expect(verifyCommit).toMatch(/^(invalid commit -- insufficient voting power.*)?$/)
  })

  it('gives the next block the same time', () => {
    const median = () => comet.medianTime(commit, set)
    if (commit.signatures.some(comet.isVote)) expect(median()).toEqual(vector.median)
    else expect(median).toThrow('has no time')
  })
})

it('holds commits that suffice and commits that do not', () => {
  const refused = vectors.commits.filter(({ verifyCommit }) => verifyCommit !== '')
  expect(refused.length).toBeGreaterThan(4)
  expect(vectors.commits.length - refused.length).toBeGreaterThan(4)
})

it('signs a commit of all at one time as it signs each vote', () => {
  const set = comet.newValidatorSet(vectors.validatorSets[2]?.given ?? [])
  const signers = vectors.validatorSets[2]?.seeds.map(openSigner) ?? []
  const ballot = { height: 5, round: 1, blockId: comet.NO_BLOCK }
  const time = { time: toInstant(1_700_000_000_000), nanos: 7 }
  const commit = comet.signCommit('chain', ballot, set, signers.slice(1), time)
  expect(commit.signatures.map(({ flag }) => flag)).toEqual(['absent', 'commit', 'commit', 'commit'])
  const [, signer] = signers
  if (!signer) throw new Error('the set has four validators')
  expect(commit.signatures[1]).toEqual(
    comet.signPrecommit(signer, 'chain', ballot, { flag: 'commit', ...time }),
  )
})

describe.each(vectors.blocks)('block $#', ({ header, transactions, lastCommit, bytes, id }) => {
  const { lastCommitHash: _c, dataHash: _d, evidenceHash: _e, ...draft } = header
  const block = comet.makeBlock(draft, transactions, comet.decodeCommit(lastCommit))

  it('is made with the hashes of what it holds', () => {
    expect(plain(block.header)).toEqual(plain(header))
    expect(comet.fitsHeader(block)).toBe(true)
  })

  it('is written in the same bytes, and so known by the same hash and parts', () => {
    same(comet.encodeBlock(block), bytes)
    expect(plain(comet.blockIdOf(block))).toEqual(plain(id))
    expect(plain(comet.decodeBlock(bytes))).toEqual(plain(block))
  })
})

it.each(vectors.parts)('cuts $length bytes into the same parts', ({ length, parts }) => {
  const bytes = Uint8Array.from({ length }, (_, index) => index % 251)
  expect(plain(comet.partSetHeader(bytes))).toEqual(plain(parts))
})

it.each(vectors.results)('hashes $results.length results alike', ({ results, hash }) => {
  same(comet.resultsHash(results), hash)
})

it.each(vectors.params)(
  'hashes the limits of $maxBytes bytes and $maxGas gas alike',
  ({ hash, ...limits }) => {
    same(comet.consensusHash(limits), hash)
  },
)
