import { describe, expect, it } from 'vitest'
import { COLOURS } from './theme.ts'

type Colour = keyof typeof COLOURS.light

/** What is written on what (WCAG 2.2, 1.4.3: 4.5 to 1), in both schemes. */
const TEXT: readonly (readonly [Colour, readonly Colour[]])[] = [
  ['ink', ['page', 'surface', 'sunk', 'hover', 'accent-soft', 'warm-soft', 'danger-soft']],
  ['quiet', ['page', 'surface', 'sunk', 'hover', 'accent-soft', 'warm-soft', 'danger-soft']],
  ['accent', ['page', 'surface', 'sunk', 'hover', 'accent-soft']],
  ['warm', ['page', 'surface', 'hover', 'warm-soft']],
  ['danger', ['page', 'surface', 'hover', 'danger-soft']],
  ['on-accent', ['accent', 'accent-strong']],
  ['on-danger', ['danger', 'danger-strong']],
]

/** Edges and marks that carry meaning (WCAG 2.2, 1.4.11: 3 to 1). */
const MARKS: readonly (readonly [Colour, readonly Colour[]])[] = [
  ['edge', ['page', 'surface', 'sunk', 'hover']],
  ['accent', ['page', 'surface', 'sunk']],
  ['warm-edge', ['page', 'surface', 'warm-soft']],
]

describe.each(['light', 'dark'] as const)('the colours of the %s scheme', (scheme) => {
  it.each(pairs(TEXT))('let %s be read on %s', (front, ground) => {
    expect(contrast(COLOURS[scheme][front], COLOURS[scheme][ground])).toBeGreaterThanOrEqual(4.5)
  })

  it.each(pairs(MARKS))('let the mark %s be seen on %s', (front, ground) => {
    expect(contrast(COLOURS[scheme][front], COLOURS[scheme][ground])).toBeGreaterThanOrEqual(3)
  })
})

it('measures contrast as WCAG does', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5)
  expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.478, 3)
})

function pairs(table: typeof TEXT): readonly (readonly [Colour, Colour])[] {
  return table.flatMap(([front, grounds]) => grounds.map((ground) => [front, ground] as const))
}

/** WCAG 2.2, definition of contrast ratio. */
function contrast(one: string, other: string): number {
  const [dim = 0, bright = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b)
  return (bright + 0.05) / (dim + 0.05)
}

/** WCAG 2.2, definition of relative luminance. */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) =>
    linear(parseInt(hex.slice(at, at + 2), 16) / 255),
  )
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function linear(channel: number): number {
  return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4
}
