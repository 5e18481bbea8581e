import { describe, expect, it } from 'vitest'

import { ageOn, birthDateSchema, nameSchema } from './person.ts'

describe('a birth date', () => {
  it.each(['1950', '1950-02', '2024-02-29'])('may be %s', (date) => {
    expect(birthDateSchema.safeParse(date).success).toBe(true)
  })

  it.each(['2023-02-29', '1950-13', '50', '1850-1-1', '1849', '2100', '', '1950-02-03T00:00'])(
    'is not %j',
    (date) => {
      expect(birthDateSchema.safeParse(date).success).toBe(false)
    },
  )
})

describe('an age', () => {
  it.each([
    ['1980-06-01', '2026-05-31', 45, true],
    ['1980-06-01', '2026-06-01', 46, true],
    ['1980-06', '2026-06-01', 46, false],
    ['1980', '2026-01-01', 46, false],
    ['2026-03-01', '2026-03-01', 0, true],
    ['2027', '2026-03-01', 0, false],
  ])('of somebody born %s is on %s: %i', (born, day, years, isExact) => {
    expect(ageOn(born, day)).toEqual({ years, isExact })
  })
})

describe('a name', () => {
  it.each([
    'Lakshmamma',
    'K. R. Ravi',
    'ಸುಮಾ ಹೆಗಡೆ',
    'मोहम्मद इक़बाल',
    "D'Souza (baby of)",
    'Anne‑Marie'.replace('‑', '-'),
  ])('may be %j', (name) => expect(nameSchema.parse(name)).toBe(name.normalize('NFC')))

  it('is kept without stray spaces', () => {
    expect(nameSchema.parse('  Ravi \n Kumar ')).toBe('Ravi Kumar')
  })

  it.each(['', '   ', '<b>Ravi</b>', 'R'.repeat(121), 'Ravi\u0000', 'Ravi\u202e'])('is not %j', (name) => {
    expect(nameSchema.safeParse(name).success).toBe(false)
  })
})
