/** What only we ask, or what bytes from outside cannot say; all else is in test/vectors/comet/chains.test.ts. */
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import {
  CodecError,
  DAY,
  later,
  openSigner,
  seededChance,
  sha256,
  toHex,
  toInstant,
  toUtf8,
  type Bytes,
  type Signer,
} from '#kernel'

import * as comet from './index.ts'

const chance = seededChance('comet verify')
const signers = [1, 2, 3].map(() => openSigner(chance.bytes(32)))
const [first, second, third] = signers
if (!first || !second || !third) throw new Error('three signers were made')

const set = comet.newValidatorSet(signers.map(({ publicKey }) => ({ publicKey, power: 10 })))
const start = toInstant(1_780_000_000_000)
const terms = { now: later(start, 60_000), trustingPeriod: 14 * DAY, clockDrift: comet.CLOCK_DRIFT }

function lightBlock(height: number, validators = set, by: readonly Signer[] = signers): comet.LightBlock {
  const hash = sha256(toUtf8(`block ${height}`))
  const validatorsHash = comet.validatorSetHash(validators)
  const { header } = comet.makeBlock(
    {
      version: { block: comet.BLOCK_PROTOCOL, app: 1 },
      chainId: 'ward-1',
      height,
      ...comet.timed(later(start, height * 1000)),
      lastBlockId: { hash, parts: { total: 1, hash } },
      validatorsHash,
      nextValidatorsHash: validatorsHash,
      consensusHash: hash,
      appHash: hash,
      lastResultsHash: hash,
      proposerAddress: comet.addressOf(validators.proposer.publicKey),
    },
    [],
    comet.NO_COMMIT,
  )
  const ballot = { height, round: 0, blockId: { hash: comet.headerHash(header), parts: { total: 1, hash } } }
  return { header, commit: comet.signCommit('ward-1', ballot, validators, by, header), validators }
}

const [one, two, nine] = [lightBlock(1), lightBlock(2), lightBlock(9)]

const refused = (reason: comet.Refusal) => ({ kind: 'refused', reason })
const verified = { kind: 'verified' }

describe('verifyCommit', () => {
  const { blockId } = two.commit
  const ask = (commit: comet.Commit, validators = set, height = 2) =>
    comet.verifyCommit('ward-1', validators, blockId, height, commit)

  it('accepts what all signed', () => {
    expect(ask(two.commit)).toEqual(verified)
  })

  it('asks for more than two thirds: two of three are too few', () => {
    expect(ask(lightBlock(2, set, [first, second]).commit)).toEqual(refused('TOO_LITTLE_POWER'))
  })

  it('refuses a commit for no block, whose votes are the bytes of votes for nil', () => {
    const ballot = { height: 2, round: 0, blockId: comet.NO_BLOCK }
    const commit = comet.signCommit('ward-1', ballot, set, signers, two.header)
    expect(comet.verifyCommit('ward-1', set, comet.NO_BLOCK, 2, commit)).toEqual(refused('MALFORMED_COMMIT'))
  })

  it('refuses a commit for another chain', () => {
    expect(comet.verifyCommit('ward-2', set, blockId, 2, two.commit)).toEqual(refused('WRONG_SIGNATURE'))
  })

  it('refuses a set in which one validator sits twice', () => {
    const [validator] = set.validators
    if (!validator) throw new Error('the set has three')
    const twice = { validators: [validator, validator], proposer: validator }
    expect(ask(two.commit, twice)).toEqual(refused('MALFORMED_VALIDATORS'))
  })

  it.each([
    ['no validators', { ...set, validators: [] }],
    ['power below zero', { ...set, validators: set.validators.map((each) => ({ ...each, power: -1 })) }],
    ['half a vote', { ...set, validators: set.validators.map((each) => ({ ...each, power: 0.5 })) }],
    [
      'more power than can be counted',
      { ...set, validators: set.validators.map((each) => ({ ...each, power: 2 ** 50 })) },
    ],
    [
      'a key cut short',
      {
        ...set,
        validators: set.validators.map((each) => ({ ...each, publicKey: each.publicKey.subarray(1) })),
      },
    ],
    [
      'a proposer from outside',
      { ...set, proposer: { publicKey: chance.bytes(32), power: 10, priority: 0 } },
    ],
  ])('refuses a set with %s', (_what, validators) => {
    expect(ask(two.commit, validators)).toEqual(refused('MALFORMED_VALIDATORS'))
  })

  it('accepts a commit of other heights never', () => {
    expect(ask(two.commit, set, 3)).toEqual(refused('WRONG_HEIGHT'))
    expect(ask({ ...nine.commit, height: 2, blockId })).toEqual(refused('WRONG_SIGNATURE'))
  })
})

