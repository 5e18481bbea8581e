import type { ChartKeys } from '#consent'
import type { Bytes } from '#kernel'
import type { Column } from '#storage'

import type { DirectoryItem, Known } from '../intake.ts'
import type { Unanswered } from '../model/index.ts'
import type { Problem } from '../validation.ts'

/** A Bundle that is to become a chart of its own, with the keys of that. */
export interface Preparing {
  readonly bytes: Bytes
  readonly chart: string
  readonly keys: ChartKeys
  readonly writer: Bytes
  readonly writerKey: Bytes
  /** Names what lies beside the charts. */
  readonly directoryKey: Bytes
  readonly addedAt: number
}

/** What a thread is given. */
export interface Job extends Preparing {
  readonly columns: { readonly entry: readonly Column[]; readonly key: readonly Column[] }
  /** What its conditional references lead to beside the charts, once that was asked. */
  readonly known: ReadonlyMap<string, Known> | null
}

/** Who the Bundle says it is about. */
export interface Demographics {
  readonly name: string
  readonly birthDate: string
  readonly sex: 'female' | 'male' | 'other'
}

/** A Bundle made ready: the rows of its entries, for the first places of the chart's first strand. */
export interface Prepared {
  readonly kind: 'prepared'
  readonly patient: Demographics
  /** How the source names the patient. */
  readonly source: string
  /** Each type of resource, as many as go into the chart. */
  readonly counts: Readonly<Record<string, number>>
  readonly entries: number
  /** In PostgreSQL's own format, for `ENTRY_COLUMNS` and `KEY_COLUMNS`. */
  readonly entryRows: readonly Uint8Array[]
  readonly keyRows: readonly Uint8Array[]
  readonly directory: readonly DirectoryItem[]
  readonly unanswered: Unanswered
}

/** A Bundle of what lies beside the charts only. */
interface PreparedDirectory {
  readonly kind: 'directory'
  readonly directory: readonly DirectoryItem[]
}

/** A Bundle that cannot be taken, and why: nothing of it is. */
export interface RefusedBundle {
  readonly kind: 'refused'
  readonly code: string
  readonly problems: readonly Problem[]
}

/** What has to be known of the directory before it can be made ready. */
export interface Question {
  readonly kind: 'asks'
  readonly names: readonly string[]
}

export type Preparation = Prepared | PreparedDirectory | RefusedBundle
