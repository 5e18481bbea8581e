/** The leaves of strands that this subject keeps: of looks and of consents. */
import type { Bytes } from '#kernel'
import type { LeafSource, Stretch } from '#ledger'
import type { Statement } from '#storage'

const leavesIn = (table: string): Statement => ({
  name: `leaves-${table}`,
  text: `select s.nth, t.leaf
    from unnest($1::uuid[], $2::int4[], $3::int8[], $4::int8[]) with ordinality as s (chart, ordinal, low, high, nth)
    join ${table} t on t.chart = s.chart and t.strand = s.ordinal and t.index >= s.low and t.index < s.high
    order by s.nth, t.index`,
})

/** Reads stretches of leaves out of a table with the columns chart, strand, index and leaf. */
export function leafReader(table: string): LeafSource['leaves'] {
  const statement = leavesIn(table)
  return async (session, stretches) => {
    const rows = await session.rows<{ nth: number; leaf: Bytes }>(statement, columnsOf(stretches))
    const byStretch = Map.groupBy(rows, ({ nth }) => nth)
    return stretches.map((_, i) => (byStretch.get(i + 1) ?? []).map(({ leaf }) => leaf))
  }
}

export const consentLeafSources: readonly LeafSource[] = [
  { kind: 'looks', leaves: leafReader('consent.look') },
  { kind: 'consents', leaves: leafReader('consent.consent') },
]

function columnsOf(stretches: readonly Stretch[]) {
  return [
    stretches.map(({ chart }) => chart),
    stretches.map(({ ordinal }) => ordinal),
    stretches.map(({ from }) => from),
    stretches.map(({ upto }) => upto),
  ]
}
