import { useParams } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useMe } from '../../app/session.ts'
import { PageHeader } from '../../ui/index.ts'
import { InviteForm } from './InviteForm.tsx'

export function InvitePage() {
  const { t } = useTranslation('organisation')
  const { organisation } = useParams({ from: '/staff/organisation/$organisation/invite' })
  const house = useMe()?.memberships.find((membership) => membership.organisation === organisation)
  return (
    <>
      <PageHeader
        title={t('invite.title')}
        lead={t('invite.note')}
        back={{ href: `/organisation/${organisation}`, label: house?.name ?? t('title') }}
      />
      <InviteForm organisation={organisation} />
    </>
  )
}
