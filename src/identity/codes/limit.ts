import { MINUTE, SECOND, type Clock } from '#kernel'
import type { Session } from '#storage'

/** How often in a quarter of an hour something may be tried that can be guessed, or sent that can be a plague. */
const WHILE = 15 * MINUTE

/** Seconds until what was done too often is worth trying again. */
export const TRY_AGAIN = WHILE / SECOND

const COUNT = {
  name: 'identity-count',
  text: `
    insert into identity.count as c (lookup, since, times) values ($1, $2, 1)
    on conflict (lookup) do update set
      times = case when c.since <= $3 then 1 else c.times + 1 end,
      since = case when c.since <= $3 then $2 else c.since end
    returning times`,
}

/**
 * Counts that something was done to this lookup, and whether that is within the limit. It counts whether or not
 * there is anybody, so that a refusal says nothing.
 */
export async function isWithin(
  most: number,
  session: Session,
  lookup: Uint8Array,
  clock: Clock,
): Promise<boolean> {
  const now = clock.now()
  const [row] = await session.rows<{ times: number }>(COUNT, [lookup, now, now - WHILE])
  return row !== undefined && row.times <= most
}

/** Forgets counts that no longer count. */
export async function dropCounts(session: Session, clock: Clock): Promise<void> {
  await session.rows({ text: 'delete from identity.count where since <= $1' }, [clock.now() - WHILE])
}
