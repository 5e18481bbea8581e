import type { Migration } from '#storage'

/**
 * better-auth 1.7.6's own tables, as its `compileMigrations` writes them for the plugins of `auth.ts`; a test holds the
 * two together. They know handles only: `"user".email` and `.name` are one.
 */
export const authMigrations: readonly Migration[] = [
  {
    name: 'identity/1-auth',
    sql: `
      create schema auth;
      create table auth."user" (
        "id" text not null primary key,
        "name" text not null,
        "email" text not null unique,
        "emailVerified" boolean not null,
        "image" text,
        "createdAt" timestamptz default current_timestamp not null,
        "updatedAt" timestamptz default current_timestamp not null,
        "twoFactorEnabled" boolean
      );
      create table auth."session" (
        "id" text not null primary key,
        "expiresAt" timestamptz not null,
        "token" text not null unique,
        "createdAt" timestamptz default current_timestamp not null,
        "updatedAt" timestamptz not null,
        "ipAddress" text,
        "userAgent" text,
        "userId" text not null references auth."user" ("id") on delete cascade
      );
      create table auth."account" (
        "id" text not null primary key,
        "accountId" text not null,
        "providerId" text not null,
        "userId" text not null references auth."user" ("id") on delete cascade,
        "accessToken" text,
        "refreshToken" text,
        "idToken" text,
        "accessTokenExpiresAt" timestamptz,
        "refreshTokenExpiresAt" timestamptz,
        "scope" text,
        "password" text,
        "createdAt" timestamptz default current_timestamp not null,
        "updatedAt" timestamptz not null
      );
      create table auth."verification" (
        "id" text not null primary key,
        "identifier" text not null,
        "value" text not null,
        "expiresAt" timestamptz not null,
        "createdAt" timestamptz default current_timestamp not null,
        "updatedAt" timestamptz default current_timestamp not null
      );
      create table auth."twoFactor" (
        "id" text not null primary key,
        "secret" text not null,
        "backupCodes" text not null,
        "userId" text not null references auth."user" ("id") on delete cascade,
        "verified" boolean,
        "failedVerificationCount" integer,
        "lockedUntil" timestamptz
      );
      create table auth."passkey" (
        "id" text not null primary key,
        "name" text,
        "publicKey" text not null,
        "userId" text not null references auth."user" ("id") on delete cascade,
        "credentialID" text not null,
        "counter" integer not null,
        "deviceType" text not null,
        "backedUp" boolean not null,
        "transports" text,
        "createdAt" timestamptz,
        "aaguid" text
      );
      create index "session_userId_idx" on auth."session" ("userId");
      create index "account_userId_idx" on auth."account" ("userId");
      create index "verification_identifier_idx" on auth."verification" ("identifier");
      create index "twoFactor_secret_idx" on auth."twoFactor" ("secret");
      create index "twoFactor_userId_idx" on auth."twoFactor" ("userId");
      create index "passkey_userId_idx" on auth."passkey" ("userId");
      create unique index "passkey_credentialID_idx" on auth."passkey" ("credentialID");
    `,
  },
]
