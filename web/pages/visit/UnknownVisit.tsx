import { useTranslation } from 'react-i18next'
import { ButtonLink, PageHeader } from '../../ui/index.ts'

/** The same whether there is no such visit or it is somebody else's: only theirs may say that there is one. */
export function UnknownVisit() {
  const { t } = useTranslation('visit')
  return (
    <>
      <PageHeader title={t('unknown.title')} lead={t('unknown.words')} />
      <ButtonLink kind="main" href="/visits">
        {t('closed.back')}
      </ButtonLink>
    </>
  )
}
