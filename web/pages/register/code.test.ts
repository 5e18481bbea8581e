import { expect, it } from 'vitest'
import { counterCodeIn } from './code.ts'

it.each([['https://charts.example/register/7K3M9QX2TB'], ['7K3M9QX2TB'], [' 7k3m9 qx2tb '], ['7K3M9-QX2TB']])(
  'reads %s',
  (text) => {
    expect(counterCodeIn(text)).toBe('7K3M9QX2TB')
  },
)

it('reads letters that look like digits as these', () => {
  expect(counterCodeIn('OIL3M9QX2T')).toBe('0113M9QX2T')
})

it.each(['', '10001234567895', '7K3M9QX2T', '7K3M9QX2TBB', 'https://charts.example/card', '7K3M9QX2T!'])(
  'takes %j for no counter’s',
  (text) => {
    expect(counterCodeIn(text)).toBeUndefined()
  },
)
