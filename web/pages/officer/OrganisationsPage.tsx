import { useSuspenseQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { EmptyState, PageHeader, RowList } from '../../ui/index.ts'
import { OrganisationRow } from './OrganisationRow.tsx'
import { organisationsAnswer } from './questions.ts'
import './officer.css'

export function OrganisationsPage() {
  const { t } = useTranslation('officer')
  const { organisations } = useSuspenseQuery(organisationsAnswer).data
  return (
    <div className="officer-narrow">
      <PageHeader title={t('organisations.title')} lead={t('organisations.lead')} />
      {organisations.length === 0 ? (
        <EmptyState icon="hospital" title={t('organisations.none')}>
          <p>{t('organisations.noneWords')}</p>
        </EmptyState>
      ) : (
        <RowList label={t('organisations.title')}>
          {organisations.map((organisation) => (
            <OrganisationRow key={organisation.organisation} organisation={organisation} />
          ))}
        </RowList>
      )}
    </div>
  )
}
