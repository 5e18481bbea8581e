import type { Migration } from '#storage'

const PARTITIONS = 8

/**
 * In clear is only what search and order need: kind, dates, state, tokens. What an entry says lies sealed in `sealed`,
 * and in short in `preview`. Keys of entries have the schema that the ordinary dump leaves out.
 */
export const recordMigrations: readonly Migration[] = [
  {
    name: 'records/1-entries',
    sql: `
      create schema records;
      create table records.entry (
        chart uuid not null,
        strand int4 not null,
        index int8 not null,
        id uuid not null,
        writer bytea not null,
        by_patient boolean not null,
        kind text not null,
        -- Milliseconds since 1970, and the day as people say it: year, month or day.
        care_at int8 not null,
        care_day text not null,
        added_at int8 not null,
        -- The entry that this one is a later version of, and whether a later one replaces it.
        replaces uuid,
        replaced boolean not null default false,
        struck boolean not null default false,
        tokens bytea[] not null,
        twin bytea not null,
        -- Names of sealed blobs: the document as it was added, and the picture of it that browsers show.
        document text,
        picture text,
        leaf bytea not null,
        -- Ciphertext does not compress: without this, the database tries each time.
        preview bytea storage external not null,
        sealed bytea storage external not null,
        primary key (chart, strand, index)
      ) partition by hash (chart);
      create unique index entry_by_id on records.entry (chart, id);
      create index entry_by_care on records.entry (chart, care_at desc, id);
      create index entry_by_twin on records.entry (chart, twin);
      create table keys.entry_key (
        chart uuid not null,
        entry uuid not null,
        for_chart bytea not null,
        for_writer bytea not null,
        primary key (chart, entry)
      ) partition by hash (chart);
      ${['records.entry', 'keys.entry_key'].map(partitionsOf).join('\n')}
    `,
  },
  {
    name: 'records/3-drafts',
    sql: `
      create table records.draft (
        consent bytea primary key,
        reader uuid not null,
        sealed bytea not null,
        saved_at int8 not null,
        version int4 not null
      );
      create index draft_by_reader on records.draft (reader);
    `,
  },
  {
    name: 'records/4-notices',
    sql: `
      -- Who is to hear of a correction, until they have: no words, since the entry says what it is about.
      create table records.notice (
        id uuid primary key,
        person uuid not null,
        chart uuid not null,
        entry uuid not null,
        role text not null,
        at int8 not null,
        seen_at int8
      );
      create index notice_by_person on records.notice (person, at desc);
    `,
  },
  {
    name: 'records/2-directory',
    sql: `
      -- Organizations and practitioners that entries refer to: outside charts, once for each.
      create table records.directory (
        id uuid primary key,
        resource_type text not null,
        sealed bytea not null
      );
      -- What others call them, as tokens: the URL of a Bundle's entry, an identifier.
      create table records.directory_name (
        resource_type text not null,
        token bytea not null,
        item uuid not null references records.directory,
        primary key (resource_type, token)
      );
    `,
  },
]

function partitionsOf(table: string): string {
  const one = (remainder: number) =>
    `create table ${table}_${remainder} partition of ${table}
       for values with (modulus ${PARTITIONS}, remainder ${remainder});`
  return Array.from({ length: PARTITIONS }, (_, remainder) => one(remainder)).join('\n')
}
