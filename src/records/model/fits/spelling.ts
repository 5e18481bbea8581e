/**
 * One spelling for the many that an Indian name has in Latin letters: Latha and Lata, Geetha and Gita, Gowda and Gouda.
 * The steps fold what transliteration leaves open: aspiration, length of vowels, sibilants, v and w, a final a. What
 * is left is compared by Jaro and Winkler.
 */
import { toLatin } from './script.ts'

const FOLDS: readonly (readonly [RegExp, string])[] = [
  [/^(?:mohd|md|mohm?mm?[ae]d|muhamm?[ae]d|mohamm?[ae]d|mahamm?[ae]d)$/, 'muhamad'],
  [/^(?:dny|jny|gny|gny|jn|gy)/, 'gn'],
  [/ck/g, 'k'],
  [/chh?/g, '!'],
  [/c(?=[eiy])/g, 's'],
  [/c|q/g, 'k'],
  [/x/g, 'ks'],
  [/ph/g, 'f'],
  [/([bdgjkt])h/g, '$1'],
  [/sh/g, 's'],
  [/z/g, 'j'],
  [/ee|ea|ii|ie/g, 'i'],
  [/oo|uu/g, 'u'],
  [/aa/g, 'a'],
  [/o[uw]|aw/g, 'au'],
  [/w/g, 'v'],
  [/e[iy]|a[iy]/g, 'ai'],
  [/y/g, 'i'],
  [/(.)\1+/g, '$1'],
  [/h(?=[^aeiou]|$)/g, ''],
  [/(?<=.{3})[ae]$/, ''],
]

/** The one spelling of a word of a name. */
export function spellingOf(word: string): string {
  const plain = toLatin(word)
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z]/g, '')
  return FOLDS.reduce((spelt, [from, to]) => spelt.replace(from, to), plain)
}

/** Between two spellings of the same name; measured on the pairs in the test, where different names stay below. */
const ALIKE = 0.92
const LONG_ENOUGH = 5

export function areAlike(a: string, b: string): boolean {
  if (a === b) return true
  return Math.min(a.length, b.length) >= LONG_ENOUGH && jaroWinkler(a, b) >= ALIKE
}

const PREFIX_WEIGHT = 0.1
const PREFIX_MOST = 4

/** Winkler 1990, String Comparator Metrics and Enhanced Decision Rules in the Fellegi-Sunter Model of Record Linkage. */
export function jaroWinkler(a: string, b: string): number {
  const jaro = jaroOf(a, b)
  let prefix = 0
  while (prefix < PREFIX_MOST && prefix < a.length && a[prefix] === b[prefix]) prefix++
  return jaro + prefix * PREFIX_WEIGHT * (1 - jaro)
}

/** Jaro 1989: shared letters no further apart than half the longer word, and how many of them are out of order. */
function jaroOf(a: string, b: string): number {
  const reach = Math.max(0, Math.floor(Math.max(a.length, b.length) / 2) - 1)
  const taken = new Set<number>()
  const inA: string[] = []
  for (let i = 0; i < a.length; i++) {
    for (let j = Math.max(0, i - reach); j <= Math.min(b.length - 1, i + reach); j++) {
      if (taken.has(j) || a[i] !== b[j]) continue
      taken.add(j)
      inA.push(a[i] ?? '')
      break
    }
  }
  if (inA.length === 0) return 0
  const inB = [...taken].toSorted((x, y) => x - y).map((j) => b[j])
  const moved = inA.filter((letter, k) => letter !== inB[k]).length / 2
  return (inA.length / a.length + inA.length / b.length + (inA.length - moved) / inA.length) / 3
}
