import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { LANGUAGES, LOCALES, type Language } from './language.ts'

const areas = readdirSync(folder('en'))

it('has the same areas in every language', () => {
  for (const language of LANGUAGES) expect(readdirSync(folder(language))).toEqual(areas)
})

it('lists every area, so that its keys are typed', () => {
  const listed = readFileSync(fileURLToPath(new URL('areas.ts', import.meta.url)), 'utf8')
  for (const area of areas) expect(listed).toContain(`'./en/${area}'`)
})

describe.each(areas)('%s', (area) => {
  const english = texts('en', area)

  it.each(['hi', 'kn'] as const)('has the same keys in %s', (language) => {
    expect([...texts(language, area).keys()].toSorted()).toEqual([...english.keys()].toSorted())
  })

  it.each(['hi', 'kn'] as const)('puts the same things into each text in %s', (language) => {
    for (const [key, text] of texts(language, area)) {
      expect(placeholders(text), key).toEqual(placeholders(english.get(key) ?? ''))
    }
  })

  it.each(['hi', 'kn'] as const)('is written in the script of %s', (language) => {
    for (const [key, text] of texts(language, area)) {
      expect(isTranslated(text, language), `${key}: ${text}`).toBe(true)
    }
  })

  it.each(LANGUAGES)('has every plural of %s wherever it has one', (language) => {
    const { pluralCategories } = new Intl.PluralRules(LOCALES[language]).resolvedOptions()
    const keys = [...texts(language, area).keys()]
    for (const key of keys.filter((key) => /_(one|other)$/.test(key))) {
      const stem = key.replace(/_\w+$/, '')
      expect(keys).toEqual(expect.arrayContaining(pluralCategories.map((category) => `${stem}_${category}`)))
    }
  })

  it('has no empty text', () => {
    for (const language of LANGUAGES) expect([...texts(language, area).values()]).not.toContain('')
  })
})

const SCRIPTS = { hi: /\p{Script=Devanagari}/u, kn: /\p{Script=Kannada}/u }

/** Names of ours stay as they are; all else has at least a word in the script of its language. */
function isTranslated(text: string, language: 'hi' | 'kn'): boolean {
  return SCRIPTS[language].test(text) || text === 'Twinchart'
}

function placeholders(text: string): readonly string[] {
  return [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name = '']) => name).toSorted()
}

/** The texts of an area by their dotted keys. */
function texts(language: Language, area: string): ReadonlyMap<string, string> {
  const parsed: unknown = JSON.parse(readFileSync(`${folder(language)}/${area}`, 'utf8'))
  return new Map(flat('', parsed))
}

function flat(key: string, value: unknown): readonly (readonly [string, string])[] {
  if (typeof value === 'string') return [[key, value]]
  if (typeof value !== 'object' || value === null) throw new Error(`${key} is no text`)
  return Object.entries(value).flatMap(([name, inner]) => flat(key === '' ? name : `${key}.${name}`, inner))
}

function folder(language: Language): string {
  return fileURLToPath(new URL(language, import.meta.url))
}
