import { useSuspenseQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { EmptyState, Section } from '../../ui/index.ts'
import { askedAnswer } from './questions.ts'
import { RequestRow } from './RequestRow.tsx'

/** What was asked lately, and what became of it: each state its own word. */
export function Requests() {
  const { t } = useTranslation('visits')
  const { requests } = useSuspenseQuery(askedAnswer).data
  return (
    <Section title={t('asked.title')}>
      {requests.length === 0 ? (
        <EmptyState icon="requested" title={t('asked.none')}>
          <p>{t('asked.noneWords')}</p>
        </EmptyState>
      ) : (
        <ul className="visits-requests" aria-live="polite">
          {requests.map((request) => (
            <RequestRow key={request.request} request={request} />
          ))}
        </ul>
      )}
    </Section>
  )
}
