import { taggedHmac, toUtf8, type Bytes, type Instant } from '#kernel'
import type { Migration, Session } from '#storage'

import { schedule, type Allowance, type Buckets } from './buckets.ts'

export const limitMigrations: readonly Migration[] = [
  {
    name: 'http/1-bucket',
    sql: `
      create table http_bucket (key bytea primary key, full_at int8 not null);
      create index on http_bucket (full_at)`,
  },
]

const TAKE = {
  name: 'http-bucket-take',
  text: `
    insert into http_bucket as bucket (key, full_at) values ($1, $2::int8 + $3::int8)
    on conflict (key) do update set full_at = greatest(bucket.full_at, $2) + $3
      where greatest(bucket.full_at, $2) + $3 - $2 <= $4::int8
    returning full_at`,
}
const FULL_AT = { text: 'select full_at from http_bucket where key = $1' }
const SWEEP = { text: 'delete from http_bucket where full_at <= $1' }

/** After how many takes full buckets are forgotten. */
const SWEEP_EVERY = 1_000

/**
 * Buckets that all servers share and that outlive them. Callers are kept as an HMAC: a plain hash of a network address
 * would be undone by trying all four billion.
 */
export function openPostgresBuckets(session: Session, key: Bytes): Buckets {
  let taken = 0
  return {
    async take(caller, allowance, now) {
      if (++taken % SWEEP_EVERY === 0) await session.rows(SWEEP, [now])
      return takeOne(session, taggedHmac('http-bucket/1', key, toUtf8(caller)), allowance, now)
    },
  }
}

async function takeOne(session: Session, key: Bytes, allowance: Allowance, now: Instant): Promise<number> {
  const { burst, every } = allowance
  const [taken] = await session.rows(TAKE, [key, now, every, burst * every])
  if (taken) return 0
  const [refused] = await session.rows<{ readonly full_at: number }>(FULL_AT, [key])
  return schedule(refused?.full_at ?? 0, allowance, now).wait
}
