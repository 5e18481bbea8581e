import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { LOCALES } from '../../text/language.ts'
import { useLanguage } from '../../text/use-words.ts'
import { Button } from '../../ui/index.ts'
import { LanguageButton } from '../frame/LanguageButton.tsx'

/** The sheet for whoever does not read it: aloud, in another language, on paper. */
export function SheetTools({ words }: { readonly words: readonly string[] }) {
  const { t } = useTranslation('requests')
  return (
    <div className="request-tools screen-only">
      <ReadAloud words={words} />
      <Button kind="quiet" small icon="print" onPress={() => window.print()}>
        {t('sheet.print')}
      </Button>
      <LanguageButton />
    </div>
  )
}

/** By the voice of the device; nothing is sent anywhere. */
function ReadAloud({ words }: { readonly words: readonly string[] }) {
  const { t } = useTranslation('requests')
  const language = useLanguage()
  const [speaking, setSpeaking] = useState(false)
  const speech = 'speechSynthesis' in globalThis ? globalThis.speechSynthesis : undefined
  useEffect(() => () => speech?.cancel(), [speech])
  const press = () => {
    speech?.cancel()
    setSpeaking(!speaking)
    if (speaking) return
    const utterance = new SpeechSynthesisUtterance(words.join(' '))
    utterance.lang = LOCALES[language]
    utterance.addEventListener('end', () => setSpeaking(false))
    speech?.speak(utterance)
  }
  return (
    <Button
      kind="quiet"
      small
      icon={speaking ? 'close' : 'aloud'}
      onPress={press}
      reason={speech === undefined ? t('sheet.noVoice') : undefined}
    >
      {t(speaking ? 'sheet.silence' : 'sheet.aloud')}
    </Button>
  )
}
