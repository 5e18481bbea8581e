import { describe, expect, it } from 'vitest'

import { CodecError, concat, fromHex, openSigner, seededChance, sha256, toHex, toInstant } from '#kernel'

import * as comet from './index.ts'

const chance = seededChance('comet block')
const signer = openSigner(chance.bytes(32))
const set = comet.newValidatorSet([{ publicKey: signer.publicKey, power: 10 }])
const transactions = [chance.bytes(100), chance.bytes(0), chance.bytes(7)]
const hash = sha256(chance.bytes(8))

const block = comet.makeBlock(
  {
    version: { block: comet.BLOCK_PROTOCOL, app: 1 },
    chainId: 'ward-1',
    height: 1,
    ...comet.timed(toInstant(1_780_000_000_001)),
    lastBlockId: comet.NO_BLOCK,
    validatorsHash: comet.validatorSetHash(set),
    nextValidatorsHash: comet.validatorSetHash(set),
    consensusHash: hash,
    appHash: hash,
    lastResultsHash: comet.resultsHash([]),
    proposerAddress: comet.addressOf(signer.publicKey),
  },
  transactions,
  comet.NO_COMMIT,
)

describe('a block', () => {
  it('holds what its header says', () => {
    expect(comet.fitsHeader(block)).toBe(true)
  })

  it.each([
    ['a transaction less', { ...block, transactions: transactions.slice(1) }],
    ['transactions in another order', { ...block, transactions: transactions.toReversed() }],
    ['a bit turned', { ...block, transactions: [Uint8Array.of(1), ...transactions.slice(1)] }],
    ['another last commit', { ...block, lastCommit: { ...comet.NO_COMMIT, signatures: [comet.ABSENT] } }],
    ['a header that names evidence', { ...block, header: { ...block.header, evidenceHash: hash } }],
  ])('does not fit its header with %s', (_what, altered) => {
    expect(comet.fitsHeader(altered)).toBe(false)
  })

  it('is refused with evidence of misbehaviour, which we do not carry', () => {
    const bytes = toHex(comet.encodeBlock(block))
    expect(bytes.endsWith('1a0022041a021200')).toBe(true)
    const withEvidence = bytes.replace(/1a0022041a021200$/, '1a020a0022041a021200')
    expect(() => comet.decodeBlock(fromHex(withEvidence))).toThrow(CodecError)
  })

  it('is refused with a byte behind it', () => {
    expect(() => comet.decodeBlock(concat(comet.encodeBlock(block), Uint8Array.of(0)))).toThrow(CodecError)
  })
})

describe('a set of validators', () => {
  const bytes = toHex(comet.encodeValidatorSet(set))
  const key = toHex(signer.publicKey)

  it('has at least one', () => {
    expect(() => comet.newValidatorSet([])).toThrow('at least one')
    expect(() => comet.decodeValidatorSet(new Uint8Array())).toThrow(CodecError)
  })

  it('is refused with an address that is not its key’s', () => {
    const address = toHex(comet.addressOf(signer.publicKey))
    const other = toHex(chance.bytes(20))
    expect(() => comet.decodeValidatorSet(fromHex(bytes.replaceAll(address, other)))).toThrow(CodecError)
  })

  it('is refused with a key that is not Ed25519', () => {
    expect(() => comet.decodeValidatorSet(fromHex(bytes.replaceAll(`0a20${key}`, `1220${key}`)))).toThrow(
      CodecError,
    )
  })

  it('is refused with a total that CometBFT does not write', () => {
    expect(() => comet.decodeValidatorSet(fromHex(`${bytes}180a`))).toThrow(CodecError)
  })
})

describe('a commit', () => {
  const ballot = { height: 1, round: 0, blockId: comet.blockIdOf(block) }
  const commit = comet.signCommit('ward-1', ballot, set, [signer], block.header)
  const bytes = toHex(comet.encodeCommit(commit))

  it('is read back whole', () => {
    expect(toHex(comet.encodeCommit(comet.decodeCommit(fromHex(bytes))))).toBe(bytes)
  })

  it.each([
    ['a vote of an unknown kind', '0804', 'unknown kind'],
    ['a vote of no kind', '0800', 'unknown kind'],
    ['a vote called absent', '0801', 'otherwise'],
  ])('is refused with %s', (_what, flag, because) => {
    const altered = bytes.replace('08021214', `${flag}1214`)
    expect(altered).not.toBe(bytes)
    expect(() => comet.decodeCommit(fromHex(altered))).toThrow(because)
  })

  it('is refused with a time before 1970', () => {
    const absent = toHex(comet.encodeCommit({ ...commit, signatures: [comet.ABSENT] }))
    const called = absent.replace('08011a0b', '08021a0b')
    expect(called).not.toBe(absent)
    expect(() => comet.decodeCommit(fromHex(called))).toThrow('before 1970')
  })

  it('has a time only if somebody voted, and only for validators of the set', () => {
    expect(comet.medianTime(commit, set)).toEqual({ time: block.header.time, nanos: 0 })
    expect(() => comet.medianTime({ ...commit, signatures: [comet.ABSENT] }, set)).toThrow('no time')
    const others = comet.newValidatorSet([{ publicKey: chance.bytes(32), power: 1 }])
    expect(() => comet.medianTime(commit, others)).toThrow('no validator of the set')
  })
})
