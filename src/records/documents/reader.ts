/** Reads documents in threads of their own, a few at a time; one that takes too long or too much is given up. */
import { Piscina } from 'piscina'

import { SECOND, type Bytes } from '#kernel'

import type { FileType } from '../model/file-type.ts'
import { RecordsError } from '../model/records-error.ts'
import type { Inspected } from './inspect.ts'

const PATIENCE = 60 * SECOND
const THREADS = 2
const MEMORY_MIB = 768

export interface DocumentReader extends AsyncDisposable {
  /** What is in it; `NOT_A_DOCUMENT` where it is broken, or made to hurt. */
  read(type: FileType, bytes: Bytes): Promise<Inspected>
}

export function openDocumentReader(): DocumentReader {
  const pool = new Piscina<{ readonly type: FileType; readonly bytes: Bytes }, Inspected>({
    filename: new URL('inspect.ts', import.meta.url).href,
    name: 'inspect',
    minThreads: 0,
    maxThreads: THREADS,
    idleTimeout: 10 * SECOND,
    resourceLimits: { maxOldGenerationSizeMb: MEMORY_MIB },
  })
  return {
    async read(type, bytes) {
      try {
        return await pool.run({ type, bytes }, { signal: AbortSignal.timeout(PATIENCE) })
      } catch (cause) {
        throw new RecordsError(
          'NOT_A_DOCUMENT',
          'This file could not be read: it is damaged, or has too many pages or pixels. Nothing was kept; try another copy.',
          { cause },
        )
      }
    },
    [Symbol.asyncDispose]: () => pool.close(),
  }
}
