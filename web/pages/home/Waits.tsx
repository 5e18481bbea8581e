import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Icon, Row, RowList, Section, type IconName } from '../../ui/index.ts'
import { correctionsAnswer, invitationsAnswer, registrationsAnswer, requestsAnswer } from './questions.ts'

/** Something that needs the person, or that they are waiting for. */
interface Wait {
  readonly key: string
  readonly icon: IconName
  readonly title: string
  readonly detail: string
  readonly href: string
  /** Somebody waits for the answer: that comes before all else. */
  readonly isAsking?: boolean
}

/** What waits for me: requests first, then my place in a queue, corrections, invitations. */
export function useWaits(): readonly Wait[] {
  return [...useRequests(), ...useTokens(), ...useCorrections(), ...useInvitations()]
}

export function Waits({ waits }: { readonly waits: readonly Wait[] }) {
  const { t } = useTranslation('home')
  if (waits.length === 0) return null
  return (
    <div className="home-waits">
      <Section title={t('waits')}>
        <RowList label={t('waits')}>
          {waits.map(({ key, icon, title, detail, href }) => (
            <Row key={key} lead={<Icon name={icon} />} title={title} detail={detail} href={href} />
          ))}
        </RowList>
      </Section>
    </div>
  )
}

function useRequests(): readonly Wait[] {
  const { t } = useTranslation('home')
  const { data } = useQuery(requestsAnswer)
  const open = data?.requests.filter(({ state }) => state === 'requested') ?? []
  return open.map(({ request, reader }) => ({
    key: request,
    icon: 'requested',
    title: t('request', { name: reader.name }),
    detail: reader.organisation,
    href: `/requests/${request}`,
    isAsking: true,
  }))
}

function useTokens(): readonly Wait[] {
  const { t } = useTranslation('home')
  const { data } = useQuery(registrationsAnswer)
  return (data?.registrations ?? []).flatMap(({ organisation, name, place, token }) =>
    token?.state === 'waiting'
      ? [
          {
            key: organisation,
            icon: 'queue',
            title: t('token', { number: token.number }),
            detail: `${name}, ${place}`,
            href: '/register',
          },
        ]
      : [],
  )
}

function useCorrections(): readonly Wait[] {
  const { t } = useTranslation('home')
  const { data } = useQuery(correctionsAnswer)
  const mine = data?.notices.filter(({ role, seen }) => role !== 'reader' && !seen) ?? []
  return mine.map(({ notice, role, entry }) => ({
    key: notice,
    icon: 'edit',
    title: t(role === 'patient' ? 'corrected' : 'moved'),
    detail: t('correctedWords'),
    href: `/chart/entries/${entry}`,
  }))
}

function useInvitations(): readonly Wait[] {
  const { t } = useTranslation('home')
  const { data } = useQuery(invitationsAnswer)
  return (data?.invitations ?? []).map(({ invitation, name }) => ({
    key: invitation,
    icon: 'hospital',
    title: t('invitation', { name }),
    detail: t('invitationWords'),
    href: '/invitations',
  }))
}
