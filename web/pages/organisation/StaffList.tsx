import { useTranslation } from 'react-i18next'
import { EmptyState, RowList, Section } from '../../ui/index.ts'
import type { StaffMember } from './questions.ts'
import { StaffRow } from './StaffRow.tsx'

interface StaffListProps {
  readonly subject: 'practitioners' | 'staff'
  readonly organisation: string
  readonly staff: readonly StaffMember[]
}

export function StaffList({ subject, organisation, staff }: StaffListProps) {
  const { t } = useTranslation('organisation')
  return (
    <Section title={t(`${subject}.title`)} note={t(`${subject}.note`)}>
      {staff.length === 0 ? (
        <EmptyState title={t(`${subject}.none`)}>
          <p>{t(`${subject}.noneWords`)}</p>
        </EmptyState>
      ) : (
        <RowList>
          {staff.map((member) => (
            <StaffRow key={member.person} organisation={organisation} member={member} />
          ))}
        </RowList>
      )}
    </Section>
  )
}