describe('the light client', () => {
  it('takes a step and a leap', () => {
    expect(comet.verifyAdjacent(one, two, terms)).toEqual(verified)
    expect(comet.verifyNonAdjacent(one, nine, terms)).toEqual(verified)
  })

  it('leaps only with validators that the trusted header names', () => {
    const strangers = comet.newValidatorSet([{ publicKey: first.publicKey, power: 10 }])
    expect(comet.verifyNonAdjacent({ ...one, validators: strangers }, nine, terms)).toEqual(
      refused('WRONG_TRUSTED_VALIDATORS'),
    )
  })

  it('trusts no header longer than its period', () => {
    const late = { ...terms, now: later(one.header.time, terms.trustingPeriod) }
    expect(comet.verifyAdjacent(one, two, late)).toEqual(refused('TRUST_EXPIRED'))
    expect(comet.verifyNonAdjacent(one, nine, late)).toEqual(refused('TRUST_EXPIRED'))
  })

  it('takes from a header alone only that its own validators signed it', () => {
    const usurped = comet.newValidatorSet([{ publicKey: third.publicKey, power: 10 }])
    expect(comet.verifyAlone('ward-1', lightBlock(2, usurped, [third]))).toEqual(verified)
    expect(comet.verifyAdjacent(one, lightBlock(2, usurped, [third]), terms)).toEqual(
      refused('UNANNOUNCED_VALIDATORS'),
    )
    expect(comet.verifyAlone('ward-1', { ...two, validators: usurped })).toEqual(refused('WRONG_VALIDATORS'))
    expect(comet.verifyAlone('ward-2', two)).toEqual(refused('FOREIGN_CHAIN'))
    expect(comet.verifyAlone('ward-1', lightBlock(2, set, [first]))).toEqual(refused('TOO_LITTLE_POWER'))
  })

  it.each([
    ['half a height', { height: 1.5 }],
    ['no height', { height: 0 }],
    ['a height without end', { height: Number.POSITIVE_INFINITY }],
    ['no number for a height', { height: Number.NaN }],
    ['half a nanosecond', { nanos: 0.5 }],
    ['a nanosecond too many', { nanos: 1_000_000 }],
    ['a version below zero', { version: { block: comet.BLOCK_PROTOCOL, app: -1 } }],
    ['no validators', { validatorsHash: new Uint8Array() }],
  ])('refuses and does not throw: a header with %s', (_what, change) => {
    const untrusted = { ...two, header: { ...two.header, ...change } }
    expect(comet.verifyAlone('ward-1', untrusted)).toEqual(refused('MALFORMED_HEADER'))
  })

  it.each([
    ['half a round', { round: 0.5 }],
    ['a round below zero', { round: -1 }],
    ['a round over 2^31 - 1', { round: 2 ** 31 }],
    ['height 0', { height: 0 }],
    ['no signatures', { signatures: [] }],
    ['a vote at no time', { signatures: two.commit.signatures.map((vote) => ({ ...vote, nanos: -1 })) }],
  ])('refuses and does not throw: a commit with %s', (_what, change) => {
    const untrusted = { ...two, commit: { ...two.commit, ...change } }
    expect(comet.verifyAlone('ward-1', untrusted)).toEqual(refused('MALFORMED_COMMIT'))
  })

  it('throws at nothing that can be read, and accepts no other header, votes or validators', () => {
    const bytes = comet.encodeLightBlock(two)
    const place = fc.nat({ max: bytes.length - 1 })
    fc.assert(
      fc.property(place, fc.integer({ min: 1, max: 255 }), (at, mask) => {
        const came = readOrNothing(
          Uint8Array.from(bytes, (byte, index) => (index === at ? byte ^ mask : byte)),
        )
        if (came && comet.verifyAdjacent(one, came, terms).kind === 'verified')
          expect(proved(came)).toEqual(proved(two))
      }),
      { numRuns: 1000 },
    )
  })
})

/** All but the turns of the proposers, which no hash covers. */
function proved({ header, commit, validators }: comet.LightBlock): readonly string[] {
  return [comet.encodeHeader(header), comet.encodeCommit(commit), comet.validatorSetHash(validators)].map(
    toHex,
  )
}

function readOrNothing(came: Bytes): comet.LightBlock | undefined {
  try {
    return comet.decodeLightBlock(came)
  } catch (error) {
    if (error instanceof CodecError) return undefined
    throw error
  }
}
