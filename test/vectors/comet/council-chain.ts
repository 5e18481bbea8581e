/**
 * A chain of several validators that takes over at height 7 and changes its members: A B C D, from height 11 A B C,
 * from 13 B C E F G, from 14 C E F G. Votes are missing, for nil, and between whole milliseconds.
 */
import { seededChance, sha256, toHex, toInstant, toUtf8, type Bytes } from '#kernel'

import {
  addressOf,
  BLOCK_PROTOCOL,
  blockIdOf,
  consensusHash,
  makeBlock,
  medianTime,
  newValidatorSet,
  NO_BLOCK,
  NO_COMMIT,
  resultsHash,
  timed,
  validatorSetHash,
  type HeaderDraft,
  type ValidatorSet,
} from '../../../src/ledger/model/comet/index.ts'
import { nextAppHash, resultOf, type Chain, type Genesis, type Member, type Step } from './chain.ts'
import { member, vote, type Choices } from './council.ts'

interface Sitting {
  readonly votes?: Choices
  readonly sizes?: readonly number[]
  readonly changes?: readonly Member[]
}

/** From height 7 on: who does not vote for the block, how large transactions are, who changes afterwards. */
const plan: readonly Sitting[] = [
  {},
  { votes: [undefined, 'absent'], sizes: [120, 60, 90] },
  { votes: ['nil'], changes: [member('D', 0)] },
  { votes: [undefined, undefined, 'absent'], sizes: [300] },
  { changes: [member('A', 0), member('E', 10), member('F', 10), member('G', 10)] },
  { sizes: [40], changes: [member('B', 0)] },
  { votes: [undefined, 'absent'] },
  { votes: ['nil'], sizes: [10] },
  {},
]

const members = ['A', 'B', 'C', 'D'].map((letter) => member(letter, 10))

const genesis: Genesis = {
  chainId: 'twinchart-council-1',
  time: toInstant(1_770_000_000_000),
  initialHeight: 7,
  appVersion: 3,
  limits: { maxBytes: 22_020_096, maxGas: -1 },
  appHash: sha256(toUtf8('the state that solo left behind')),
  members,
}

/** A change after height H holds from H + 2. */
export function councilChain(): Chain {
  const chance = seededChance('comet council chain')
  const sets = [newValidatorSet(members), newValidatorSet(members)]
  const steps: Step[] = []
  for (const [index, { votes, sizes = [], changes = [] }] of plan.entries()) {
    const transactions = sizes.map((size) => chance.bytes(size))
    steps.push({ ...nextStep(steps.at(-1), sets.slice(index), transactions, votes), updates: changes })
    sets.push(changed(sets[index + 1], changes))
  }
  return { name: 'council', genesis, steps }
}

function nextStep(
  parent: Step | undefined,
  [current, next]: readonly ValidatorSet[],
  transactions: readonly Bytes[],
  votes: Choices | undefined,
): Step {
  if (!current || !next) throw new Error('each height has its validators')
  const lastCommit = parent?.light.commit ?? NO_COMMIT
  const block = makeBlock(draft(parent, current, next), transactions, lastCommit)
  const { header } = block
  const ballot = { height: header.height, round: header.height % 3, blockId: blockIdOf(block) }
  return {
    light: { header, commit: vote(genesis.chainId, ballot, current, header, votes), validators: current },
    transactions,
    lastCommit,
    results: transactions.map(resultOf),
    appHash: nextAppHash(header.appHash, transactions),
    updates: [],
  }
}

function draft(parent: Step | undefined, current: ValidatorSet, next: ValidatorSet): HeaderDraft {
  const { chainId, initialHeight, appVersion, limits, appHash, time } = genesis
  const light = parent?.light
  return {
    version: { block: BLOCK_PROTOCOL, app: appVersion },
    chainId,
    height: light ? light.header.height + 1 : initialHeight,
    ...(light ? medianTime(light.commit, light.validators) : timed(time)),
    lastBlockId: light?.commit.blockId ?? NO_BLOCK,
    validatorsHash: validatorSetHash(current),
    nextValidatorsHash: validatorSetHash(next),
    consensusHash: consensusHash(limits),
    appHash: parent?.appHash ?? appHash,
    lastResultsHash: resultsHash(parent?.results ?? []),
    proposerAddress: addressOf(current.proposer.publicKey),
  }
}

function changed(set: ValidatorSet | undefined, changes: readonly Member[]): ValidatorSet {
  const isChanged = ({ publicKey }: Member) =>
    changes.some((change) => toHex(change.publicKey) === toHex(publicKey))
  const kept = set?.validators.filter((each) => !isChanged(each)) ?? []
  return newValidatorSet([...kept, ...changes.filter(({ power }) => power > 0)])
}
