/** Adding to a chart: what is there already is recognised, and all the rest goes in by one transaction. */
import { toHex, type Bytes } from '#kernel'
import type { WritePermission } from '#consent'
import type { Session } from '#storage'

import { directoryStore } from './directory.ts'
import type { IncomingEntry, Intake } from './intake.ts'
import type { Unanswered } from './model/index.ts'
import type { RecordsPorts } from './ports.ts'
import type { NewEntry } from './rows.ts'
import { twinOf } from './sealing.ts'
import { unansweredIn } from './unanswered.ts'
import { addEntries, type Written } from './writing.ts'

export interface Added {
  readonly written: readonly Written[]
  /** By the id that was to be: where the same is already. */
  readonly duplicates: ReadonlyMap<string, string>
}

/** What came of FHIR that was added. */
export interface AddedResources extends Added {
  readonly byKind: Readonly<Record<string, number>>
  readonly unanswered: Unanswered
}

const LOCK = { text: 'select pg_advisory_xact_lock(hashtextextended($1::text, 11))' }
const TWINS = {
  text: `select e.twin, e.id from records.entry e
         where e.chart = $1 and e.twin = any($2) and not e.replaced and not (e.struck and e.replaces is not null)`,
}

/** Whoever adds to a chart waits for whoever does already: two who bring the same bring it once. */
export async function lockChart(session: Session, chart: string): Promise<void> {
  await session.rows(LOCK, [chart])
}

/** The entry of a chart that has these bytes already, if any. */
export async function findTwin(
  session: Session,
  { chart, keys }: WritePermission,
  bytes: Bytes,
): Promise<string | undefined> {
  const [found] = await session.rows<{ readonly id: string }>(TWINS, [chart, [twinOf(keys, bytes)]])
  return found?.id
}

/** Adds what is not there yet, in the session's transaction. Wake the ledger after it. */
export async function addNew(
  ports: RecordsPorts,
  session: Session,
  permission: WritePermission,
  entries: readonly NewEntry[],
): Promise<Added> {
  await lockChart(session, permission.chart)
  const { fresh, duplicates } = await sorted(session, permission, entries)
  const written = await addEntries(
    ports,
    session,
    permission,
    fresh.map((entry) => redirected(entry, duplicates)),
  )
  return { written, duplicates }
}

interface Adding {
  /** Of the patient, where what is added may not fit. */
  readonly birthDate?: string
  /** Happens in the same transaction. */
  readonly also?: (session: Session) => Promise<void>
}

/** Adds a text of FHIR: all of it, or nothing. */
export async function addResources(
  ports: RecordsPorts,
  permission: WritePermission,
  intake: Intake,
  { birthDate, also }: Adding = {},
): Promise<AddedResources> {
  const { database, ledger, clock } = ports
  const directory = directoryStore(ports.keys.directory)
  const known = await directory.find(database, intake.asked)
  const incoming = intake.entries({ addedAt: clock.now(), known, birthDate })
  const added = await database.transaction(async (session) => {
    const kept = await directory.keep(session, intake.directory)
    const entries = incoming.map((entry) => redirected(entry, kept))
    const result = await addNew(ports, session, permission, entries)
    await also?.(session)
    return result
  })
  ledger.wake()
  ports.announcer.announce(permission.chart, 'chart')
  return { ...added, byKind: countKinds(incoming, added), unanswered: unansweredIn(incoming) }
}

async function sorted(
  session: Session,
  { chart, keys }: WritePermission,
  entries: readonly NewEntry[],
): Promise<{ readonly fresh: readonly NewEntry[]; readonly duplicates: ReadonlyMap<string, string> }> {
  const twins = entries.map(({ stored, sameAs }) => twinOf(keys, sameAs ?? stored))
  const rows = await session.rows<{ readonly twin: Bytes; readonly id: string }>(TWINS, [chart, twins])
  const there = new Map(rows.map(({ twin, id }) => [toHex(twin), id]))
  const duplicates = new Map<string, string>()
  const fresh = entries.filter((entry, i) => {
    const twin = toHex(twins[i] ?? new Uint8Array(0))
    const known = there.get(twin)
    if (known === undefined) there.set(twin, entry.id)
    else duplicates.set(entry.id, known)
    return known === undefined
  })
  return { fresh, duplicates }
}

/** References lead to what is kept, also where that came earlier. */
function redirected<Entry extends NewEntry>(entry: Entry, ids: ReadonlyMap<string, string>): Entry {
  if (ids.size === 0) return entry
  const visit = entry.preview.visit === null ? null : (ids.get(entry.preview.visit) ?? entry.preview.visit)
  const links = entry.links?.map((link) => ({ ...link, to: ids.get(link.to) ?? link.to }))
  return { ...entry, preview: { ...entry.preview, visit }, ...(links ? { links } : {}) }
}

function countKinds(
  incoming: readonly IncomingEntry[],
  { duplicates }: Added,
): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {}
  for (const { id, kind } of incoming) {
    if (!duplicates.has(id)) counts[kind] = (counts[kind] ?? 0) + 1
  }
  return counts
}
