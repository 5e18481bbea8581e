/**
 * Names in an Indian script, spelt in Latin letters. Unicode gives the nine Brahmi-derived blocks one layout (The Unicode
 * Standard, chapter 12): the place of a letter within its block of 128 says what it is, in Devanagari as in Kannada.
 */
const FIRST_BLOCK = 0x0900
const LAST = 0x0d7f
const BLOCK = 128

const CONSONANTS =
  'k kh g gh ng ch chh j jh ny t th d dh n t th d dh n n p ph b bh m y r r l l l v sh sh s h'.split(' ')
const FIRST_CONSONANT = 0x15
const INDEPENDENT_VOWELS = 'a aa i ii u uu ri li e e e ai o o o au'.split(' ')
const FIRST_VOWEL = 0x05
const VOWEL_SIGNS = 'aa i ii u uu ri ri e e e ai o o o au'.split(' ')
const FIRST_SIGN = 0x3e
const VIRAMA = 0x4d
const ANUSVARA = 0x02

/** The same text with Indian letters spelt out; other letters are left as they are. */
export function toLatin(text: string): string {
  let latin = ''
  let hasInherentVowel = false
  for (const char of text.normalize('NFC')) {
    const place = placeOf(char)
    const sign = place === undefined ? undefined : VOWEL_SIGNS[place - FIRST_SIGN]
    if (hasInherentVowel && sign === undefined && place !== VIRAMA) latin += 'a'
    hasInherentVowel = place !== undefined && CONSONANTS[place - FIRST_CONSONANT] !== undefined
    latin += place === undefined ? char : (sign ?? letterOf(place))
  }
  return hasInherentVowel ? `${latin}a` : latin
}

function letterOf(place: number): string {
  if (place === ANUSVARA) return 'n'
  return CONSONANTS[place - FIRST_CONSONANT] ?? INDEPENDENT_VOWELS[place - FIRST_VOWEL] ?? ''
}

function placeOf(char: string): number | undefined {
  const code = char.codePointAt(0) ?? 0
  return code >= FIRST_BLOCK && code <= LAST ? code % BLOCK : undefined
}
