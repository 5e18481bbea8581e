/**
 * Goes through everything a node keeps: the chain from genesis, every leaf, every entry, look, consent and document out of
 * its seal, and every table that blocks leave behind. It changes nothing unless it is asked to make those tables anew.
 */
import { openVault, auditLicences, auditOrganisations, rebuildDirectory } from '#identity'
import { rebuildConsents } from '#consent'
import { auditState, countBlocks, rebuildState, rebuildStrands } from '#ledger'
import { LedgerError } from '#ledger/model'
import type { BlobName, BlobStore } from '#storage'

import type { Store } from '../node.ts'
import { goThroughChain, type Chain } from './chain.ts'
import { chartsOf, goThroughCharts } from './charts.ts'
import { Notes, type FsckReport } from './report.ts'

interface FsckOptions {
  /** First makes anew, from the blocks, what they leave in tables. */
  readonly rebuild: boolean
  /** So many more things of so many are checked. */
  tell(by: number): void
}

const LEAVES = {
  text: `select (select count(*) from records.entry) + (select count(*) from consent.look)
           + (select count(*) from consent.consent where granted_at is not null) as leaves`,
}

/** How much a run goes through: blocks and leaves. */
export async function sizeOf({ database }: Store): Promise<number> {
  const [row] = await database.rows<{ leaves: number }>(LEAVES)
  return (await countBlocks(database)) + (row?.leaves ?? 0)
}

/** Nobody may write meanwhile: what is half written would look like damage. */
export async function fsck(store: Store, { rebuild, tell }: FsckOptions): Promise<FsckReport> {
  await using lock = await store.database.tryLock('ledger-solo')
  if (!lock) throw new LedgerError('LEDGER_BUSY', 'a server runs on this data: stop it first')
  const rebuilt = rebuild && (await rebuildFromChain(store))
  const notes = new Notes()
  const chain = await goThroughChain(store.database, notes, () => tell(1))
  if (chain) await goThroughTables(store, chain, notes)
  const named = await goThroughCharts(store, chain, notes, tell)
  return notes.report(rebuilt, await straysIn(store.blobs, named))
}

async function goThroughTables({ database, keys, chance }: Store, chain: Chain, notes: Notes): Promise<void> {
  notes.find(...(await auditState(database, chain.tree)))
  notes.find(...(await auditOrganisations(database, openVault(keys, chance), chain)))
  notes.find(...(await auditLicences(database, chain)))
}

/** All or nothing: whoever breaks it off finds the tables as they were. From a damaged chain nothing is made. */
async function rebuildFromChain(store: Store): Promise<boolean> {
  const chain = await goThroughChain(store.database, new Notes(), () => {})
  if (!chain) return false
  const charts = await chartsOf(store)
  await store.database.transaction(async (session) => {
    await rebuildState(session, chain.tree)
    await rebuildStrands(session, chain.state, charts)
    await rebuildConsents(session, chain.state, chain.granted)
    await rebuildDirectory(session, chain)
  })
  return true
}

async function straysIn(blobs: BlobStore, named: ReadonlySet<BlobName>): Promise<readonly BlobName[]> {
  const strays: BlobName[] = []
  for await (const name of blobs.names()) if (!named.has(name)) strays.push(name)
  return strays
}
