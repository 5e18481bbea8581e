import { useSuspenseQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { toInstant } from '#kernel'
import { Notice, PageHeader, Stack, When } from '../../ui/index.ts'
import { LicenceFacts } from './LicenceFacts.tsx'
import { licenceAnswer } from './question.ts'

/** What anyone may know of a practitioner, and as of when. */
export function PractitionerPage() {
  const { t } = useTranslation('practitioner')
  const { practitioner } = useParams({ from: '/frame/practitioners/$practitioner' })
  const { data: licence, dataUpdatedAt } = useSuspenseQuery(licenceAnswer(practitioner))
  return (
    <>
      <PageHeader title={licence.name} lead={t('lead')} />
      <Stack>
        {licence.state !== 'active' && (
          <Notice tone="danger" title={t(`stopped.${licence.state}`)}>
            <p>{t('stoppedWords')}</p>
          </Notice>
        )}
        <LicenceFacts licence={licence} />
        <p className="quiet">
          {t('asOf')} <When at={toInstant(dataUpdatedAt)} />
        </p>
      </Stack>
    </>
  )
}
