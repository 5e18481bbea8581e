import { expect, it } from 'vitest'

import { openProgress, toLine } from './progress.ts'

const line = (done: number, total: number | undefined, took: number) =>
  toLine({ done, total, took }, 'bundles')

it('shows how far, how fast and how long', () => {
  expect(line(1_000, 2_000, 4_000)).toBe(
    `[${'#'.repeat(12)}${'-'.repeat(12)}]  50 %  1,000 of 2,000 bundles  250/s  4 s left`,
  )
  expect(line(2_000, 2_000, 8_000)).toBe(`[${'#'.repeat(24)}]  100 %  2,000 of 2,000 bundles  250/s  done`)
  expect(line(1, 1_000, 2_000)).toContain('0 %  1 of 1,000 bundles  0.5/s  33 min 18 s left')
  expect(line(1, 10_000, 2_000)).toContain('5 h 33 min left')
})

it('promises nothing before something is done, or where nobody knows the whole', () => {
  expect(line(0, 10, 0)).toContain('0 %  0 of 10 bundles  0.0/s  beginning')
  expect(line(42, undefined, 1_000)).toBe('42 bundles  42/s')
  expect(line(0, 0, 1_000)).toBe('0 bundles  0.0/s')
})

it('never shows more than the whole', () => {
  expect(line(11, 10, 1_000)).toContain(`[${'#'.repeat(24)}]  100 %`)
})

it('rewrites one line on a terminal, ten times a second', () => {
  const { written, clock, progress } = begin(true)
  for (clock.now = 1; clock.now <= 1_000; clock.now++) progress.advance(1)
  progress[Symbol.dispose]()
  expect(written).toHaveLength(10 + 2)
  expect(
    written.slice(0, -1).every((text) => text.startsWith('\r\u001B[Kimport  ') && !text.includes('\n')),
  ).toBe(true)
  expect(written.at(-1)).toBe('\n')
})

it('writes a line every few seconds elsewhere, and the last', () => {
  const { written, clock, progress } = begin(false)
  for (clock.now = 1; clock.now <= 12_000; clock.now++) progress.advance(1)
  progress[Symbol.dispose]()
  expect(written.map((text) => text.replace(/.* {2}(\d+ %).*\n/s, '$1'))).toEqual(['41 %', '83 %', '100 %'])
})

function begin(isTTY: boolean) {
  const written: string[] = []
  const clock = { now: 0 }
  const stream = { isTTY, write: (text: string) => written.push(text) > 0 }
  const progress = openProgress({
    title: 'import',
    unit: 'bundles',
    total: 12_000,
    stream,
    now: () => clock.now,
  })
  return { written, clock, progress }
}
