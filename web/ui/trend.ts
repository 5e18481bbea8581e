/** What a trend is drawn from, and its drawing as numbers. */
import type { Instant } from '#kernel'
import { scaleFor, timeTicks, type Scale } from './scale.ts'
import type { Flag } from './Words.tsx'

export interface TrendPoint {
  readonly at: Instant
  readonly value: number
  /** As the chart has it: 1.50 stays 1.50. */
  readonly written: string
  readonly flag?: Flag
}

export interface Band {
  readonly low?: number
  readonly high?: number
}

export interface Plot {
  readonly scale: Scale
  readonly times: readonly number[]
  readonly x: (at: number) => number
  readonly y: (value: number) => number
  readonly line: string
}

export interface PlotSize {
  readonly width: number
  readonly height: number
  readonly margin: {
    readonly left: number
    readonly right: number
    readonly top: number
    readonly bottom: number
  }
}

/** The axis holds the points and the ends of the bands. */
export function plotOf(points: readonly TrendPoint[], bands: readonly Band[], size: PlotSize): Plot {
  const { width, height, margin } = size
  const ends = bands.flatMap((band) => [band.low, band.high]).filter((end) => end !== undefined)
  const scale = scaleFor([...points.map(({ value }) => value), ...ends], 4)
  const [from, until] = spanOf(points)
  const x = (at: number) => margin.left + share(at, from, until) * (width - margin.left - margin.right)
  const y = (value: number) =>
    height - margin.bottom - share(value, scale.low, scale.high) * (height - margin.top - margin.bottom)
  const line = points.map(({ at, value }, index) => `${index === 0 ? 'M' : 'L'}${x(at)} ${y(value)}`).join('')
  return { scale, times: timeTicks(from, until), x, y, line }
}

/** The table as a file: RFC 4180, numbers and dates only, so that nothing in it can be a formula. */
export function toCsv(
  points: readonly TrendPoint[],
  unit: string,
  headings: readonly [string, string],
): string {
  const rows = points.map(({ at, written }) => [new Date(at).toISOString(), written])
  return [[headings[0], `${headings[1]} (${unit})`], ...rows]
    .map((row) => row.map(quoted).join(','))
    .join('\r\n')
}

function quoted(cell: string): string {
  return `"${cell.replaceAll('"', '""')}"`
}

function spanOf(points: readonly TrendPoint[]): readonly [number, number] {
  const times = points.map(({ at }) => at)
  return [Math.min(...times), Math.max(...times)]
}

function share(value: number, low: number, high: number): number {
  return high === low ? 0.5 : (value - low) / (high - low)
}
