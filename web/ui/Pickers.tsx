import { useId, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { LANGUAGES, LANGUAGE_NAMES, LOCALES, type Language } from '../text/language.ts'
import { Icon } from './Icon.tsx'
import type { IconName } from './icons.ts'
import './field.css'
import './pickers.css'

interface PickerProps<Value> {
  readonly value: Value
  readonly onValue: (value: Value) => void
}

/** Each language by its own name, in its own script. */
export function LanguagePicker(picked: PickerProps<Language>) {
  const { t } = useTranslation('ui')
  return (
    <Picker {...picked} label={t('language')} options={LANGUAGES}>
      {(language) => <span lang={LOCALES[language]}>{LANGUAGE_NAMES[language]}</span>}
    </Picker>
  )
}

export const THEMES = ['light', 'dark', 'system'] as const
export type Theme = (typeof THEMES)[number]

const THEME_ICONS: Readonly<Record<Theme, IconName>> = { light: 'light', dark: 'dark', system: 'system' }

export function ThemePicker(picked: PickerProps<Theme>) {
  const { t } = useTranslation('ui')
  return (
    <Picker {...picked} label={t('theme.label')} options={THEMES}>
      {(theme) => (
        <span>
          <Icon name={THEME_ICONS[theme]} /> {t(`theme.${theme}`)}
        </span>
      )}
    </Picker>
  )
}

interface OptionsProps<Value> extends PickerProps<Value> {
  readonly label: string
  readonly options: readonly Value[]
  readonly children: (option: Value) => ReactNode
}

/** A few short answers side by side: radio buttons underneath, so that arrow keys and screen readers know them. */
function Picker<Value extends string>({ label, options, value, onValue, children }: OptionsProps<Value>) {
  const name = useId()
  return (
    <Pickers label={label}>
      {options.map((option) => (
        <label key={option} className="pickers-option">
          <input type="radio" name={name} checked={option === value} onChange={() => onValue(option)} />
          {children(option)}
        </label>
      ))}
    </Pickers>
  )
}

/** Short answers side by side, under what they answer. */
export function Pickers({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <fieldset className="field-set pickers">
      <legend className="field-legend">{label}</legend>
      {children}
    </fieldset>
  )
}
