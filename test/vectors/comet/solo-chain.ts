/** A chain of one operator, made by the solo engine's own proposals. */
import { later, openSigner, seededChance, sha256, toInstant, toUtf8, type Bytes, type Instant } from '#kernel'

import { makeSoloBlock } from '../../../src/ledger/engines/solo/proposal.ts'
import { newValidatorSet, NO_COMMIT, resultsHash } from '../../../src/ledger/model/comet/index.ts'
import { nextAppHash, resultOf, type Chain, type Genesis, type Step } from './chain.ts'

const chance = seededChance('comet solo chain')
const validator = openSigner(chance.bytes(32))
const members = [{ publicKey: validator.publicKey, power: 10 }]

const genesis: Genesis = {
  chainId: 'twinchart-solo-1',
  time: toInstant(1_760_000_000_000),
  initialHeight: 1,
  appVersion: 1,
  limits: { maxBytes: 16 * 1024 * 1024, maxGas: -1 },
  appHash: sha256(toUtf8('the state a chain begins with')),
  members,
}

/** When each block is voted for, in milliseconds after the genesis, and how large its transactions are. */
const plan: readonly { readonly at: number; readonly sizes: readonly number[] }[] = [
  { at: 0, sizes: [] },
  { at: 40, sizes: [180, 90, 200, 1] },
  { at: 41, sizes: [] },
  // An hour of rest: an empty block brings the date up to the present, then work goes on.
  { at: 3_600_000, sizes: [] },
  { at: 3_600_010, sizes: [66_000, 300] },
  { at: 3_600_010, sizes: [] },
  // The clock stood still: votes are a millisecond after their block all the same.
  { at: 3_600_010, sizes: [500] },
  { at: 3_600_010, sizes: [] },
]

export function soloChain(): Chain {
  const steps: Step[] = []
  for (const { at, sizes } of plan) {
    const transactions = sizes.map((size) => chance.bytes(size))
    steps.push(nextStep(steps.at(-1), transactions, later(genesis.time, at)))
  }
  return { name: 'solo', genesis, steps }
}

function nextStep(parent: Step | undefined, transactions: readonly Bytes[], now: Instant): Step {
  const before = parent?.appHash ?? genesis.appHash
  const { chainId: chain, time, initialHeight } = genesis
  const light = makeSoloBlock(
    { chain, time, initialHeight, state: [], validators: newValidatorSet(members) },
    validator,
    {
      parent: parent?.light,
      appHash: before,
      lastResultsHash: resultsHash(parent?.results ?? []),
      transactions,
      now,
    },
  )
  return {
    light,
    transactions,
    lastCommit: parent?.light.commit ?? NO_COMMIT,
    results: transactions.map(resultOf),
    appHash: nextAppHash(before, transactions),
    updates: [],
  }
}
