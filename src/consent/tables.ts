import type { Migration } from '#storage'

/**
 * Who reads which chart is in clear here by random ids, so that one statement can decide; names lie sealed elsewhere.
 * Wrapped keys have a schema of their own: the ordinary dump leaves it out.
 */
export const consentMigrations: readonly Migration[] = [
  {
    name: 'consent/1-keys',
    sql: `
      create schema keys;
      create table keys.chart_key (chart uuid primary key, wrapped bytea not null);
    `,
  },
  {
    name: 'consent/2-requests',
    sql: `
      create schema consent;
      create table consent.request (
        id uuid primary key,
        reader uuid not null,
        practitioner bytea not null,
        organisation bytea not null,
        asked_at int8 not null,
        stands_until int8 not null,
        minutes int4 not null,
        care_from date,
        care_to date,
        kinds text[] not null,
        purpose text not null,
        words bytea not null,
        denied_at int8,
        withdrawn_at int8,
        -- The consent that is on its way to the ledger, or there: a request is answered once.
        answer bytea
      );
      create index request_by_reader on consent.request (reader, asked_at desc);
      -- Whom a request may be meant for: a phone may serve a family, and nobody else learns how many.
      create table consent.asked (
        request uuid not null references consent.request,
        chart uuid not null,
        primary key (chart, request)
      );
      create index asked_by_request on consent.asked (request);
    `,
  },
  {
    name: 'consent/3-consents',
    sql: `
      create table consent.consent (
        id bytea primary key,
        request uuid not null references consent.request,
        chart uuid not null,
        reader uuid not null,
        practitioner bytea not null,
        organisation bytea not null,
        kinds text[] not null,
        care_from date,
        care_to date,
        later boolean not null,
        plain_only boolean not null,
        expires_at int8 not null,
        granted_at int8,
        revoked_at int8,
        finished_at int8,
        -- Null until it is final: what is only prepared opens nothing.
        strand int4,
        index int8,
        leaf bytea not null,
        body bytea not null,
        digest bytea not null,
        sealed bytea not null,
        -- What shows that the patient agreed: a code or a passkey's assertion, sealed.
        evidence bytea,
        unique (request, chart),
        unique (chart, strand, index)
      );
      create index consent_by_chart on consent.consent (chart, granted_at desc);
      create index consent_by_reader on consent.consent (reader, expires_at);
      -- Exactly what a consent opens.
      create table consent.opened (
        consent bytea not null,
        strand int4 not null,
        index int8 not null,
        primary key (consent, strand, index)
      );
      create table consent.look (
        chart uuid not null,
        strand int4 not null,
        index int8 not null,
        id uuid not null,
        at int8 not null,
        consent bytea,
        leaf bytea not null,
        sealed bytea not null,
        primary key (chart, strand, index)
      ) partition by hash (chart);
      create table consent.look_0 partition of consent.look for values with (modulus 4, remainder 0);
      create table consent.look_1 partition of consent.look for values with (modulus 4, remainder 1);
      create table consent.look_2 partition of consent.look for values with (modulus 4, remainder 2);
      create table consent.look_3 partition of consent.look for values with (modulus 4, remainder 3);
      create index look_by_time on consent.look (chart, at desc);
      create index look_by_id on consent.look (chart, id);
      create index look_by_consent on consent.look (consent) where consent is not null;
    `,
  },
]
