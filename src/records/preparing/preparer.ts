/** Makes Bundles ready in threads of their own, one for each processor. */
import { availableParallelism } from 'node:os'

import { Piscina } from 'piscina'

import type { Database } from '#storage'

import { ENTRY_COLUMNS, KEY_COLUMNS } from '../rows.ts'
import type { Job, Preparation, Prepared, RefusedBundle } from './job.ts'

/** A thread holds one Bundle at a time, and what it makes of it. */
const MEMORY = { maxOldGenerationSizeMb: 384, maxYoungGenerationSizeMb: 48 }

export interface Preparer extends AsyncDisposable {
  readonly threads: number
  prepare(bundle: Preparation): Promise<Prepared | RefusedBundle>
}

export async function openPreparer(database: Pick<Database, 'columns'>): Promise<Preparer> {
  const columns = {
    entry: await database.columns('records.entry', ENTRY_COLUMNS),
    key: await database.columns('keys.entry_key', KEY_COLUMNS),
  }
  const threads = availableParallelism()
  const pool = new Piscina<Job, Prepared | RefusedBundle>({
    filename: new URL('prepare.ts', import.meta.url).href,
    name: 'prepare',
    // A thread that rests a moment is kept: another one would first load and compile everything again.
    minThreads: threads,
    maxThreads: threads,
    resourceLimits: MEMORY,
  })
  return {
    threads,
    prepare: (bundle) => pool.run({ ...bundle, columns }),
    [Symbol.asyncDispose]: () => pool.destroy(),
  }
}
