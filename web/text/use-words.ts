import { useTranslation } from 'react-i18next'
import type { Instant } from '#kernel'
import { clockWords, dateWords, dayWords, exactWords, momentWords } from './dates.ts'
import { isLanguage, type Language } from './language.ts'
import { ageWords, lengthWords, listWords, partWords, sizeWords } from './numbers.ts'

/** Dates and numbers in the language that the page speaks. */
export function useWords() {
  const language = useLanguage()
  return {
    language,
    day: (written: string) => dayWords(written, language),
    date: (at: Instant, now: Instant) => dateWords(at, now, language),
    moment: (at: Instant, now: Instant) => momentWords(at, now, language),
    clock: (at: Instant) => clockWords(at, language),
    exact: (at: Instant) => exactWords(at, language),
    length: (milliseconds: number) => lengthWords(milliseconds, language),
    age: (years: number) => ageWords(years, language),
    size: (bytes: number) => sizeWords(bytes, language),
    part: (part: number) => partWords(part, language),
    list: (words: readonly string[]) => listWords(words, language),
  }
}

export type Words = ReturnType<typeof useWords>

export function useLanguage(): Language {
  const { i18n } = useTranslation()
  return isLanguage(i18n.language) ? i18n.language : 'en'
}
