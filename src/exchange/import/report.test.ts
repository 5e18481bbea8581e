import { expect, it } from 'vitest'

import { heldIn, Tally } from './report.ts'

const patient = (line: number) => ({ line, healthId: `${line}`, was: 'new' }) as const
const leadingNowhere = (...first: readonly string[]) =>
  heldIn([], { unanswered: { count: first.length, first } })

it('names the first references of the file that lead nowhere, in whichever order its lines are done', () => {
  const tally = new Tally()
  tally.take(patient(7), leadingNowhere('a', 'b'))
  tally.take(patient(2), leadingNowhere('c'))
  tally.take(patient(3), heldIn([]))
  expect(tally.report.unanswered).toEqual({
    count: 3,
    first: [
      { line: 2, path: 'c' },
      { line: 7, path: 'a' },
      { line: 7, path: 'b' },
    ],
  })
})

it('names twenty and counts all', () => {
  const tally = new Tally()
  for (let line = 500; line > 0; line--) tally.take(patient(line), leadingNowhere('x', 'y'))
  const { count, first } = tally.report.unanswered
  expect(count).toBe(1000)
  expect(first.map(({ line }) => line)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10].flatMap((n) => [n, n]))
})

it('has none where every reference is answered, or where a Bundle is about nobody', () => {
  const tally = new Tally()
  tally.take(patient(1), heldIn([]))
  tally.take(null, heldIn([]))
  expect(tally.report.unanswered).toEqual({ count: 0, first: [] })
})
