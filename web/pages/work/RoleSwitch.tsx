import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Dialog, Icon, Row, RowList, type IconName } from '../../ui/index.ts'
import type { Door, Role } from './doors.ts'
import './work.css'

const ROLE_ICONS: Readonly<Record<Role, IconName>> = {
  patient: 'person',
  doctor: 'visit',
  desk: 'queue',
  administrator: 'hospital',
  officer: 'licence',
}

interface RoleSwitchProps {
  readonly doors: readonly Door[]
  /** The one that this page is behind; without it, one's own. */
  readonly current?: Door | undefined
}

/** Says in which role one acts now, and opens the other doors of the same account. */
export function RoleSwitch({ doors, current }: RoleSwitchProps) {
  const { t } = useTranslation('work')
  const [open, setOpen] = useState(false)
  const role = current?.role ?? 'patient'
  return (
    <>
      <button type="button" className="work-role" aria-haspopup="dialog" onClick={() => setOpen(true)}>
        <Icon name={ROLE_ICONS[role]} />
        <span className="work-role-words">
          <span className="work-role-name">{t(`role.${role}`)}</span>
          {current?.place !== undefined && <span className="work-role-place">{current.place}</span>}
        </span>
        <Icon name="down" />
      </button>
      <Dialog open={open} title={t('doors')} onClose={() => setOpen(false)}>
        <Doors doors={doors} current={current} />
      </Dialog>
    </>
  )
}

function Doors({ doors, current }: RoleSwitchProps) {
  const { t } = useTranslation('work')
  return (
    <RowList label={t('doors')}>
      {doors.map(({ role, href, place }) => (
        <Row
          key={href}
          lead={<Icon name={ROLE_ICONS[role]} />}
          title={t(`role.${role}`)}
          detail={place ?? t(`roleDetail.${role}`)}
          href={href}
          current={href === current?.href}
        />
      ))}
    </RowList>
  )
}
