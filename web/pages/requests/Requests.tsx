import { useSuspenseQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { toInstant } from '#kernel'
import {
  EmptyState,
  PageHeader,
  PersonBadge,
  Row,
  RowList,
  Section,
  StateWord,
  When,
} from '../../ui/index.ts'
import { requestsAnswer } from '../home/questions.ts'
import type { Asked } from './choice.ts'

/** Who asked to read: those that wait first. */
export function Requests() {
  const { t } = useTranslation('requests')
  const { data } = useSuspenseQuery(requestsAnswer)
  const waiting = data.requests.filter(({ state }) => state === 'requested')
  const earlier = data.requests.filter(({ state }) => state !== 'requested')
  return (
    <>
      <PageHeader
        title={t('list.title')}
        lead={t('list.lead')}
        back={{ href: '/access', label: t('list.back') }}
      />
      {data.requests.length === 0 && (
        <EmptyState icon="requested" title={t('list.empty')}>
          <p>{t('list.emptyWords')}</p>
        </EmptyState>
      )}
      {waiting.length > 0 && <RequestList title={t('list.waiting')} requests={waiting} />}
      {earlier.length > 0 && <RequestList title={t('list.earlier')} requests={earlier} />}
    </>
  )
}

interface RequestListProps {
  readonly title: string
  readonly requests: readonly Asked['request'][]
}

function RequestList({ title, requests }: RequestListProps) {
  return (
    <Section title={title}>
      <RowList label={title}>
        {requests.map(({ request, reader, state, askedAt }) => (
          <Row
            key={request}
            title={
              <PersonBadge name={reader.name}>
                {reader.organisation}
                <br />
                <When at={toInstant(askedAt)} />
              </PersonBadge>
            }
            end={<StateWord state={state} />}
            href={`/requests/${request}`}
          />
        ))}
      </RowList>
    </Section>
  )
}
