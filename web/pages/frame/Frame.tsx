import { Outlet, useLocation } from '@tanstack/react-router'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Me } from '#identity/model'
import { requestsAnswer } from '../home/questions.ts'
import { ProductLink } from '../../app/ProductLink.tsx'
import { useMe } from '../../app/session.ts'
import { IconLink, PersonBadge, Shell, type AtMostFour, type ShellLink } from '../../ui/index.ts'
import { doorsOf } from '../work/doors.ts'
import { RoleSwitch } from '../work/RoleSwitch.tsx'
import { LanguageButton } from './LanguageButton.tsx'
import { OtherLanguages } from './OtherLanguages.tsx'
import { PaperHead } from './PaperHead.tsx'
import { usePhoto } from './photo.ts'

export function Frame() {
  const me = useMe()
  return me ? <OwnFrame me={me} /> : <OpenFrame />
}

function OwnFrame({ me }: { readonly me: Me }) {
  const { t } = useTranslation('frame')
  return (
    <Shell
      whose={<Whose me={me} />}
      links={useLinks()}
      actions={
        <>
          <LanguageButton />
          <IconLink icon="settings" label={t('settings')} href="/settings" />
        </>
      }
    >
      <PaperHead me={me} />
      <Outlet />
    </Shell>
  )
}

/** Whose chart this is; for those who also work here, in which role they see it. */
function Whose({ me }: { readonly me: Me }) {
  const photo = usePhoto(me)
  const doors = doorsOf(me)
  if (doors.length > 1)
    return <RoleSwitch doors={doors} current={{ role: 'patient', href: '/', place: me.name }} />
  return <PersonBadge name={me.name} photo={photo} size="small" />
}

function OpenFrame() {
  return (
    <Shell
      whose={<ProductLink />}
      actions={
        <>
          <OtherLanguages />
          <LanguageButton />
        </>
      }
    >
      <Outlet />
    </Shell>
  )
}

const PAGES = [
  { href: '/', icon: 'home', label: 'home' },
  { href: '/chart', icon: 'timeline', label: 'chart' },
  { href: '/access', icon: 'people', label: 'access' },
  { href: '/card', icon: 'card', label: 'card' },
] as const

/** Pages that belong to one of the four without being under its address. */
const BELONGING: Readonly<Record<string, string>> = { '/requests': '/access', '/looks': '/access' }

function useLinks(): AtMostFour<ShellLink> {
  const { t } = useTranslation('frame')
  const { pathname } = useLocation()
  const [first = ''] = pathname.match(/^\/[^/]*/) ?? []
  const waiting = useWaiting()
  const [home, chart, access, card] = PAGES
  const toLink = ({ href, icon, label }: (typeof PAGES)[number]): ShellLink => ({
    href,
    icon,
    label: t(label),
    current: href === (BELONGING[first] ?? first),
  })
  return [toLink(home), toLink(chart), { ...toLink(access), waiting }, toLink(card)]
}

function useWaiting(): number {
  const { data } = useQuery(requestsAnswer)
  return data?.requests.filter(({ state }) => state === 'requested').length ?? 0
}
