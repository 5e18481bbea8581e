/** ICD-10 codes for what a doctor types: proposed, never required. */
import { ICD10_TABLE } from './icd10-table.ts'
import { wordsOf } from './codes.ts'

interface ProposedCode {
  readonly code: string
  readonly words: string
}

interface Row extends ProposedCode {
  readonly title: readonly string[]
  readonly said: readonly string[]
}

const MOST = 8

const ROWS: readonly Row[] = ICD10_TABLE.trim()
  .split('\n')
  .map((line) => {
    const [code = '', words = '', said = ''] = line.split('|')
    return { code, words, title: wordsOf(spelt(words)), said: wordsOf(spelt(said)) }
  })

/** Those that have every word, the closest first; the last word may still be being typed. */
export function proposeCodes(typed: string): readonly ProposedCode[] {
  const code = typed.trim().toUpperCase()
  const isCode = /^[A-Z]\d/.test(code)
  const words = wordsOf(spelt(typed))
  return ROWS.map((row, i) => ({
    row,
    i,
    rank: isCode && row.code.startsWith(code) ? 4 : rankOf(row, words),
  }))
    .filter(({ rank }) => rank > 0)
    .toSorted((a, b) => b.rank - a.rank || a.i - b.i)
    .slice(0, MOST)
    .map(({ row }) => ({ code: row.code, words: row.words }))
}

/** What is written for it before what stands in its title; whole words before beginnings. */
function rankOf({ title, said }: Row, words: readonly string[]): number {
  const all = [...said, ...title]
  if (words.length === 0 || !words.every((word) => all.some((one) => one.startsWith(word)))) return 0
  if (words.every((word) => said.includes(word))) return 3
  return words.every((word) => all.includes(word)) ? 2 : 1
}

/** One spelling for British and American writing, enough for finding. */
function spelt(text: string): string {
  return text.toLowerCase().replaceAll('ae', 'e').replaceAll('oe', 'e')
}
