import { createInstance, type BackendModule, type ReadCallback } from 'i18next'
import { initReactI18next } from 'react-i18next'
import type { Area } from './areas.ts'
import { LANGUAGES, type Language } from './language.ts'

/** What every page needs; a page's own area comes with the page. */
const FIRST: readonly Area[] = ['common', 'ui', 'shell', 'problem']

const catalogues = import.meta.glob<Record<string, unknown>>('./{en,hi,kn}/*.json', { import: 'default' })

const text = createInstance()

/** Fetches an area in a language when it is first used, from the same server as the page. */
const backend: BackendModule = {
  type: 'backend',
  init() {},
  read: (language, area, done) => void deliver(`./${language}/${area}.json`, done),
}

/** Makes the catalogue ready; afterwards `useTranslation('area')` gives its words. */
export async function openText(language: Language): Promise<void> {
  text.on('languageChanged', (spoken) => (document.documentElement.lang = spoken))
  await text
    .use(backend)
    .use(initReactI18next)
    .init({
      lng: language,
      fallbackLng: false,
      supportedLngs: [...LANGUAGES],
      ns: [...FIRST],
      defaultNS: 'common',
      interpolation: { escapeValue: false },
    })
}

export async function speak(language: Language): Promise<void> {
  await text.changeLanguage(language)
}

/** For a route's loader, so that words and page arrive together. */
export async function loadText(...areas: readonly Area[]): Promise<void> {
  await text.loadNamespaces([...areas])
}

async function deliver(path: string, done: ReadCallback): Promise<void> {
  const words = await Promise.resolve(catalogues[path]?.()).catch(() => undefined)
  if (words) done(null, words)
  else done(new Error(`${path} did not come`), null)
}
