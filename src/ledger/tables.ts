/**
 * Blocks and state live here; the tree in memory is a cache that can be rebuilt. `chain` is one row, with the epoch of
 * the engine that may write; `results` has an empty item for a transaction that was applied, else the refusal's code.
 * Writers take room in a strand by moving `next`, in the transaction of what they write. How far the ledger has a
 * strand is in `anchor`, where only blocks write, so that no writer ever holds a block up.
 */
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
