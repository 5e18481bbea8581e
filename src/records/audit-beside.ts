/** What lies beside an entry's ciphertext, for finding it, against what the entry itself says. */
import { isSame, type Bytes } from '#kernel'
import type { ChartKeys } from '#consent'

import { careDateOf, codesIn, readResource } from './model/index.ts'
import type { EntryPreview } from './model/preview-schema.ts'
import { tokenOf } from './sealing.ts'

export interface Beside {
  readonly care_at: number
  readonly care_day: string
  readonly struck: boolean
  readonly tokens: readonly Bytes[]
}

/** `stored` is what was committed to. An entry that gives no date of care is filed under the day it came. */
export function besideDifferences(
  keys: ChartKeys,
  row: Beside,
  stored: Bytes,
  preview: EntryPreview | undefined,
): readonly string[] {
  const resource = readResource(stored)
  const when = careDateOf(resource)
  const isDated = !when || (when.at === row.care_at && when.written.slice(0, 10) === row.care_day)
  const isStruck = preview ? preview.status === 'entered-in-error' : row.struck
  const tokens = codesIn(resource).map((code) => tokenOf(keys, code))
  return [
    ...(isDated ? [] : ['it is filed under another date of care than it gives']),
    ...(isStruck === row.struck ? [] : ['the table says otherwise whether it was entered in error']),
    ...(isSameList(tokens, row.tokens) ? [] : ['it is found by other codes than it has']),
  ]
}

function isSameList(a: readonly Bytes[], b: readonly Bytes[]): boolean {
  return a.length === b.length && a.every((one, i) => isSame(one, b[i] ?? new Uint8Array(0)))
}
