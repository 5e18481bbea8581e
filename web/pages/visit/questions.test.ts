import { QueryClient } from '@tanstack/react-query'
import { expect, it } from 'vitest'
import { visitsAnswer } from '../visits/questions.ts'
import {
  draftAnswer,
  entryAnswer,
  firstScreenAnswer,
  forgetChart,
  isOfChart,
  outlineAnswer,
  searchAnswer,
  timelineAnswer,
} from './questions.ts'

const mine = 'a0'.repeat(16)
const other = 'b1'.repeat(16)

const chart = [
  firstScreenAnswer(mine).queryKey,
  outlineAnswer(mine).queryKey,
  entryAnswer(mine, 'e').queryKey,
  searchAnswer(mine, 'fever').queryKey,
  timelineAnswer(mine, { kind: ['medicine'] }).queryKey,
]

it('knows what is of a chart, and whose', () => {
  for (const key of chart) expect(isOfChart(key, mine)).toBe(true)
  for (const key of chart) expect(isOfChart(key, other)).toBe(false)
})

it('counts neither the note nor the list of visits to the chart', () => {
  expect(isOfChart(draftAnswer(mine).queryKey, mine)).toBe(false)
  expect(isOfChart(visitsAnswer.queryKey, mine)).toBe(false)
  expect(isOfChart(['me.read'], mine)).toBe(false)
})

it('leaves nothing of a chart in memory, and the note and other charts where they are', () => {
  const queries = new QueryClient()
  const staying = [draftAnswer(mine).queryKey, entryAnswer(other, 'e').queryKey]
  for (const key of [...chart, ...staying]) queries.setQueryData([...key], { words: 'clinical' })
  forgetChart(queries, mine)
  const left = queries.getQueryCache().findAll()
  expect(left.map(({ queryKey }) => queryKey)).toEqual(staying)
  queries.clear()
})

it('reads nothing of a chart again by itself, whatever news comes', () => {
  for (const { meta } of [firstScreenAnswer(mine), timelineAnswer(mine, {}), entryAnswer(mine, 'e')]) {
    expect(meta).toEqual({ subjects: [], isLook: true })
  }
})
