/** How figures are taken: each beside a reference in the same run, in turn, so that a machine that drifts drifts for both. */

/** One figure, with what it is held against. */
export interface Figure {
  readonly name: string
  /** The median of what was measured. */
  readonly value: number
  readonly unit: string
  /** The median of the reference; null where the reach is absolute. */
  readonly reference: number | null
  /** The median of the ratios, run by run. */
  readonly ratio: number | null
  /** What it should reach, in words. */
  readonly reach: string
  readonly ok: boolean
  readonly runs: number
  /** More that belongs to it: memory, say. */
  readonly more?: Readonly<Record<string, number>>
}

export interface BenchItem {
  readonly name: string
  measure(runs: number): Promise<Figure>
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = sorted.length / 2
  const upper = sorted[Math.floor(middle)] ?? Number.NaN
  return Number.isInteger(middle) ? ((sorted[middle - 1] ?? upper) + upper) / 2 : upper
}

/** A rate and its reference's rate, A B A B, after one turn of each that does not count. */
export async function inTurn(
  runs: number,
  ours: () => Promise<number>,
  reference: () => Promise<number>,
): Promise<{ readonly value: number; readonly reference: number; readonly ratio: number }> {
  const pairs: { readonly ours: number; readonly reference: number }[] = []
  for (let run = -1; run < runs; run++) {
    const pair = { ours: await ours(), reference: await reference() }
    if (run >= 0) pairs.push(pair)
  }
  return {
    value: median(pairs.map((pair) => pair.ours)),
    reference: median(pairs.map((pair) => pair.reference)),
    ratio: median(pairs.map((pair) => pair.ours / pair.reference)),
  }
}

/** How many of something a second. */
export async function rateOf(count: number, work: () => Promise<unknown>): Promise<number> {
  const began = performance.now()
  await work()
  return (count * 1000) / (performance.now() - began)
}
