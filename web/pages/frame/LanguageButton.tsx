import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useChangeSettings } from '../../app/session.ts'
import { useSettings } from '../../app/settings.ts'
import { Dialog, IconButton, LanguagePicker, Stack, ThemePicker } from '../../ui/index.ts'

/** On every page, for whoever cannot read the page that would say how to change it. */
export function LanguageButton() {
  const { t } = useTranslation('shell')
  const [open, setOpen] = useState(false)
  return (
    <>
      <IconButton icon="language" label={t('settings')} onPress={() => setOpen(true)} />
      <Dialog open={open} title={t('settings')} onClose={() => setOpen(false)}>
        <LookPickers />
      </Dialog>
    </>
  )
}

export function LookPickers() {
  const { language, theme } = useSettings()
  const change = useChangeSettings()
  return (
    <Stack>
      <LanguagePicker value={language} onValue={(chosen) => change({ language: chosen })} />
      <ThemePicker value={theme} onValue={(chosen) => change({ theme: chosen })} />
    </Stack>
  )
}
