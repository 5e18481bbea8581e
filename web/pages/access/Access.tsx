import { useSuspenseQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { toInstant } from '#kernel'
import {
  ButtonLink,
  EmptyState,
  Icon,
  PageHeader,
  PersonBadge,
  Row,
  RowList,
  Section,
  When,
} from '../../ui/index.ts'
import { requestsAnswer } from '../home/questions.ts'
import { EndedConsent } from './EndedConsent.tsx'
import { OpenConsent } from './OpenConsent.tsx'
import { consentsAnswer } from './questions.ts'
import './access.css'

/** Who may read now, who asked, and who could before. */
export function Access() {
  const { t } = useTranslation('access')
  const { data } = useSuspenseQuery(consentsAnswer)
  const now = data.consents.filter(({ state }) => state === 'granted')
  const before = data.consents.filter(({ state }) => state !== 'granted')
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} />
      <WaitingRequests />
      <Section title={t('now')}>
        {now.length === 0 ? (
          <EmptyState icon="locked" title={t('nobody')}>
            <p>{t('nobodyWords')}</p>
          </EmptyState>
        ) : (
          <ul>
            {now.map((consent) => (
              <OpenConsent key={consent.consent} consent={consent} />
            ))}
          </ul>
        )}
      </Section>
      <Section title={t('more')}>
        <RowList label={t('more')}>
          <Row lead={<Icon name="look" />} title={t('looks')} detail={t('looksWords')} href="/looks" />
          <Row
            lead={<Icon name="requested" />}
            title={t('requests')}
            detail={t('requestsWords')}
            href="/requests"
          />
        </RowList>
      </Section>
      {before.length > 0 && (
        <Section title={t('before')}>
          <RowList label={t('before')}>
            {before.map((consent) => (
              <EndedConsent key={consent.consent} consent={consent} />
            ))}
          </RowList>
        </Section>
      )}
    </>
  )
}

function WaitingRequests() {
  const { t } = useTranslation('access')
  const { data } = useSuspenseQuery(requestsAnswer)
  const waiting = data.requests.filter(({ state }) => state === 'requested')
  if (waiting.length === 0) return null
  return (
    <Section title={t('waiting')}>
      {waiting.map(({ request, reader, askedAt }) => (
        <div key={request} className="access-request">
          <PersonBadge name={reader.name}>
            {reader.organisation}
            <br />
            <When at={toInstant(askedAt)} />
          </PersonBadge>
          <ButtonLink kind="main" href={`/requests/${request}`}>
            {t('answer')}
          </ButtonLink>
        </div>
      ))}
    </Section>
  )
}
