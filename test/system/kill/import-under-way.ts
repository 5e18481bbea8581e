/** An import that is killed again and again: how far it is, seen from beside. */
import { setTimeout as sleep } from 'node:timers/promises'

import type { Database } from '#storage'

import type { Running } from '../../fixtures/command.ts'

const KEPT = { text: `select encode(twin, 'hex') as twin from exchange.bundle` }
/** Charts of which something is there, and not all: each Bundle has so many entries. */
const HALVES = {
  text: `select p.person from identity.person p
           full join exchange.patient s on s.person = p.person full join exchange.bundle b on b.source = s.source
           full join keys.chart_key k on k.chart = p.person full join ledger.strand l on l.chart = p.person
         where p.person is null or s.person is null or b.twin is null or k.chart is null or l.next is distinct from $1
           or (select count(*) from records.entry e join keys.entry_key ek on ek.entry = e.id where e.chart = p.person) <> $1`,
}

export async function keptBundles(database: Database): Promise<ReadonlySet<string>> {
  return new Set((await database.rows<{ twin: string }>(KEPT)).map(({ twin }) => twin))
}

export function halfCharts(database: Database, entries: number): Promise<readonly object[]> {
  return database.rows(HALVES, [entries])
}

/** Waits until so many are kept, or the import has ended; answers what was seen to be kept. */
export async function untilKept(
  database: Database,
  running: Running,
  count: number,
): Promise<ReadonlySet<string>> {
  let isOver = false
  void running.ended.then(() => (isOver = true))
  let kept = await keptBundles(database)
  for (;;) {
    if (kept.size >= count || isOver) return kept
    await sleep(5)
    // Its database ends with it.
    kept = await keptBundles(database).catch(() => kept)
  }
}
