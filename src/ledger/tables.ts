import type { Generated } from 'kysely'

/** The ledger's own tables. Blocks and state live here; the tree in memory is a cache that can be rebuilt. */
export interface LedgerTables {
  /** One row: the chain this database belongs to, and the epoch of the engine that may write. */
  'ledger.chain': {
    only: Generated<boolean>
    chain_id: string
    genesis_time: number
    initial_height: number
    genesis_validators: Uint8Array
    epoch: number
  }
  'ledger.block': {
    height: number
    time: number
    hash: Uint8Array
    /** A `tendermint.types.SignedHeader`. */
    signed_header: Uint8Array
    transactions: readonly Uint8Array[]
    /** Result data of each transaction: empty where it was applied, else the refusal's code. */
    results: readonly Uint8Array[]
    /** The place of the block's hash in the History; null where the block carried nothing. */
    history_index: number | null
  }
  'ledger.state': { key: Uint8Array; value: Uint8Array }
  /** Where a transaction lies. */
  'ledger.transaction': { hash: Uint8Array; height: number; position: number }
  /** Strands that this node writes or keeps: leaves from `anchored` up to `next` are durable and wait for the ledger. */
  'ledger.strand': {
    strand: Uint8Array
    chart: string
    ordinal: number
    kind: string
    writer: Uint8Array
    opened: Generated<boolean>
    next: Generated<number>
    anchored: Generated<number>
    /** Why the ledger refused what waits here, where it did. */
    refusal: Generated<string | null>
  }
}

export const ledgerMigrations = [
  {
    name: 'ledger-1',
    sql: `
      create schema ledger;
      create table ledger.chain (
        only boolean primary key default true check (only),
        chain_id text not null,
        genesis_time int8 not null,
        initial_height int8 not null,
        genesis_validators bytea not null,
        epoch int8 not null
      );
      create table ledger.block (
        height int8 primary key,
        time int8 not null,
        hash bytea not null,
        signed_header bytea not null,
        transactions bytea[] not null,
        results bytea[] not null,
        history_index int8 unique
      );
      create table ledger.state (key bytea primary key, value bytea not null);
      create table ledger.transaction (hash bytea primary key, height int8 not null, position int4 not null);
      create table ledger.strand (
        strand bytea primary key,
        chart uuid not null,
        ordinal int4 not null,
        kind text not null,
        writer bytea not null,
        opened boolean not null default false,
        next int8 not null default 0,
        anchored int8 not null default 0 check (anchored <= next),
        refusal text,
        unique (chart, ordinal),
        unique (chart, kind, writer)
      );
      create index strand_waiting on ledger.strand (writer) where next > anchored or not opened;
    `,
  },
]
