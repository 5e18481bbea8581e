/** What the timeline shows: as the address says it, and as it is asked for. */
import type { Kind } from '#consent/model'
import { KINDS } from '../../ui/index.ts'
import type { Filter, Outline } from './questions.ts'

export interface Shown {
  /** Those that were picked; without, all but bills, which are folded away. */
  readonly kinds?: readonly Kind[] | undefined
  readonly place?: string | undefined
  readonly year?: number | undefined
}

/** How many entries there are of each kind, in the order in which filters list them. */
export function countsOf({ counts }: Outline): readonly (readonly [Kind, number])[] {
  return KINDS.map((kind) => [kind, sum(counts.filter((count) => count.kind === kind))] as const).filter(
    ([, entries]) => entries > 0,
  )
}

export function yearsIn({ counts }: Outline): readonly string[] {
  return [...new Set(counts.map(({ year }) => year))].toSorted((a, b) => b - a).map(String)
}

export function toFilter({ kinds, place, year }: Shown, outline: Outline): Filter {
  const shown = kindsShown(kinds, outline)
  return {
    ...(shown && { kind: [...shown] }),
    ...(place !== undefined && { place }),
    ...(year !== undefined && { year }),
  }
}

/** How many entries a filter leaves; of one place, no more is known than how many it has of all kinds. */
export function totalOf({ kind, place, year }: Filter, { counts, places }: Outline): number {
  const left = sum(
    counts.filter(
      (count) => (kind?.includes(count.kind) ?? true) && (year === undefined || count.year === year),
    ),
  )
  const there = places.find(({ organisation }) => organisation === place)
  return there ? Math.min(there.entries, left) : left
}

/** Undefined for all. */
function kindsShown(picked: Shown['kinds'], outline: Outline): readonly Kind[] | undefined {
  if (picked !== undefined && picked.length > 0) return picked
  const known = countsOf(outline).map(([kind]) => kind)
  const unfolded = known.filter((kind) => kind !== 'bill')
  return unfolded.length === known.length || unfolded.length === 0 ? undefined : unfolded
}

function sum(counts: Outline['counts']): number {
  return counts.reduce((total, { entries }) => total + entries, 0)
}
