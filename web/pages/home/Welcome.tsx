import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import {
  ButtonLink,
  ButtonRow,
  Icon,
  Row,
  RowList,
  Section,
  useWindowTitle,
  type IconName,
} from '../../ui/index.ts'
import { signInsAnswer } from './questions.ts'
import './welcome.css'

/** What this is in three sentences, and the three things that somebody may want here. */
export function Welcome() {
  const { t } = useTranslation(['welcome', 'common'])
  useWindowTitle(t('common:product'))
  return (
    <>
      <header className="welcome">
        <h1 className="welcome-title" tabIndex={-1}>
          {t('title')}
        </h1>
        <p className="welcome-lead">{t('lead')}</p>
        <ButtonRow>
          <ButtonLink kind="main" href="/sign-in">
            {t('common:signIn')}
          </ButtonLink>
          <ButtonLink href="/sign-up">{t('common:signUp')}</ButtonLink>
          <ButtonLink kind="quiet" icon="proof" href="/verify">
            {t('verify')}
          </ButtonLink>
        </ButtonRow>
      </header>
      <DemonstrationSignIns />
    </>
  )
}

/** In the demonstration: who can sign in, by what they are. */
const ROLES = {
  patient: 'person',
  'family member': 'people',
  doctor: 'visit',
  'second doctor': 'visit',
  'records clerk': 'queue',
  nurse: 'vital-signs',
  administrator: 'hospital',
  officer: 'licence',
  'second officer': 'licence',
  pharmacist: 'medicine',
} as const satisfies Readonly<Record<string, IconName>>

/** One tap fills the form in. */
function DemonstrationSignIns() {
  const { t } = useTranslation('welcome')
  const { data } = useQuery(signInsAnswer)
  if (!data || data.signIns.length === 0) return null
  return (
    <Section title={t('demonstration')} note={t('demonstrationWords')}>
      <RowList label={t('demonstration')}>
        {data.signIns.map(({ role, name, healthId }) => (
          <Row
            key={healthId + role}
            lead={<Icon name={isRole(role) ? ROLES[role] : 'person'} />}
            title={name}
            detail={isRole(role) ? t(`role.${role}`) : role}
            href={`/sign-in?as=${encodeURIComponent(healthId)}`}
          />
        ))}
      </RowList>
    </Section>
  )
}

function isRole(role: string): role is keyof typeof ROLES {
  return Object.hasOwn(ROLES, role)
}
