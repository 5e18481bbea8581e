import { useTranslation } from 'react-i18next'
import { toInstant } from '#kernel'
import { PersonBadge, Row, StateWord, When } from '../../ui/index.ts'
import type { Consent } from './OpenConsent.tsx'

/** Who could read before, from when, and how it ended. */
export function EndedConsent({ consent }: { readonly consent: Consent }) {
  const { t } = useTranslation('access')
  const { reader, grantedAt, endedAt, expiresAt, entries, looks, state } = consent
  return (
    <Row
      title={
        <PersonBadge name={reader.name}>
          {reader.organisation}
          <br />
          <When at={toInstant(grantedAt)} /> – <When at={toInstant(endedAt ?? expiresAt)} />
          <br />
          {t('opened', { count: entries })} {t('looked', { count: looks })}
        </PersonBadge>
      }
      end={<StateWord state={state} />}
    />
  )
}
