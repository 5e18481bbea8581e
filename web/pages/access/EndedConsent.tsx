import { useTranslation } from 'react-i18next'
import { toInstant, type Instant } from '#kernel'
import { useWords } from '../../text/use-words.ts'
import { PersonBadge, Row, StateWord, toLocalDay, When } from '../../ui/index.ts'
import type { Consent } from './OpenConsent.tsx'

/** Who could read before, from when, and how it ended. */
export function EndedConsent({ consent }: { readonly consent: Consent }) {
  const { t } = useTranslation('access')
  const { reader, grantedAt, endedAt, expiresAt, entries, looks, state } = consent
  return (
    <Row
      title={
        <PersonBadge name={reader.name}>
          <span className="access-ended">
            <span>{reader.organisation}</span>
            <StateWord state={state} />
            <Span from={toInstant(grantedAt)} until={toInstant(endedAt ?? expiresAt)} />
            <span>
              {t('opened', { count: entries })} {t('looked', { count: looks })}
            </span>
          </span>
        </PersonBadge>
      }
    />
  )
}

/** The day is said once where it is the same. */
function Span({ from, until }: { readonly from: Instant; readonly until: Instant }) {
  const words = useWords()
  const isSameDay = toLocalDay(from) === toLocalDay(until)
  return (
    <span>
      <When at={from} /> – {isSameDay ? words.clock(until) : <When at={until} />}
    </span>
  )
}
