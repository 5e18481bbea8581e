import { useTranslation } from 'react-i18next'
import { toInstant } from '#kernel'
import { useWords } from '../../text/use-words.ts'
import { Link, PersonBadge, Row, When, Word } from '../../ui/index.ts'
import type { StaffMember } from './questions.ts'
import { RemoveStaff } from './RemoveStaff.tsx'
import './organisation.css'

interface StaffRowProps {
  readonly organisation: string
  readonly member: StaffMember
}

export function StaffRow({ organisation, member }: StaffRowProps) {
  const { t } = useTranslation('organisation')
  const words = useWords()
  const { name, roles, since } = member
  const others = roles.filter((role) => role !== 'practitioner').map((role) => t(`role.${role}`))
  return (
    <Row
      title={
        <PersonBadge name={name}>
          {others.length > 0 && <>{words.list(others)}, </>}
          {t('staff.since')} <When at={toInstant(since)} dayOnly />
          <Licences member={member} />
        </PersonBadge>
      }
      end={<RemoveStaff organisation={organisation} member={member} />}
    />
  )
}

const LICENCE_LOOKS = {
  active: ['licence', 'good'],
  held: ['licence-off', 'danger'],
  suspended: ['licence-off', 'danger'],
  expired: ['expired', 'danger'],
} as const

/** Without a licence in force a practitioner opens no chart, whoever employs them. */
function Licences({ member: { roles, licences } }: Pick<StaffRowProps, 'member'>) {
  const { t } = useTranslation(['organisation', 'work'])
  if (!roles.includes('practitioner')) return null
  if (licences.length === 0)
    return (
      <span className="organisation-licence">
        <Word icon="danger" tone="warm" word={t('licence.none')} />
      </span>
    )
  return licences.map(({ practitioner, system, state }) => {
    const [icon, tone] = LICENCE_LOOKS[state]
    return (
      <Link key={practitioner} className="organisation-licence" href={`/practitioners/${practitioner}`}>
        <Word icon={icon} tone={tone} word={t(`licence.${state}`, { system: t(`work:system.${system}`) })} />
      </Link>
    )
  })
}
