import { useTranslation } from 'react-i18next'
import { revokeEndpoint, type consentsEndpoint } from '#consent/model'
import { toInstant } from '#kernel'
import type { Answer } from '../../app/client.ts'
import { ProblemNotice } from '../../app/ProblemNotice.tsx'
import { useSend } from '../../app/queries.ts'
import { Button, Clock, PersonBadge, useUndo, VisuallyHidden } from '../../ui/index.ts'

export type Consent = Answer<typeof consentsEndpoint>['consents'][number]

/** Somebody who can read at this moment, and the way to end it: one press, for waiting would be worse. */
export function OpenConsent({ consent }: { readonly consent: Consent }) {
  const { t } = useTranslation('access')
  const say = useUndo()
  const ending = useSend(revokeEndpoint, ['consents', 'chart', 'requests'])
  const { reader, entries, later, looks, grantedAt, expiresAt } = consent
  const end = () =>
    ending.mutate(
      { params: { consent: consent.consent } },
      { onSuccess: () => say(t('ended', { name: reader.name })) },
    )
  return (
    <li className="access-open">
      <PersonBadge name={reader.name}>{reader.organisation}</PersonBadge>
      <p>
        <Clock from={toInstant(grantedAt)} until={toInstant(expiresAt)} />
      </p>
      <p className="quiet">
        {t(later ? 'opensLater' : 'opens', { count: entries })} {t('looked', { count: looks })}
      </p>
      {ending.error && <ProblemNotice error={ending.error} />}
      <Button icon="revoked" busy={ending.isPending} onPress={end}>
        {t('end')}
        <VisuallyHidden>: {reader.name}</VisuallyHidden>
      </Button>
    </li>
  )
}
