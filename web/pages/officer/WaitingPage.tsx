import { useSuspenseQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { EmptyState, PageHeader, RowList, Section } from '../../ui/index.ts'
import { ApplicationRow } from './ApplicationRow.tsx'
import { OrderRow } from './OrderRow.tsx'
import { OrganisationRow } from './OrganisationRow.tsx'
import { applicationsAnswer, ordersAnswer, organisationsAnswer } from './questions.ts'
import './officer.css'

/** What nobody but an officer can move on, the oldest first. */
export function WaitingPage() {
  const { t } = useTranslation('officer')
  const { orders, applications, organisations } = useWaiting()
  const isEmpty = orders.length + applications.length + organisations.length === 0
  return (
    <div className="officer-narrow">
      <PageHeader title={t('waiting.title')} lead={t('waiting.lead')} />
      {isEmpty && (
        <EmptyState icon="check" title={t('waiting.none')}>
          <p>{t('waiting.noneWords')}</p>
        </EmptyState>
      )}
      {orders.length > 0 && (
        <Section title={t('waiting.orders')}>
          <RowList>
            {orders.map((order) => (
              <OrderRow key={order.order} order={order} />
            ))}
          </RowList>
        </Section>
      )}
      {applications.length > 0 && (
        <Section title={t('waiting.applications')}>
          <RowList>
            {applications.map((application) => (
              <ApplicationRow key={application.application} application={application} />
            ))}
          </RowList>
        </Section>
      )}
      {organisations.length > 0 && (
        <Section title={t('waiting.organisations')}>
          <RowList>
            {organisations.map((organisation) => (
              <OrganisationRow key={organisation.organisation} organisation={organisation} />
            ))}
          </RowList>
        </Section>
      )}
    </div>
  )
}

function useWaiting() {
  const { orders } = useSuspenseQuery(ordersAnswer).data
  const { applications } = useSuspenseQuery(applicationsAnswer).data
  const { organisations } = useSuspenseQuery(organisationsAnswer).data
  return {
    orders: orders.filter(({ state }) => state === 'proposed'),
    applications,
    organisations: organisations.filter(({ state }) => state === 'applied'),
  }
}
