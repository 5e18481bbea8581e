const letters = new Intl.Segmenter(undefined, { granularity: 'grapheme' })

/** The first letters of the first and the last word of a name; of scripts whose letters are syllables, the first one. */
export function initials(name: string): string {
  const words = name.split(/[\s.]+/).filter((word) => /^\p{L}/u.test(word))
  const [first = '', last = ''] = [words.at(0), words.length > 1 ? words.at(-1) : undefined]
  return /^\p{Script=Latin}/u.test(first) ? firstLetter(first) + firstLetter(last) : firstLetter(first)
}

function firstLetter(word: string): string {
  for (const { segment } of letters.segment(word)) return segment.toLocaleUpperCase()
  return ''
}
