import { LANGUAGES, type Language } from '#http/model'

export { LANGUAGES, type Language }

/** Each language named in itself, as whoever looks for it would. */
export const LANGUAGE_NAMES: Readonly<Record<Language, string>> = { en: 'English', hi: 'हिन्दी', kn: 'ಕನ್ನಡ' }

export const LOCALES: Readonly<Record<Language, string>> = { en: 'en-IN', hi: 'hi-IN', kn: 'kn-IN' }

export function isLanguage(value: unknown): value is Language {
  return LANGUAGES.some((language) => language === value)
}

/** The first of the wanted languages (`navigator.languages`) that we speak, else English. */
export function nearestLanguage(wanted: readonly string[]): Language {
  return wanted.map((tag) => tag.slice(0, 2)).find(isLanguage) ?? 'en'
}
