/** What is added to a chart while a consent is in force, and within what it covers, opens under it too: if it says so. */
import type { Instant } from '#kernel'
import type { Session } from '#storage'

import type { Place } from './model/index.ts'

export interface Added {
  readonly kind: string
  /** YYYY-MM-DD, or a month or year. */
  readonly careDay: string
  readonly place: Place
}

const OPEN = {
  name: 'consent-open-later',
  text: `insert into consent.opened (consent, strand, index)
    select c.id, e.strand, e.index
    from consent.consent c, unnest($2::text[], $3::text[], $4::int4[], $5::int8[]) as e (kind, day, strand, index)
    where c.chart = $1 and c.later and c.granted_at is not null and c.revoked_at is null and c.finished_at is null
      and c.expires_at > $6 and e.kind = any (c.kinds)
      and (c.care_from is null or c.care_from::text <= e.day) and (c.care_to is null or e.day <= c.care_to::text)
    on conflict do nothing`,
}

/** In the transaction that adds them. Nothing sensitive comes here: that opens only where the patient has chosen it. */
export async function openLater(
  session: Session,
  chart: string,
  added: readonly Added[],
  now: Instant,
): Promise<void> {
  if (added.length === 0) return
  const days = added.map(({ careDay }) => careDay)
  const places = [added.map(({ place }) => place.strand), added.map(({ place }) => place.index)]
  await session.rows(OPEN, [chart, added.map(({ kind }) => kind), days, ...places, now])
}

/** An entry and the one that takes its place. */
interface Replaced {
  readonly old: Place
  readonly place: Place
}

const REPLACE = {
  text: `insert into consent.opened (consent, strand, index)
    select o.consent, r.strand, r.index
    from unnest($2::int4[], $3::int8[], $4::int4[], $5::int8[]) as r (old_strand, old_index, strand, index)
    join consent.consent c on c.chart = $1 and c.granted_at is not null and c.revoked_at is null
      and c.finished_at is null and c.expires_at > $6
    join consent.opened o on o.consent = c.id and o.strand = r.old_strand and o.index = r.old_index
    on conflict do nothing`,
}

/** Whoever may read an entry may read what corrects it: in the transaction that adds the correction. */
export async function openReplacements(
  session: Session,
  chart: string,
  replaced: readonly Replaced[],
  now: Instant,
): Promise<void> {
  if (replaced.length === 0) return
  const old = [replaced.map(({ old }) => old.strand), replaced.map(({ old }) => old.index)]
  const places = [replaced.map(({ place }) => place.strand), replaced.map(({ place }) => place.index)]
  await session.rows(REPLACE, [chart, ...old, ...places, now])
}
