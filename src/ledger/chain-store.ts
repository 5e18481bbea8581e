import { toInstant, type Bytes } from '#kernel'
import type { Session } from '#storage'

import { decodeState, encodeState, type Genesis } from './genesis.ts'
import {
  decodeLightBlock,
  encodeLightBlock,
  LedgerError,
  newValidatorSet,
  type Change,
  type LightBlock,
  type StateEntry,
} from './model/index.ts'

/** A block as it is kept. */
interface KeptBlock {
  readonly height: number
  readonly hash: Bytes
  readonly light: LightBlock
  readonly transactions: readonly Bytes[]
  /** Result data, one for each transaction. */
  readonly results: readonly Bytes[]
  readonly historyIndex: number | null
}

interface ChainRow {
  readonly chain_id: string
  readonly genesis_time: number
  readonly initial_height: number
  readonly genesis_state: Bytes
  readonly genesis_validator: Bytes
}

const CHAIN = { text: 'select * from ledger.chain' }
const BEGIN = {
  text: `insert into ledger.chain (chain_id, genesis_time, initial_height, genesis_state, genesis_validator, epoch)
         values ($1, $2, $3, $4, $5, 0)`,
}
const PUT_STATE = {
  name: 'ledger-put-state',
  text: `insert into ledger.state (key, value) select * from unnest($1::bytea[], $2::bytea[])
         on conflict (key) do update set value = excluded.value`,
}

/** What this database's chain began with, or undefined where none has begun. */
export async function readGenesis(session: Session): Promise<Genesis | undefined> {
  const [row] = await session.rows<ChainRow>(CHAIN)
  return (
    row && {
      chain: row.chain_id,
      time: toInstant(row.genesis_time),
      initialHeight: row.initial_height,
      state: decodeState(row.genesis_state),
      validators: newValidatorSet([{ publicKey: row.genesis_validator, power: 10 }]),
    }
  )
}

export async function beginChain(session: Session, genesis: Genesis): Promise<void> {
  const { chain, time, initialHeight, state, validators } = genesis
  const validator = validators.proposer.publicKey
  await session.rows(BEGIN, [chain, time, initialHeight, encodeState(state), validator])
  await writeState(session, state)
}

export async function writeState(session: Session, changes: readonly Change[]): Promise<void> {
  if (changes.length === 0) return
  await session.rows(PUT_STATE, [changes.map(({ key }) => key), changes.map(({ value }) => value)])
}

/** The whole state in the order of its keys. */
export async function readState(session: Session): Promise<readonly StateEntry[]> {
  const rows = await session.rows<Change>({ text: 'select key, value from ledger.state order by key' })
  return rows.map(({ key, value }) => [key, value])
}

const NEW_EPOCH = { text: 'update ledger.chain set epoch = epoch + 1 returning epoch' }
const IN_EPOCH = { name: 'ledger-in-epoch', text: 'select 1 from ledger.chain where epoch = $1 for share' }

/** The epoch of an engine that has just taken over: what an earlier one still writes is refused. */
export async function takeOver(session: Session): Promise<number> {
  const [row] = await session.rows<{ epoch: number }>(NEW_EPOCH)
  if (!row) throw new Error('no chain to take over')
  return row.epoch
}

export async function requireEpoch(session: Session, epoch: number): Promise<void> {
  const rows = await session.rows(IN_EPOCH, [epoch])
  if (rows.length === 0) throw new LedgerError('LEDGER_CLOSED', 'another server drives this ledger now')
}

const PUT_BLOCK = {
  name: 'ledger-put-block',
  text: `insert into ledger.block (height, time, hash, light_block, transactions, results, history_index)
         values ($1, $2, $3, $4, $5, $6, $7)`,
}
export async function writeBlock(session: Session, block: KeptBlock): Promise<void> {
  await session.rows(PUT_BLOCK, [
    block.height,
    block.light.header.time,
    block.hash,
    encodeLightBlock(block.light),
    block.transactions,
    block.results,
    block.historyIndex,
  ])
}

/** A block as it lies in the table: whatever reads it may find that it was altered. */
export interface BlockRow {
  readonly height: number
  readonly time: number
  readonly hash: Bytes
  readonly light_block: Bytes
  readonly transactions: readonly Bytes[]
  readonly results: readonly Bytes[]
  readonly history_index: number | null
}

const BLOCKS = {
  text: 'select * from ledger.block where height >= $1 order by height limit $2',
}
const LAST = { text: 'select * from ledger.block order by height desc limit 1' }
const HISTORY = {
  text: 'select hash from ledger.block where history_index is not null order by history_index',
}

/** Blocks from a height upward. */
export function readBlockRows(session: Session, from: number, most: number): Promise<readonly BlockRow[]> {
  return session.rows<BlockRow>(BLOCKS, [from, most])
}

export async function lastBlock(session: Session): Promise<KeptBlock | undefined> {
  const [row] = await session.rows<BlockRow>(LAST)
  return row && toBlock(row)
}

/** The hashes of all blocks that carried transactions, in order: the leaves of the History. */
export async function historyHashes(session: Session): Promise<readonly Bytes[]> {
  return (await session.rows<{ hash: Bytes }>(HISTORY)).map(({ hash }) => hash)
}

function toBlock(row: BlockRow): KeptBlock {
  const { height, hash, transactions, results } = row
  return {
    height,
    hash,
    transactions,
    results,
    light: decodeLightBlock(row.light_block),
    historyIndex: row.history_index,
  }
}
