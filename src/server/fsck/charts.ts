/** Every chart: its strands, and all that lies in them, out of its seal. */
import { toHex } from '#kernel'
import { auditConsents, auditLooks, type ChartKeys } from '#consent'
import { auditStrands, type Finding } from '#ledger'
import { strandId, type StateReader } from '#ledger/model'
import { auditEntries } from '#records'
import type { BlobName } from '#storage'

import { sources, type Store } from '../node.ts'
import type { Chain } from './chain.ts'
import type { Notes } from './report.ts'

/** All that have anything here, whether they have a key or not. */
const CHARTS = {
  text: `select chart from keys.chart_key union select chart from ledger.strand union select chart from records.entry
         union select chart from consent.look union select chart from consent.consent order by 1`,
}
const FOREIGN = { text: 'select id from consent.consent where granted_at is not null' }

export async function chartsOf({ database }: Store): Promise<readonly string[]> {
  return (await database.rows<{ chart: string }>(CHARTS)).map(({ chart }) => chart)
}

/** Goes through all charts; answers the names of the blobs that entries name. */
export async function goThroughCharts(
  store: Store,
  chain: Chain | undefined,
  notes: Notes,
  tell: (leaves: number) => void,
): Promise<ReadonlySet<BlobName>> {
  const named = new Set<BlobName>()
  for (const chart of await chartsOf(store)) {
    const keys = await keysOf(store, chart)
    notes.count('charts', 1)
    if (keys) tell(await goThroughChart(store, { keys, chart, named }, chain?.state, notes))
    else notes.find({ kind: 'chart', id: chart, differs: 'its key is missing, or does not open' })
    store.keyring.forget(chart)
  }
  if (chain) notes.find(...(await missingConsents(store, chain)))
  return named
}

interface OpenChart {
  readonly keys: ChartKeys
  readonly chart: string
  readonly named: Set<BlobName>
}

async function goThroughChart(
  { database: session, blobs, writerKey }: Store,
  open: OpenChart,
  state: StateReader | undefined,
  notes: Notes,
): Promise<number> {
  const { keys, chart } = open
  const audit = auditEntries({ ...open, session, blobs, writerKey })
  const { entries, documents, entryAt } = await each(audit, notes)
  const looks = await each(auditLooks(session, keys, chart), notes)
  notes.count('entries', entries)
  notes.count('documents', documents)
  notes.count('looks', looks)
  if (!state) return entries + looks
  const idOf = (ordinal: number) => strandId(keys.secret, ordinal)
  await each(auditStrands(session, sources, state, chart, idOf), notes)
  const consents = await each(auditConsents({ session, state, keys, chart, entryAt }), notes)
  notes.count('consents', consents)
  return entries + looks + consents
}

/** Notes what is found, and answers what comes in the end. */
async function each<T>(findings: AsyncGenerator<Finding, T, undefined>, notes: Notes): Promise<T> {
  for (let next = await findings.next(); ; next = await findings.next()) {
    if (next.done) return next.value
    notes.find(next.value)
  }
}

async function keysOf({ keyring }: Store, chart: string): Promise<ChartKeys | undefined> {
  return keyring.keysOf(chart).catch(() => undefined)
}

/** Consents on the ledger that no chart here has. */
async function missingConsents({ database }: Store, { granted }: Chain): Promise<readonly Finding[]> {
  const rows = await database.rows<{ id: Uint8Array }>(FOREIGN)
  const kept = new Set(rows.map(({ id }) => toHex(id)))
  return granted
    .map(toHex)
    .filter((id) => !kept.has(id))
    .map((id) => ({ kind: 'consent', id, differs: 'the ledger has it, and it is missing' }))
}
