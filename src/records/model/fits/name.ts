/** Whether two written names can be the same person's: order, initials, titles and spelling aside. */
import { areAlike, spellingOf } from './spelling.ts'

const TITLES = new Set(
  `mr mrs ms miss dr prof smt shri shree sri sree shrimati kum kumari master mast thiru tmt selvi late sow chi janab haji
  mx er adv rev fr sr श्री श्रीमती कुमारी डॉ ಶ್ರೀ ಶ್ರೀಮತಿ ಕುಮಾರಿ ಡಾ`.split(/\s+/),
)
const NEWBORN = /\b(?:baby|bab[yi]|b)\s*(?:(?:boy|girl)\s*)?(?:\/|of\b)\s*(?:of?\b)?/i
/** What follows is a relative's name: son of, daughter of, wife of, care of. */
const RELATIVE = /\b[sdwhc]\s*\/\s*o\b.*$/i
const SEPARATORS = /[\s.,'’()/-]+/
const MOST_WORDS = 8

interface Said {
  readonly words: readonly string[]
  /** Called by the mother's name, and not to be taken for her. */
  readonly isNewborn: boolean
}

export function areSameName(one: string, other: string): boolean {
  const [a, b] = [saidIn(one), saidIn(other)]
  if (a.isNewborn !== b.isNewborn || a.words.length === 0 || b.words.length === 0) return false
  return joinings(a.words).some((x) => joinings(b.words).some((y) => fit(x, y)))
}

function saidIn(name: string): Said {
  const isNewborn = NEWBORN.test(name)
  const words = name.replace(NEWBORN, ' ').replace(RELATIVE, '').split(SEPARATORS)
  const spelt = words.filter((word) => word !== '' && !TITLES.has(word.toLowerCase())).map(spellingOf)
  return { words: spelt.filter((word) => word !== '').slice(0, MOST_WORDS), isNewborn }
}

/** The words as they are, and with each two neighbours written as one: Rama Krishna, Ramakrishna. Initials stay apart. */
function joinings(words: readonly string[]): readonly (readonly string[])[] {
  const all = [words]
  for (const [at, word] of words.entries()) {
    const next = words[at + 1]
    if (next === undefined || word.length === 1 || next.length === 1) continue
    all.push(words.toSpliced(at, 2, word + next))
  }
  return all
}

/** Every word of the shorter name has one of its own in the longer, and one of them is more than an initial. */
function fit(a: readonly string[], b: readonly string[]): boolean {
  const [shorter, longer] = a.length <= b.length ? [a, b] : [b, a]
  const isWhole = shorter.some(
    (word) => word.length > 1 && longer.some((other) => other.length > 1 && areAlike(word, other)),
  )
  return isWhole && canPair(shorter, longer)
}

function canPair([first, ...rest]: readonly string[], others: readonly string[]): boolean {
  if (first === undefined) return true
  return others.some((other, i) => isSameWord(first, other) && canPair(rest, others.toSpliced(i, 1)))
}

function isSameWord(a: string, b: string): boolean {
  if (a.length === 1 || b.length === 1) return a[0] === b[0]
  return areAlike(a, b)
}
