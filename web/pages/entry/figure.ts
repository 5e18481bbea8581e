import type { LineShape } from '#records/model'

export interface Figure {
  readonly value: string
  readonly unit?: string
}

/** The longest that stands beside a line; more is text, and is read in the entry. */
const LONGEST = 24

/** The one figure that matters, its unit apart where it is a number with one. */
export function figureOf({ figure }: Pick<LineShape, 'figure'>): Figure | undefined {
  if (figure === null || figure.length > LONGEST) return undefined
  const [, value, unit] = figure.match(/^([<>≤≥]?\s?[\d.,/–-]+)\s(\D.*)$/u) ?? []
  return value !== undefined && unit !== undefined ? { value, unit } : { value: figure }
}
