import { useSuspenseQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { PageHeader, Stack } from '../../ui/index.ts'
import { OrganisationFacts } from '../work/OrganisationFacts.tsx'
import { Gone } from './Gone.tsx'
import { OrganisationActions } from './OrganisationActions.tsx'
import { organisationsAnswer } from './questions.ts'

export function OrganisationPage() {
  const { t } = useTranslation('officer')
  const { organisation: id } = useParams({ from: '/staff/officer/organisations/$organisation' })
  const { organisations } = useSuspenseQuery(organisationsAnswer).data
  const organisation = organisations.find((known) => known.organisation === id)
  if (!organisation) return <Gone />
  return (
    <div className="officer-narrow">
      <PageHeader
        title={organisation.name}
        back={{ href: '/officer/organisations', label: t('organisations.title') }}
      />
      <Stack gap="large">
        <OrganisationFacts organisation={organisation} />
        <OrganisationActions organisation={organisation} />
      </Stack>
    </div>
  )
}
