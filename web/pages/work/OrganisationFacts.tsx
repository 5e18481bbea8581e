import { useTranslation } from 'react-i18next'
import { toInstant } from '#kernel'
import type { organisationsEndpoint } from '#identity/model'
import type { Answer } from '../../app/client.ts'
import { Facts, When } from '../../ui/index.ts'
import { OrganisationStateWord } from './OrganisationStateWord.tsx'

interface OrganisationProps {
  readonly organisation: Answer<typeof organisationsEndpoint>['organisations'][number]
}

/** What an organisation says of itself, and how it stands with the authority. */
export function OrganisationFacts({ organisation }: OrganisationProps) {
  const { t } = useTranslation('work')
  const { kind, address, place, district, pin, phone, registration, appliedAt } = organisation
  return (
    <Facts
      facts={[
        { label: t('organisation.standing'), value: <Standing organisation={organisation} /> },
        { label: t('organisation.what'), value: t(`organisation.kind.${kind}`) },
        { label: t('organisation.registration'), value: registration },
        { label: t('organisation.address'), value: [address, place, district, pin].join(', ') },
        { label: t('organisation.phone'), value: phone },
        { label: t('organisation.appliedAt'), value: <When at={toInstant(appliedAt)} /> },
      ]}
    />
  )
}

function Standing({ organisation: { state, decidedAt, reason } }: OrganisationProps) {
  const { t } = useTranslation('work')
  return (
    <>
      <OrganisationStateWord state={state} />
      {decidedAt !== null && (
        <>
          {', '}
          <When at={toInstant(decidedAt)} />
        </>
      )}
      {reason !== null && <p>{t('organisation.reason', { reason })}</p>}
    </>
  )
}
