/** Language and colours, as chosen in this browser; the person's own, once they are read, take their place. */
import { useSyncExternalStore } from 'react'
import { THEMES, type Theme } from '../ui/index.ts'
import { isLanguage, nearestLanguage, type Language } from '../text/language.ts'
import { speak } from '../text/open.ts'

export interface Settings {
  readonly language: Language
  readonly theme: Theme
}

const LANGUAGE = 'twinchart.language'
const THEME = 'twinchart.theme'

let settings: Settings = readSettings()
const listeners = new Set<() => void>()

export function currentSettings(): Settings {
  return settings
}

export function useSettings(): Settings {
  return useSyncExternalStore(subscribe, currentSettings)
}

/** Takes effect at once and is remembered in this browser. */
export function changeSettings(changed: Partial<Settings>): void {
  const { language } = settings
  settings = { ...settings, ...changed }
  localStorage.setItem(LANGUAGE, settings.language)
  localStorage.setItem(THEME, settings.theme)
  if (settings.language !== language) void speak(settings.language)
  for (const listener of listeners) listener()
}

function readSettings(): Settings {
  const [language, theme] = [localStorage.getItem(LANGUAGE), localStorage.getItem(THEME)]
  return {
    language: isLanguage(language) ? language : nearestLanguage(navigator.languages),
    theme: THEMES.find((known) => known === theme) ?? 'system',
  }
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
