import i18next, { type BackendModule } from 'i18next'
import { initReactI18next } from 'react-i18next'
import type { Area } from './areas.ts'
import { LOCALES, type Language } from './language.ts'

/** What every page needs; a page's own area comes with the page. */
const FIRST: readonly Area[] = ['common', 'ui', 'shell', 'problem']

const catalogues = import.meta.glob<Record<string, unknown>>('./{en,hi,kn}/*.json', { import: 'default' })

/** Fetches an area in a language when it is first used, from the same server as the page. */
const backend: BackendModule = {
  type: 'backend',
  init() {},
  async read(language, area) {
    const load = catalogues[`./${language}/${area}.json`]
    if (!load) throw new Error(`there is no text for ${area} in ${language}`)
    return load()
  },
}

/** Makes the catalogue ready; afterwards `useTranslation('area')` gives its words. */
export async function openText(language: Language): Promise<void> {
  i18next.on('languageChanged', (spoken) => (document.documentElement.lang = spoken))
  await i18next
    .use(backend)
    .use(initReactI18next)
    .init({
      lng: language,
      fallbackLng: false,
      supportedLngs: Object.keys(LOCALES),
      ns: [...FIRST],
      defaultNS: 'common',
      interpolation: { escapeValue: false },
    })
}

export async function speak(language: Language): Promise<void> {
  await i18next.changeLanguage(language)
}

/** For a route's loader, so that words and page arrive together. */
export async function loadText(...areas: readonly Area[]): Promise<void> {
  await i18next.loadNamespaces([...areas])
}
