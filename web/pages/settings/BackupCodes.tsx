import { useTranslation } from 'react-i18next'
import { useMe } from '../../app/session.ts'
import { Button, ButtonRow, Notice, Stack } from '../../ui/index.ts'

interface BackupCodesProps {
  readonly codes: readonly string[]
  readonly onKept: () => void
}

/** Shown once: each lets its owner in once, when the phone is lost. */
export function BackupCodes({ codes, onKept }: BackupCodesProps) {
  const { t } = useTranslation(['settings', 'common'])
  const name = useMe()?.name ?? ''
  return (
    <div className="settings-paper">
      <Stack>
        <p className="print-only">{t('codes.whose', { name })}</p>
        <Notice tone="warm" title={t('codes.title')}>
          <p>{t('codes.words')}</p>
        </Notice>
        <ol className="settings-codes" aria-label={t('codes.label')}>
          {codes.map((code) => (
            <li key={code}>
              <code>{code}</code>
            </li>
          ))}
        </ol>
        <ButtonRow>
          <Button kind="main" onPress={onKept}>
            {t('codes.kept')}
          </Button>
          <Button icon="print" onPress={() => print()}>
            {t('common:print')}
          </Button>
        </ButtonRow>
      </Stack>
    </div>
  )
}
