/** Makes Bundles ready in threads of their own, one for each processor. */
import { availableParallelism } from 'node:os'

import { Piscina } from 'piscina'

import type { Bytes } from '#kernel'
import type { Session } from '#storage'

import { directoryStore } from '../directory.ts'
import { ENTRY_COLUMNS, KEY_COLUMNS } from '../rows.ts'
import type { Job, Preparation, Preparing, Question } from './job.ts'

/** A thread holds one Bundle at a time, and what it makes of it. */
const MEMORY = { maxOldGenerationSizeMb: 384, maxYoungGenerationSizeMb: 48 }

export interface Preparer extends AsyncDisposable {
  readonly threads: number
  /** What it refers to beside the charts is looked for when the `earlier` Bundles are there. */
  prepare(bundle: Preparing, earlier: Promise<unknown>): Promise<Preparation>
}

export async function openPreparer(database: Session, directoryKey: Bytes): Promise<Preparer> {
  const columns = {
    entry: await database.columns('records.entry', ENTRY_COLUMNS),
    key: await database.columns('keys.entry_key', KEY_COLUMNS),
  }
  const threads = availableParallelism()
  const pool = new Piscina<Job, Preparation | Question>({
    filename: new URL('prepare.ts', import.meta.url).href,
    name: 'prepare',
    // A thread that rests a moment is kept: another one would first load and compile everything again.
    minThreads: threads,
    maxThreads: threads,
    resourceLimits: MEMORY,
  })
  const directory = directoryStore(directoryKey)
  return {
    threads,
    async prepare(bundle, earlier) {
      const answer = await pool.run({ ...bundle, columns, known: null })
      if (answer.kind !== 'asks') return answer
      await earlier
      const known = await directory.find(database, answer.names)
      return required(await pool.run({ ...bundle, columns, known }))
    },
    [Symbol.asyncDispose]: () => pool.destroy(),
  }
}

function required(answer: Preparation | Question): Preparation {
  if (answer.kind === 'asks') throw new Error('a Bundle asks again for what it was told')
  return answer
}
