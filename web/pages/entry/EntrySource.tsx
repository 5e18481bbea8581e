import { useTranslation } from 'react-i18next'
import { Button, Stack, useUndo } from '../../ui/index.ts'

/** FHIR exactly as it was stored: not a space is changed, so that it can be compared. */
export function EntrySource({ source }: { readonly source: string }) {
  const { t } = useTranslation('entry')
  const say = useUndo()
  const copy = async () => {
    await navigator.clipboard.writeText(source)
    say(t('copied'))
  }
  return (
    <Stack>
      <p className="quiet">{t('sourceWords')}</p>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reached by keyboard (WCAG 2.2, 2.1.1) */}
      <pre className="entry-source" tabIndex={0} aria-label={t('tabs.source')} role="region">
        {source}
      </pre>
      <Button small onPress={() => void copy()}>
        {t('copySource')}
      </Button>
    </Stack>
  )
}
