import { describe, expect, it } from 'vitest'

import { proposeCodes } from './icd10.ts'
import { ICD10_TABLE } from './icd10-table.ts'

const rows = ICD10_TABLE.trim().split('\n')
const first = (typed: string) => proposeCodes(typed)[0]?.code

describe('codes are proposed', () => {
  it.each([
    ['T2DM', 'E11.9'],
    ['htn', 'I10'],
    ['URTI', 'J06.9'],
    ['AGE', 'A09.0'],
    ['loose stools', 'A09.0'],
    ['enteric fever', 'A01.0'],
    ['dengue', 'A90'],
    ['scrub ty', 'A75.3'],
    ['iron deficiency anemia', 'D50.9'],
    ['oedema localized', 'R60.0'],
    ['edema', 'R60.0'],
    ['monkey fever', 'A98.2'],
    ['K64', 'K64.9'],
    ['e11.3', 'E11.3'],
  ])('for %s first %s', (typed, code) => {
    expect(first(typed)).toBe(code)
  })

  it('while a word is being typed, and never more than fit on a list', () => {
    expect(proposeCodes('diab').map(({ code }) => code)).toContain('E11.9')
    expect(proposeCodes('un').length).toBeLessThanOrEqual(8)
  })

  it('by every word, not by any', () => {
    expect(proposeCodes('dengue fracture')).toEqual([])
    expect(proposeCodes('zzzz')).toEqual([])
    expect(proposeCodes('  ')).toEqual([])
  })
})

it('the table has each code once, in the form that ICD-10 gives them', () => {
  const codes = rows.map((row) => row.split('|')[0] ?? '')
  expect(new Set(codes).size).toBe(codes.length)
  expect(codes.filter((code) => !/^[A-Z]\d\d(?:\.\d)?$/.test(code))).toEqual([])
  expect(rows.filter((row) => row.split('|').length !== 3)).toEqual([])
  expect(codes.length).toBeGreaterThanOrEqual(300)
})
