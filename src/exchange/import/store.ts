/** What was imported, so that it is recognised: patients as their source names them, and Bundles, by keyed hashes. */
import { z } from 'zod'

import type { Bytes } from '#kernel'
import { unansweredSchema } from '#records/model'
import type { Session } from '#storage'

import type { Held } from './report.ts'

const SEEN = {
  name: 'import-seen',
  text: 'select b.held, p.person from exchange.bundle b left join exchange.patient p using (source) where twin = $1',
}
const KNOWN = { name: 'import-known', text: 'select person from exchange.patient where source = $1' }
const CLAIM = {
  name: 'import-claim',
  text: 'insert into exchange.patient (source, person) values ($1, $2) on conflict do nothing returning person',
}
const KEEP = {
  name: 'import-keep',
  text: 'insert into exchange.bundle (twin, source, held) values ($1, $2, $3::jsonb) on conflict do nothing',
}

const heldSchema = z.object({
  counts: z.record(z.string(), z.int()),
  directory: z.record(z.string(), z.array(z.string())),
  /** Absent where it was kept before this was counted. */
  unanswered: unansweredSchema.default({ count: 0, first: [] }),
})

export interface Seen {
  /** Null where it was about nobody. */
  readonly person: string | null
  readonly held: Held
}

/** Whose chart exactly this Bundle went to, and what it held. */
export async function seenBundle(session: Session, twin: Bytes): Promise<Seen | undefined> {
  const [row] = await session.rows<{ person: string | null; held: unknown }>(SEEN, [twin])
  return row && { person: row.person, held: heldSchema.parse(row.held) }
}

export async function knownPatient(session: Session, source: Bytes): Promise<string | undefined> {
  return (await session.rows<{ person: string }>(KNOWN, [source]))[0]?.person
}

/** Whether the patient whom the source names so is this person now; another line may have been first. */
export async function claimPatient(session: Session, source: Bytes, person: string): Promise<boolean> {
  return (await session.rows(CLAIM, [source, person])).length > 0
}

/** A Bundle that is kept; `source` names its patient. */
interface KeptBundle {
  readonly twin: Bytes
  readonly source: Bytes | null
  readonly held: Held
}

export async function keepBundle(session: Session, { twin, source, held }: KeptBundle): Promise<void> {
  await session.rows(KEEP, [twin, source, JSON.stringify(held)])
}
