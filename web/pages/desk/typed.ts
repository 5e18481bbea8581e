/** What was typed or scanned into the one box, told apart by its form alone. */
import { isHealthId } from '#identity/model'
import { digitsOf } from '../../ui/index.ts'
import type { Token } from './questions.ts'

export type Typed =
  | { readonly as: 'nothing' }
  | { readonly as: 'health-id'; readonly healthId: string }
  /** Fourteen digits, of which one was misread. */
  | { readonly as: 'misread' }
  | { readonly as: 'token'; readonly number: number }
  | { readonly as: 'name'; readonly name: string }

const HEALTH_ID_DIGITS = 14
const MOST_TOKEN_DIGITS = 4

export function readTyped(text: string): Typed {
  const name = text.trim()
  if (name === '') return { as: 'nothing' }
  if (!/^#?[\p{Nd}\s-]+$/u.test(name)) return { as: 'name', name }
  const digits = digitsOf(name, HEALTH_ID_DIGITS + 1)
  if (isHealthId(digits)) return { as: 'health-id', healthId: digits }
  if (digits.length <= MOST_TOKEN_DIGITS) return { as: 'token', number: Number(digits) }
  return { as: 'misread' }
}

/** Today's tokens that are meant. A name is looked for here only: no list of strangers answers to it. */
export function tokensMeant(typed: Typed, tokens: readonly Token[]): readonly Token[] {
  switch (typed.as) {
    case 'nothing':
      return tokens
    case 'misread':
      return []
    case 'token':
      return tokens.filter(({ number }) => number === typed.number)
    case 'health-id':
      return tokens.filter(({ patient }) => patient.healthId === typed.healthId)
    case 'name':
      return tokens.filter(({ patient }) => isNamed(patient.name, typed.name))
  }
}

/** Those who wait first, by number. */
export function inOrder(tokens: readonly Token[]): readonly Token[] {
  return tokens.toSorted((a, b) => a.number - b.number)
}

/** Every word that was typed begins a word of the name, whatever their order. */
function isNamed(name: string, typed: string): boolean {
  const words = wordsOf(name)
  return wordsOf(typed).every((wanted) => words.some((word) => word.startsWith(wanted)))
}

function wordsOf(text: string): readonly string[] {
  return text
    .normalize('NFC')
    .toLowerCase()
    .split(/[\s.,]+/u)
    .filter((word) => word !== '')
}
