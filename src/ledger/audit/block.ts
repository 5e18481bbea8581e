/** Whether a kept block is the one that must follow: header, votes, and what the table says beside them. */
import { DomainError, isSame, toHex, type Bytes } from '#kernel'

import type { BlockRow } from '../chain-store.ts'
import { nextBlock, type Foundation } from '../engines/solo/proposal.ts'
import type { Genesis } from '../genesis.ts'
import {
  blockIdOf,
  decodeLightBlock,
  encodeHeader,
  validatorSetHash,
  verifyCommit,
  type BlockId,
  type Header,
  type LightBlock,
} from '../model/index.ts'

/** What was read of a block, and what is wrong with it. */
interface CheckedBlock {
  readonly light: LightBlock | undefined
  /** Where there is any of this, nothing can be said of the blocks that stand on it. */
  readonly damage: readonly string[]
  /** What is wrong only beside the block. */
  readonly beside: readonly string[]
}

export function checkBlock(
  genesis: Genesis,
  foundation: Omit<Foundation, 'transactions'>,
  row: BlockRow,
): CheckedBlock {
  const expected = nextBlock(genesis, { ...foundation, transactions: row.transactions })
  const light = readLight(row.light_block)
  if (!light) return { light, damage: ['its header and votes cannot be read'], beside: [] }
  const wrong = differencesOf(expected.header, light.header)
  if (wrong.length > 0) return { light, damage: wrong, beside: [] }
  const id = blockIdOf(expected)
  return { light, damage: unsignedIn(genesis, light, id), beside: besideOf(row, light.header, id) }
}

function unsignedIn(
  genesis: Genesis,
  { header, commit, validators }: LightBlock,
  id: BlockId,
): readonly string[] {
  const verdict = verifyCommit(genesis.chain, genesis.validators, id, header.height, commit)
  const hasItsOwn = isSame(validatorSetHash(validators), validatorSetHash(genesis.validators))
  return [
    ...(verdict.kind === 'refused' ? [`its votes do not hold: ${verdict.reason}`] : []),
    ...(hasItsOwn ? [] : ['it names other validators than the chain has']),
  ]
}

/** What the table says in columns of their own. */
function besideOf(row: BlockRow, { height, time }: Header, { hash }: BlockId): readonly string[] {
  return [
    ...(row.height === height ? [] : ['it is kept under another height']),
    ...(row.time === time ? [] : ['it is kept under another time']),
    ...(isSame(row.hash, hash) ? [] : ['it is kept under another hash']),
  ]
}

function readLight(bytes: Bytes): LightBlock | undefined {
  try {
    return decodeLightBlock(bytes)
  } catch (error) {
    if (error instanceof DomainError) return undefined
    throw error
  }
}

/** Each field of a header, in a form that can be compared, and in words what it speaks for. */
const FIELDS: Readonly<Record<keyof Header, readonly [words: string, read: (header: Header) => string]>> = {
  version: ['version', ({ version }) => `${version.block}.${version.app}`],
  chainId: ['chain', ({ chainId }) => chainId],
  height: ['height', ({ height }) => String(height)],
  time: ['time', ({ time }) => String(time)],
  nanos: ['time', ({ nanos }) => String(nanos)],
  lastBlockId: [
    'block before it',
    ({ lastBlockId: { hash, parts } }) => `${toHex(hash)} ${toHex(parts.hash)}`,
  ],
  lastCommitHash: ['votes for the block before it', ({ lastCommitHash }) => toHex(lastCommitHash)],
  dataHash: ['transactions', ({ dataHash }) => toHex(dataHash)],
  validatorsHash: ['validators', ({ validatorsHash }) => toHex(validatorsHash)],
  nextValidatorsHash: ['next validators', ({ nextValidatorsHash }) => toHex(nextValidatorsHash)],
  consensusHash: ['rules', ({ consensusHash }) => toHex(consensusHash)],
  appHash: ['state before it', ({ appHash }) => toHex(appHash)],
  lastResultsHash: ['results of the block before it', ({ lastResultsHash }) => toHex(lastResultsHash)],
  evidenceHash: ['evidence', ({ evidenceHash }) => toHex(evidenceHash)],
  proposerAddress: ['proposer', ({ proposerAddress }) => toHex(proposerAddress)],
}

function differencesOf(expected: Header, found: Header): readonly string[] {
  if (isSame(encodeHeader(expected), encodeHeader(found))) return []
  const wrong = Object.values(FIELDS).filter(([, read]) => read(expected) !== read(found))
  const words = new Set(wrong.map(([name]) => name))
  return [`its header speaks for another ${[...words].join(', ') || 'block'}`]
}
