import { expect, it } from 'vitest'
import { chosenOf, lengthsUpTo, NOTHING_SWITCHED, sorted, switchTo, type OpenedEntry } from './choice.ts'

const entry = (name: string, more: Partial<OpenedEntry> = {}): OpenedEntry => ({
  entry: name,
  kind: 'result',
  title: name,
  careDate: '2026-03-03',
  where: null,
  sensitive: [],
  ...more,
})
const glucose = entry('glucose')
const antibody = entry('antibody', { sensitive: ['hiv'] })
const metformin = entry('metformin', { kind: 'medicine' })

it('leaves sensitive entries off and the rest on', () => {
  expect(chosenOf([antibody, glucose, metformin], NOTHING_SWITCHED)).toEqual([glucose, metformin])
})

it('follows the hand, and forgets nothing of what was switched before', () => {
  const on = switchTo(NOTHING_SWITCHED, [antibody], true)
  const off = switchTo(on, [glucose, metformin], false)
  expect(chosenOf([antibody, glucose, metformin], off)).toEqual([antibody])
})

it('treats an entry that joins later as it would have been', () => {
  const off = switchTo(NOTHING_SWITCHED, [glucose], false)
  const [later, hidden] = [entry('later'), entry('hidden', { sensitive: ['unread'] })]
  expect(chosenOf([glucose, later, hidden], off)).toEqual([later])
})

it('puts sensitive entries apart and the rest by kind', () => {
  expect(sorted([glucose, antibody, metformin])).toEqual({
    sensitive: [antibody],
    kinds: [
      { kind: 'result', entries: [glucose] },
      { kind: 'medicine', entries: [metformin] },
    ],
  })
})

it('offers shorter times, and never a longer one', () => {
  expect(lengthsUpTo(60)).toEqual([15, 30, 60])
  expect(lengthsUpTo(45)).toEqual([15, 30, 45])
  expect(lengthsUpTo(5)).toEqual([5])
})
