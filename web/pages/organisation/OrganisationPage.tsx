import { useSuspenseQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useMe } from '../../app/session.ts'
import { ButtonLink, PageHeader, RowList, Section } from '../../ui/index.ts'
import { OrganisationFacts } from '../work/OrganisationFacts.tsx'
import { OrganisationStateWord } from '../work/OrganisationStateWord.tsx'
import { InvitationRow } from './InvitationRow.tsx'
import { myOrganisationsAnswer, staffAnswer } from './questions.ts'
import { StaffList } from './StaffList.tsx'

/** Who works here, in which roles; and how the organisation stands with the authority. */
export function OrganisationPage() {
  const { t } = useTranslation('organisation')
  const { organisation } = useParams({ from: '/staff/organisation/$organisation' })
  const { staff } = useSuspenseQuery(staffAnswer(organisation)).data
  const house = useMe()?.memberships.find((membership) => membership.organisation === organisation)
  return (
    <>
      <PageHeader
        title={house?.name ?? t('title')}
        lead={house && <OrganisationStateWord state={house.state} />}
        actions={
          <ButtonLink kind="main" icon="plus" href={`/organisation/${organisation}/invite`}>
            {t('invite.title')}
          </ButtonLink>
        }
      />
      <Invitations organisation={organisation} />
      <StaffList
        subject="practitioners"
        organisation={organisation}
        staff={staff.filter(({ roles }) => roles.includes('practitioner'))}
      />
      <StaffList
        subject="staff"
        organisation={organisation}
        staff={staff.filter(({ roles }) => !roles.includes('practitioner'))}
      />
      <Standing organisation={organisation} />
    </>
  )
}

interface OfOrganisation {
  readonly organisation: string
}

function Invitations({ organisation }: OfOrganisation) {
  const { t } = useTranslation('organisation')
  const { invitations } = useSuspenseQuery(staffAnswer(organisation)).data
  if (invitations.length === 0) return null
  return (
    <Section title={t('invitations.title')} note={t('invitations.note')}>
      <RowList>
        {invitations.map((invited) => (
          <InvitationRow key={invited.invitation} organisation={organisation} invitation={invited} />
        ))}
      </RowList>
    </Section>
  )
}

/** Only whoever applied for it reads the claim and the authority's reason. */
function Standing({ organisation }: OfOrganisation) {
  const { t } = useTranslation('organisation')
  const { organisations } = useSuspenseQuery(myOrganisationsAnswer).data
  const mine = organisations.find((applied) => applied.organisation === organisation)
  if (!mine) return null
  return (
    <Section title={t('standing')}>
      <OrganisationFacts organisation={mine} />
    </Section>
  )
}
