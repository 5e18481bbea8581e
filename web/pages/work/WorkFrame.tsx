import { Outlet, useLocation } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useMe } from '../../app/session.ts'
import { IconLink, Shell } from '../../ui/index.ts'
import { LanguageButton } from '../frame/LanguageButton.tsx'
import { doorOf, doorsOf, type Role } from './doors.ts'
import { RoleSwitch } from './RoleSwitch.tsx'
import { useOfficerLinks } from '../officer/links.ts'

/** Pages that are all overview take the whole width. */
const WIDE: ReadonlySet<Role> = new Set(['doctor', 'desk', 'officer'])

/** Around the pages of work: in which role one acts stands where one's own chart has its name. */
export function WorkFrame() {
  const { t } = useTranslation('work')
  const { pathname } = useLocation()
  const me = useMe()
  const doors = me ? doorsOf(me) : []
  const current = doorOf(doors, pathname)
  const shown = current && { place: me?.name ?? '', ...current }
  return (
    <Shell
      whose={<RoleSwitch doors={doors} current={shown} />}
      links={useOfficerLinks(current?.role === 'officer', pathname)}
      wide={current !== undefined && WIDE.has(current.role)}
      actions={
        <>
          <LanguageButton />
          <IconLink icon="settings" label={t('settings')} href="/settings" />
        </>
      }
    >
      <Outlet />
    </Shell>
  )
}
