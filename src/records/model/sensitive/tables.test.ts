import { expect, it } from 'vitest'

import type { Row } from './category.ts'
import { ALL_TERMS } from './tables.ts'
import { ATC_CLASSES } from './tables/atc.ts'
import { ICD10 } from './tables/icd10.ts'
import { ICD11 } from './tables/icd11.ts'
import { LABELS } from './tables/labels.ts'
import { LOINC_CODES } from './tables/loinc.ts'
import { SNOMED_CODES } from './tables/snomed.ts'

const ALL: readonly Row[] = [
  ...ALL_TERMS,
  ...ATC_CLASSES,
  ...ICD10,
  ...ICD11,
  ...LABELS,
  ...LOINC_CODES,
  ...SNOMED_CODES,
]

it('gives every row a match and a source', () => {
  expect(ALL.filter(({ match, source }) => match.trim() === '' || source.length < 8)).toEqual([])
  expect(ALL.length).toBeGreaterThan(700)
})

it('says nothing twice', () => {
  for (const table of [ATC_CLASSES, ICD10, ICD11, LABELS, LOINC_CODES, SNOMED_CODES]) {
    const keys = table.map(({ match, category }) => `${match} ${category}`)
    expect(keys).toEqual([...new Set(keys)])
  }
})

it('has only ranges of the same length, from low to high', () => {
  for (const { match } of [...ICD10, ...ICD11]) {
    const [from = '', to = ''] = match.split('–')
    expect({ match, fits: from.length === to.length && from <= to }).toEqual({ match, fits: true })
  }
})

it('has only LOINC codes whose check digit fits (mod 10, LOINC Users Guide appendix)', () => {
  expect(LOINC_CODES.filter(({ match }) => !hasLoincDigit(match))).toEqual([])
})

it('has only SNOMED identifiers whose check digit fits (Verhoeff, SNOMED CT Technical Implementation Guide)', () => {
  expect(SNOMED_CODES.filter(({ match }) => !hasVerhoeffDigit(match))).toEqual([])
})

function hasLoincDigit(code: string): boolean {
  const [number = '', digit] = code.split('-')
  const sum = Array.from(number)
    .toReversed()
    .reduce((total, char, i) => {
      const value = Number(char) * (i % 2 === 0 ? 2 : 1)
      return total + (value > 9 ? value - 9 : value)
    }, 0)
  return String((10 - (sum % 10)) % 10) === digit
}

/** In the dihedral group D5: multiplication by its formula, permutation as Verhoeff published it. */
function hasVerhoeffDigit(digits: string): boolean {
  const check = Array.from(digits)
    .toReversed()
    .reduce((c, char, i) => product(c, permuted(Number(char), i % 8)), 0)
  return check === 0
}

function product(a: number, b: number): number {
  if (a < 5) return b < 5 ? (a + b) % 5 : ((a + b) % 5) + 5
  return b < 5 ? ((a - b + 5) % 5) + 5 : (a - b + 10) % 5
}

function permuted(digit: number, times: number): number {
  let value = digit
  for (let i = 0; i < times; i++) value = Number('1576283094'[value])
  return value
}
