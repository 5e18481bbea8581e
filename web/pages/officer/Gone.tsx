import { useTranslation } from 'react-i18next'
import { ButtonLink, EmptyState, useWindowTitle } from '../../ui/index.ts'

/** Somebody else decided meanwhile, or the address is wrong. */
export function Gone() {
  const { t } = useTranslation('officer')
  useWindowTitle(t('gone.title'))
  return (
    <EmptyState
      icon="check"
      title={t('gone.title')}
      actions={<ButtonLink href="/officer">{t('gone.back')}</ButtonLink>}
    >
      <p>{t('gone.words')}</p>
    </EmptyState>
  )
}
