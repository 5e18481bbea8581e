/** What a practitioner holds in an organisation's name ends when that is suspended, or the practitioner leaves it. */
import type { EventHub } from '#http'
import { suspendOrganisation } from '#identity/model'
import type { Bytes } from '#kernel'
import { defineProjection, type Projection } from '#ledger'
import type { Session } from '#storage'

import type { Announcer } from './ports.ts'

/** Of an organisation, one practitioner's or all. */
export interface Leaving {
  readonly organisation: Bytes
  readonly reader: string | null
  readonly at: number
}

type Live = Pick<EventHub, 'publish'>

const END = {
  text: `update consent.consent set finished_at = $3
         where organisation = $1 and ($2::uuid is null or reader = $2) and expires_at > $3
           and granted_at is not null and revoked_at is null and finished_at is null
         returning chart, reader`,
}
const WITHDRAW = {
  text: `with gone as (
           update consent.request set withdrawn_at = $3
           where organisation = $1 and ($2::uuid is null or reader = $2) and stands_until > $3
             and answer is null and denied_at is null and withdrawn_at is null
           returning id
         )
         select distinct a.chart from gone join consent.asked a on a.request = gone.id`,
}

/** Ends the visits that are open and takes back what was asked, for good: whoever comes back asks again. */
export async function endVisits(
  session: Session,
  live: Live,
  { organisation, reader, at }: Leaving,
): Promise<void> {
  const values = [organisation, reader, at]
  const ended = await session.rows<{ chart: string; reader: string }>(END, values)
  const asked = await session.rows<{ chart: string }>(WITHDRAW, values)
  const tell = (people: readonly string[], topic: Parameters<Announcer['announce']>[1]) =>
    Promise.all([...new Set(people)].map((person) => live.publish(person, `${topic}.changed`, '', session)))
  await tell(
    ended.map(({ chart }) => chart),
    'consents',
  )
  await tell(
    ended.map((consent) => consent.reader),
    'visits',
  )
  await tell(
    asked.map(({ chart }) => chart),
    'requests',
  )
}

/** In the very block that suspends an organisation, its visits end. */
export function visitProjection(live: Live): Projection {
  return defineProjection(suspendOrganisation, (session, { body, time }) =>
    endVisits(session, live, { organisation: body.organisation, reader: null, at: time }),
  )
}
