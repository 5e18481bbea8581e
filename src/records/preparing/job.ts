import type { ChartKeys } from '#consent'
import type { Bytes } from '#kernel'
import type { DirectoryItem } from '#records'
import type { Column } from '#storage'

/** What a worker is given: a Bundle's text, and the keys of the chart that it would go to. */
export interface Job {
  readonly bytes: Bytes
  readonly chart: string
  readonly keys: ChartKeys
  readonly writer: Bytes
  readonly writerKey: Bytes
  /** Names what lies beside the charts. */
  readonly directoryKey: Bytes
  readonly addedAt: number
  /** The room in the chart's strand: where the first entry goes. */
  readonly ordinal: number
  readonly first: number
  readonly columns: { readonly entry: readonly Column[]; readonly key: readonly Column[] }
}

/** Who the Bundle says it is about. */
export interface Demographics {
  readonly name: string
  readonly birthDate: string
  readonly sex: 'female' | 'male' | 'other'
}

/** A Bundle made ready: rows in PostgreSQL's own format. */
export interface Ready {
  readonly kind: 'ready'
  readonly patient: Demographics
  /** How the source names the patient. */
  readonly source: string
  readonly counts: Readonly<Record<string, number>>
  readonly entries: number
  readonly entryRows: readonly Uint8Array[]
  readonly keyRows: readonly Uint8Array[]
  readonly directory: readonly DirectoryItem[]
}

/** A Bundle that cannot be taken, and why: nothing of it is. */
export interface Refusal {
  readonly kind: 'refused'
  readonly code: string
  readonly problems: readonly { readonly path: string; readonly problem: string }[]
}
