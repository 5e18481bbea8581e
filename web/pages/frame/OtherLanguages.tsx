import { useChangeSettings } from '../../app/session.ts'
import { useSettings } from '../../app/settings.ts'
import { LANGUAGES, LANGUAGE_NAMES, LOCALES } from '../../text/language.ts'
import './frame.css'

/** The languages that the page does not speak now, each by its own name: whoever cannot read the page reads that. */
export function OtherLanguages() {
  const { language } = useSettings()
  const change = useChangeSettings()
  return LANGUAGES.filter((other) => other !== language).map((other) => (
    <button
      key={other}
      type="button"
      className="frame-language"
      lang={LOCALES[other]}
      onClick={() => change({ language: other })}
    >
      {LANGUAGE_NAMES[other]}
    </button>
  ))
}
