import type { Migration } from '#storage'

import { authMigrations } from './auth/tables.ts'

/** better-auth's tables, then ours. Everything that identifies is sealed or a keyed hash. */
export const identityMigrations: readonly Migration[] = [
  ...authMigrations,
  {
    name: 'identity/2-tables',
    sql: `
      create schema identity;
      create table identity.person (
        person uuid primary key,
        handle text unique,
        health_id bytea not null unique,
        sealed bytea not null,
        language text not null,
        theme text not null,
        created_at int8 not null,
        verified_at int8
      );
      create index person_unverified on identity.person (created_at) where handle is not null and verified_at is null;
      create table identity.contact (
        person uuid not null references identity.person on delete cascade,
        channel text not null,
        lookup bytea not null,
        sealed bytea not null,
        verified_at int8,
        primary key (person, channel, lookup)
      );
      create index contact_lookup on identity.contact (lookup) where verified_at is not null;
      create unique index contact_channel on identity.contact (person, channel) where verified_at is not null;
      create table identity.photo (
        person uuid primary key references identity.person on delete cascade,
        sealed bytea not null,
        changed_at int8 not null
      );
      create table identity.code (
        subject uuid not null,
        digest bytea not null,
        mac bytea not null,
        tries int4 not null default 0,
        expires_at int8 not null,
        primary key (subject, digest)
      );
      create index code_expiry on identity.code (expires_at);
      create table identity.count (lookup bytea primary key, since int8 not null, times int4 not null);
      create table identity.organisation (
        organisation bytea primary key check (length(organisation) = 16),
        kind text not null,
        code text not null unique,
        sealed bytea not null,
        salt bytea not null,
        state text not null,
        version int8 not null default 1,
        number int4 unique,
        applied_by uuid references identity.person,
        applied_at int8 not null,
        decided_at int8,
        reason bytea
      );
      create table identity.membership (
        organisation bytea not null references identity.organisation,
        person uuid not null references identity.person,
        role text not null,
        since int8 not null,
        primary key (organisation, person, role)
      );
      create index membership_person on identity.membership (person);
      create table identity.invitation (
        invitation uuid primary key,
        organisation bytea not null references identity.organisation,
        lookup bytea not null,
        sealed bytea not null,
        roles text[] not null,
        invited_by uuid references identity.person,
        at int8 not null,
        state text not null default 'open'
      );
      create index invitation_lookup on identity.invitation (lookup) where state = 'open';
      create index invitation_organisation on identity.invitation (organisation) where state = 'open';
      create table identity.licence_application (
        application uuid primary key,
        person uuid not null references identity.person,
        system text not null,
        valid_until int8 not null,
        number bytea not null,
        claim bytea not null,
        scan bytea,
        scan_type text,
        state text not null default 'draft',
        applied_at int8 not null,
        decided_by uuid references identity.person,
        decided_at int8,
        reason bytea,
        practitioner bytea
      );
      create unique index licence_application_open on identity.licence_application (person, system)
        where state in ('draft', 'waiting');
      create index licence_application_person on identity.licence_application (person);
      create index licence_application_number on identity.licence_application (number);
      create index licence_application_practitioner on identity.licence_application (practitioner);
      create table identity.licence (
        practitioner bytea primary key,
        person uuid references identity.person,
        application uuid references identity.licence_application,
        system text not null,
        issued_at int8 not null,
        valid_until int8 not null,
        version int8 not null,
        held_at int8,
        held_until int8,
        suspended_at int8,
        order_commitment bytea
      );
      create index licence_person on identity.licence (person);
      create table identity.licence_order (
        id uuid primary key,
        practitioner bytea not null,
        kind text not null,
        sealed bytea not null,
        commitment bytea not null unique,
        proposed_by uuid not null references identity.person,
        proposed_at int8 not null,
        confirmed_by uuid references identity.person,
        confirmed_at int8,
        state text not null default 'proposed'
      );
      create index licence_order_proposed on identity.licence_order (proposed_at) where state = 'proposed';
      create table identity.registration (
        organisation bytea not null references identity.organisation,
        person uuid not null references identity.person,
        since int8 not null,
        method text not null,
        primary key (organisation, person)
      );
      create index registration_person on identity.registration (person);
      create table identity.registration_request (
        request uuid primary key,
        organisation bytea not null references identity.organisation,
        person uuid references identity.person,
        expires_at int8 not null
      );
      create index registration_request_expiry on identity.registration_request (expires_at);
      create table identity.queue_day (
        organisation bytea not null references identity.organisation,
        day date not null,
        last int4 not null,
        primary key (organisation, day)
      );
      create table identity.queue_token (
        token uuid primary key,
        organisation bytea not null references identity.organisation,
        day date not null,
        number int4 not null,
        person uuid not null references identity.person,
        state text not null default 'waiting',
        at int8 not null,
        unique (organisation, day, number)
      );
      create unique index queue_token_waiting on identity.queue_token (organisation, day, person)
        where state = 'waiting';
      create index queue_token_person on identity.queue_token (person, day);
      create table identity.message (message uuid primary key, at int8 not null, sealed bytea not null);
      create index message_at on identity.message (at);
    `,
  },
]
