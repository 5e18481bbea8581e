/** The leaves of a strand out of their seals, with their documents: for whoever writes a chart into a file. */
import type { Bytes } from '#kernel'
import type { Permission } from '#consent'
import type { BlobStore, Session } from '#storage'

import { openFile } from './documents/open.ts'
import { openEntry } from './sealing.ts'

const BATCH = 500

/** What a leaf's commitment is over, with the document that the entry names. */
export interface OpenedLeaf {
  readonly salt: Bytes
  readonly stored: Bytes
  readonly document: (() => Promise<Bytes>) | null
}

interface Row {
  readonly id: string
  readonly kind: string
  readonly document: string | null
  readonly sealed: Bytes
  readonly for_chart: Bytes
}

const STRETCH = {
  text: `select e.id, e.kind, e.document, e.sealed, k.for_chart from records.entry e
         join keys.entry_key k on k.chart = e.chart and k.entry = e.id
         where e.chart = $1 and e.strand = $2 and e.index >= $3 and e.index < $4 order by e.index`,
}

/** In the order of the strand, from its first to before `count`. Only whoever may read the whole chart gets them. */
export async function* openLeaves(
  { database, blobs }: { readonly database: Session; readonly blobs: BlobStore },
  { chart, keys, reach }: Permission,
  ordinal: number,
  count: number,
): AsyncGenerator<OpenedLeaf> {
  if (reach.kind !== 'whole') throw new Error('a chart is written out for its patient only')
  for (let from = 0; from < count; from += BATCH) {
    const upto = Math.min(count, from + BATCH)
    const rows = await database.rows<Row>(STRETCH, [chart, ordinal, from, upto])
    if (rows.length !== upto - from) throw new Error('entries of a strand are missing from the database')
    for (const row of rows) {
      const { key, salt, stored } = openEntry(keys.wrap, chart, row, row.for_chart, row.sealed)
      const { document } = row
      const file = { key, stored, document, picture: null }
      const open = () => openFile(blobs, chart, file, 'original')
      yield { salt, stored, document: document === null ? null : open }
    }
  }
}
