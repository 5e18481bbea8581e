/** The seven who sit in the council chain, and how they sign. */
import { later, openSigner, seededChance, toHex, type Bytes, type Signer } from '#kernel'

import {
  ABSENT,
  addressOf,
  headerHash,
  signPrecommit,
  timed,
  type Ballot,
  type Commit,
  type CommitSignature,
  type Header,
  type LightBlock,
  type Timed,
  type ValidatorSet,
} from '../../../src/ledger/model/comet/index.ts'
import type { Member } from './chain.ts'

const chance = seededChance('comet council')

/** A to G, in the order of their addresses, which is the order of a set whose members have equal power. */
const signers = Array.from({ length: 7 }, () => openSigner(chance.bytes(32))).toSorted((a, b) =>
  toHex(addressOf(a.publicKey)) < toHex(addressOf(b.publicKey)) ? -1 : 1,
)

export function member(letter: string, power: number): Member {
  const signer = signers['ABCDEFG'.indexOf(letter)]
  if (!signer) throw new Error(`nobody is called ${letter}`)
  return { publicKey: signer.publicKey, power }
}

export function signerOf(publicKey: Bytes): Signer {
  const found = signers.find((each) => toHex(each.publicKey) === toHex(publicKey))
  if (!found) throw new Error('nobody here has that key')
  return found
}

export type Choices = readonly (CommitSignature['flag'] | undefined)[]

/** Everybody's vote, for the block unless chosen otherwise, each at a time of their own. */
export function vote(
  chainId: string,
  ballot: Ballot,
  { validators }: ValidatorSet,
  { time, nanos }: Timed,
  choices: Choices = [],
): Commit {
  const signatures = validators.map(({ publicKey }, place): CommitSignature => {
    const flag = choices[place] ?? 'commit'
    if (flag === 'absent') return ABSENT
    const own = { time: later(time, 20 + place), nanos: (nanos + 123_457 * place) % 1_000_000 }
    return signPrecommit(signerOf(publicKey), chainId, ballot, { flag, ...own })
  })
  return { ...ballot, signatures }
}

/** The block with another header, or other votes, signed anew by its own validators. */
export function signAgain(
  light: LightBlock,
  change: Partial<Header> = {},
  choices: Choices = [],
): LightBlock {
  const header = { ...light.header, ...change }
  const blockId = { ...light.commit.blockId, hash: headerHash(header) }
  const ballot = { height: header.height, round: 0, blockId }
  return {
    ...light,
    header,
    commit: vote(header.chainId, ballot, light.validators, timed(header.time), choices),
  }
}
