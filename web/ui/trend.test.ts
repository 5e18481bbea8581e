import { expect, it } from 'vitest'
import { toInstant } from '#kernel'
import { plotOf, toCsv } from './trend.ts'

const at = (day: string) => toInstant(Date.parse(`${day}T00:00:00Z`))
const points = [
  { at: at('2025-01-10'), value: 8.1, written: '8.10' },
  { at: at('2026-01-10'), value: 6.9, written: '6.9' },
]
const size = { width: 340, height: 200, margin: { left: 40, right: 20, top: 10, bottom: 20 } }

it('draws from the left margin to the right, higher values higher up', () => {
  const { line, x, y } = plotOf(points, [], size)
  expect(x(at('2025-01-10'))).toBe(40)
  expect(x(at('2026-01-10'))).toBe(320)
  expect(y(8.1)).toBeLessThan(y(6.9))
  expect(line).toBe(`M40 ${y(8.1)}L320 ${y(6.9)}`)
})

it('makes room for the whole of a band', () => {
  const { scale } = plotOf(points, [{ low: 4, high: 5.6 }], size)
  expect(scale.low).toBeLessThanOrEqual(4)
})

it('puts a single point in the middle', () => {
  expect(plotOf(points.slice(0, 1), [], size).x(at('2025-01-10'))).toBe(180)
})

it('saves values as they were written', () => {
  expect(toCsv(points, '%', ['Date', 'HbA1c'])).toBe(
    '"Date","HbA1c (%)"\r\n"2025-01-10T00:00:00.000Z","8.10"\r\n"2026-01-10T00:00:00.000Z","6.9"',
  )
})
