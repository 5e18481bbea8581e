import type { Generated } from 'kysely'

/** The ledger's own tables. Blocks and state live here; the tree in memory is a cache that can be rebuilt. */
export interface LedgerTables {
  /** One row: the chain this database belongs to, and the epoch of the engine that may write. */
  'ledger.chain': {
    single: Generated<boolean>
    chain_id: string
    genesis_time: number
    initial_height: number
    /** The state at genesis, in canonical form, and the first validator's key. */
    genesis_state: Uint8Array
    genesis_validator: Uint8Array
    epoch: number
  }
  'ledger.block': {
    height: number
    time: number
    hash: Uint8Array
    /** A `tendermint.types.LightBlock`: header, commit and validators. */
    light_block: Uint8Array
    transactions: readonly Uint8Array[]
    /** Result data of each transaction: empty where it was applied, else the refusal's code. */
    results: readonly Uint8Array[]
    /** The place of the block's hash in the History; null where the block carried nothing. */
    history_index: number | null
  }
  'ledger.state': { key: Uint8Array; value: Uint8Array }
  /** Strands of this node's charts. Writers take room by moving `next`, in the transaction of what they write. */
  'ledger.strand': {
    strand: Uint8Array
    chart: string
    ordinal: number
    kind: string
    writer: Uint8Array
    next: Generated<number>
  }
  /** How far the ledger has each strand. Only blocks write here, so that no writer ever holds a block up. */
  'ledger.anchor': { strand: Uint8Array; anchored: number }
  /** Strands with leaves that wait for the ledger, up to which one; and why it refused them, where it did. */
  'ledger.waiting': { strand: Uint8Array; upto: number; refusal: string | null }
}

export const ledgerMigrations = [
  {
    name: 'ledger/1-chain',
    sql: `
      create schema ledger;
      create table ledger.chain (
        single boolean primary key default true check (single),
        chain_id text not null,
        genesis_time int8 not null,
        initial_height int8 not null,
        genesis_state bytea not null,
        genesis_validator bytea not null,
        epoch int8 not null
      );
      create table ledger.block (
        height int8 primary key,
        time int8 not null,
        hash bytea not null,
        light_block bytea not null,
        transactions bytea[] not null,
        results bytea[] not null,
        history_index int8 unique
      );
      create table ledger.state (key bytea primary key, value bytea not null);
      create table ledger.strand (
        strand bytea primary key,
        chart uuid not null,
        ordinal int4 not null,
        kind text not null,
        writer bytea not null,
        next int8 not null default 0,
        unique (chart, ordinal),
        unique (chart, kind, writer)
      );
      create table ledger.anchor (strand bytea primary key, anchored int8 not null);
      create table ledger.waiting (strand bytea primary key, upto int8 not null, refusal text);
    `,
  },
]
