/** Which part of the chart is shown: all of it is in the address. */
import { z } from 'zod'
import { KINDS, kindSchema, type Kind } from '#consent/model'

export const chartSearch = z.object({
  kind: kindSchema.optional().catch(undefined),
  place: z
    .string()
    .regex(/^[0-9a-f]{32}$/)
    .optional()
    .catch(undefined),
  year: z.coerce.number().int().min(1800).max(2200).optional().catch(undefined),
  q: z.coerce.string().min(2).max(100).optional().catch(undefined),
  /** The entry that is open. */
  entry: z.uuid().optional().catch(undefined),
})
export type ChartSearch = z.infer<typeof chartSearch>

export interface ChartFilter {
  readonly kind: Kind[]
  readonly place?: string
  readonly year?: number
}

/** Bills are a fifth of a chart and a hundredth of its use: folded away until they are asked for. */
const FOLDED: Kind = 'bill'

export function filterOf({ kind, place, year }: ChartSearch): ChartFilter {
  return {
    kind: kind === undefined ? KINDS.filter((one) => one !== FOLDED) : [kind],
    ...(place !== undefined && { place }),
    ...(year !== undefined && { year }),
  }
}

interface Counted {
  readonly kind: Kind
  readonly year: number
  readonly entries: number
}

/** How many there are of what is shown; of a place alone, that is not known by kind. */
export function countOf(counts: readonly Counted[], { kind, year }: ChartFilter): number {
  return sum(counts.filter((one) => kind.includes(one.kind) && (year === undefined || one.year === year)))
}

export function foldedCount(counts: readonly Counted[]): number {
  return sum(counts.filter(({ kind }) => kind === FOLDED))
}

/** The kinds there are, with how many of each. */
export function kindsIn(
  counts: readonly Counted[],
): readonly { readonly kind: Kind; readonly entries: number }[] {
  return KINDS.map((kind) => ({ kind, entries: sum(counts.filter((one) => one.kind === kind)) })).filter(
    ({ entries }) => entries > 0,
  )
}

/** Newest first. */
export function yearsIn(counts: readonly Counted[]): readonly number[] {
  return [...new Set(counts.map(({ year }) => year))].toSorted((a, b) => b - a)
}

function sum(counts: readonly Counted[]): number {
  return counts.reduce((all, { entries }) => all + entries, 0)
}
