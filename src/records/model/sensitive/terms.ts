/** Finds words and phrases of the tables in a text, in one pass over its words. */
import type { Ground, Row } from './category.ts'

/** A row whose match is a word or phrase: a star ends a stem, after a slash come words that may not stand before. */
export interface Term extends Row {
  readonly ground: Ground
}

/** The phrase of a term, as a person would write it. */
export function phraseOf({ match }: Term): string {
  return match.replace(/\/.*$/, '').replaceAll('*', '')
}

interface Step {
  readonly text: string
  readonly isStem: boolean
  /** With a capital in the table: looked for as it is written there. */
  readonly isExact: boolean
}

interface Compiled {
  readonly term: Term
  readonly steps: readonly Step[]
  readonly notAfter: ReadonlySet<string>
}

type FindTerms = (text: string) => readonly Term[]

/** Words are letters with their marks, or digits: `HIV1`, `hiv_1` and `HIV-1` are all two words. */
const WORD = /\p{L}[\p{L}\p{M}]*|\p{N}+/gu
const BEYOND_ASCII = /[^\x20-\x7e]/
/** Joiners that change how Indic letters are drawn, not what they are (Unicode chapter 12). */
const JOINERS = /[\u200B-\u200D\uFEFF]/g
/** `hivReport`, `HIVReport`: file names run words together. */
const CAMEL = /(\p{Ll})(?=\p{Lu})|(\p{Lu})(?=\p{Lu}\p{Ll})/gu
const STEM_KEY = 3

export function openTerms(terms: readonly Term[]): FindTerms {
  const byWord = new Map<string, Compiled[]>()
  const byStem = new Map<string, Compiled[]>()
  for (const compiled of terms.map(compile)) {
    const [first] = compiled.steps
    if (!first) throw new Error(`the term ${compiled.term.match} has no words`)
    const key = first.text.toLowerCase()
    if (first.isStem) add(byStem, key.slice(0, STEM_KEY), compiled)
    else add(byWord, key, compiled)
  }
  return (text) => {
    const words = wordsOf(text)
    const lower = words.map((word) => word.toLowerCase())
    const found = new Set<Term>()
    for (let at = 0; at < words.length; at++) {
      const word = lower[at] ?? ''
      collect(byWord.get(word), words, lower, at, found)
      collect(byStem.get(word.slice(0, STEM_KEY)), words, lower, at, found)
    }
    return [...found]
  }
}

function collect(
  candidates: readonly Compiled[] | undefined,
  words: readonly string[],
  lower: readonly string[],
  at: number,
  found: Set<Term>,
): void {
  for (const { term, steps, notAfter } of candidates ?? []) {
    if (notAfter.has(lower[at - 1] ?? '')) continue
    if (steps.every((step, i) => fits(step, words[at + i] ?? '', lower[at + i] ?? ''))) found.add(term)
  }
}

function fits({ text, isStem, isExact }: Step, word: string, lower: string): boolean {
  if (isExact) return word === text
  return isStem ? lower.startsWith(text) : lower === text
}

function compile(term: Term): Compiled {
  const [phrase = '', except = ''] = term.match.split('/')
  const steps = phrase.split(' ').map((part): Step => {
    const isStem = part.endsWith('*')
    const text = folded(isStem ? part.slice(0, -1) : part)
    return { text, isStem, isExact: text !== text.toLowerCase() }
  })
  return { term, steps: steps.flatMap(apart), notAfter: new Set(except.split('|').filter(Boolean)) }
}

/** A part such as `brca1` is two words, as it will be in the text. */
function apart(step: Step): readonly Step[] {
  const words = wordsOf(step.text)
  return words.map((text, i) => ({
    text,
    isStem: step.isStem && i === words.length - 1,
    isExact: step.isExact,
  }))
}

function wordsOf(text: string): readonly string[] {
  return folded(text).replaceAll(CAMEL, '$1$2 ').match(WORD) ?? []
}

function folded(text: string): string {
  return BEYOND_ASCII.test(text) ? text.normalize('NFKC').replaceAll(JOINERS, '') : text
}

function add(index: Map<string, Compiled[]>, key: string, compiled: Compiled): void {
  const known = index.get(key)
  if (known) known.push(compiled)
  else index.set(key, [compiled])
}
