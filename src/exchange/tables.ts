import type { Migration } from '#storage'

export const exchangeMigrations: readonly Migration[] = [
  {
    name: 'exchange/1-imports',
    sql: `
      create schema exchange;
      -- What was imported: the patient as the source names one, if any, and the Bundle it came in, both by keyed hashes.
      create table exchange.patient (source bytea primary key, person uuid not null);
      create table exchange.bundle (twin bytea primary key, source bytea, held jsonb not null);
    `,
  },
]
