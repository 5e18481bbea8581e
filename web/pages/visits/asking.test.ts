import { expect, it } from 'vitest'
import { askSchema, KINDS } from '#consent/model'
import { LENGTHS, newAsking, SPANS, toAsk } from './asking.ts'

const plain = newAsking('a0'.repeat(16))

it('asks for every kind and date for half an hour, where nothing else is said', () => {
  expect(toAsk(plain, '2026-03-03')).toEqual({
    kinds: KINDS,
    care: { from: null, to: null },
    purpose: 'CAREMGT',
    minutes: 30,
  })
})

it('asks for nothing more than is ticked', () => {
  expect(toAsk({ ...plain, kinds: ['medicine'] }, '2026-03-03').kinds).toEqual(['medicine'])
})

it.each([
  ['year', '2026-03-03', '2025-03-03'],
  ['five-years', '2026-03-03', '2021-03-03'],
  ['year', '2024-02-29', '2023-03-01'],
] as const)('counts back from today: %s before %s', (span, today, from) => {
  expect(toAsk({ ...plain, span }, today).care).toEqual({ from, to: null })
})

it('leaves an end open that nobody wrote', () => {
  expect(toAsk({ ...plain, span: 'between', to: '2020-12-31' }, '2026-03-03').care).toEqual({
    from: null,
    to: '2020-12-31',
  })
})

it('keeps a range that was written only while it is the one chosen', () => {
  expect(toAsk({ ...plain, span: 'all', from: '2020-01-01' }, '2026-03-03').care.from).toBeNull()
})

it.each(LENGTHS)('is what the server takes: for %d ms', (length) => {
  for (const span of SPANS) {
    const ask = toAsk({ ...plain, length, span }, '2026-03-03')
    expect(askSchema.parse(ask)).toEqual(ask)
  }
})
