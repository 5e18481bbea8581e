/** Round numbers for an axis, and where a value falls on it. */
export interface Scale {
  readonly low: number
  readonly high: number
  readonly ticks: readonly number[]
}

/** An axis that holds all values, from and to a round number, with about `wanted` steps of 1, 2 or 5 times a power of ten. */
export function scaleFor(values: readonly number[], wanted: number): Scale {
  const [least, most] = [Math.min(...values), Math.max(...values)]
  const step = roundStep(spreadOf(least, most) / wanted)
  const [first, last] = [Math.floor(least / step), Math.ceil(most / step)]
  const ticks = Array.from({ length: Math.max(last, first + 1) - first + 1 }, (_, at) =>
    rounded((first + at) * step),
  )
  return { low: ticks[0] ?? least, high: ticks.at(-1) ?? most, ticks }
}

/** Values that differ by less than can be drawn are one value; one value has room around it. */
function spreadOf(least: number, most: number): number {
  const size = Math.max(Math.abs(least), Math.abs(most))
  if (size < SMALLEST) return 1
  return most - least > size * FINEST ? most - least : size
}

const SMALLEST = 1e-100
const FINEST = 1e-9

/** The years, or where they are fewer than two the months, that start between two instants. */
export function timeTicks(from: number, until: number): readonly number[] {
  const years = starts(from, until, 12)
  if (years.length > 1) return everyOther(years)
  return everyOther(starts(from, until, 1))
}

const MOST_TIME_TICKS = 6

function everyOther(ticks: readonly number[]): readonly number[] {
  const every = Math.ceil(ticks.length / MOST_TIME_TICKS)
  return ticks.filter((_, at) => at % every === 0)
}

function starts(from: number, until: number, months: number): number[] {
  const first = new Date(from)
  const found: number[] = []
  for (let month = months === 12 ? 0 : first.getMonth(); ; month += months) {
    const start = new Date(first.getFullYear(), month).getTime()
    if (start > until) return found
    if (start >= from) found.push(start)
  }
}

function roundStep(least: number): number {
  const power = 10 ** Math.floor(Math.log10(least))
  const factor = [1, 2, 5].find((factor) => factor * power >= least * (1 - 1e-9)) ?? 10
  return factor * power
}

/** 3 × 0.1 is 0.3 on an axis. */
function rounded(value: number): number {
  return Number(value.toPrecision(12))
}
