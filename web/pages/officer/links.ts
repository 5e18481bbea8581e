import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { AtMostFour, ShellLink } from '../../ui/index.ts'
import { applicationsAnswer, ordersAnswer, organisationsAnswer } from './questions.ts'

const PAGES = [
  { href: '/officer', label: 'waiting', icon: 'bell' },
  { href: '/officer/licences', label: 'licences', icon: 'licence' },
  { href: '/officer/orders', label: 'orders', icon: 'proof' },
  { href: '/officer/organisations', label: 'organisations', icon: 'hospital' },
] as const

/** The officer's pages, with how much waits; none to others. */
export function useOfficerLinks(isOfficer: boolean, pathname: string): AtMostFour<ShellLink> {
  const { t } = useTranslation('work')
  const waiting = useWaiting(isOfficer)
  const [first, licences, orders, organisations] = PAGES
  const toLink = ({ href, label, icon }: (typeof PAGES)[number]): ShellLink => ({
    href,
    icon,
    label: t(`officer.${label}`),
    current: href === '/officer' ? isFirst(pathname) : pathname.startsWith(href),
  })
  if (!isOfficer) return []
  return [{ ...toLink(first), waiting }, toLink(licences), toLink(orders), toLink(organisations)]
}

/** What is decided there is reached from the first page. */
function isFirst(pathname: string): boolean {
  return pathname === '/officer' || pathname.startsWith('/officer/applications')
}

function useWaiting(enabled: boolean): number {
  const organisations = useQuery({ ...organisationsAnswer, enabled })
  const applications = useQuery({ ...applicationsAnswer, enabled })
  const orders = useQuery({ ...ordersAnswer, enabled })
  const applied = organisations.data?.organisations.filter(({ state }) => state === 'applied')
  const mine = orders.data?.orders.filter(({ state, mayConfirm }) => state === 'proposed' && mayConfirm)
  return (applied?.length ?? 0) + (applications.data?.applications.length ?? 0) + (mine?.length ?? 0)
}
