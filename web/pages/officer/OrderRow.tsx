import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { toInstant } from '#kernel'
import { useWords } from '../../text/use-words.ts'
import { Icon, Link, When, Word, type IconName } from '../../ui/index.ts'
import { OrderActions } from './OrderActions.tsx'
import type { KnownOrder } from './questions.ts'
import './officer.css'

const KIND_ICONS: Readonly<Record<KnownOrder['kind'], IconName>> = {
  hold: 'locked',
  suspend: 'licence-off',
  reinstate: 'licence',
}

const STATE_LOOKS = {
  proposed: ['requested', 'warm'],
  final: ['check', 'good'],
  withdrawn: ['ended', 'calm'],
} as const

/** An order on a licence: what it does, on what it rests, who proposed and who confirmed it. */
export function OrderRow({ order }: { readonly order: KnownOrder }) {
  const { t } = useTranslation('officer')
  const words = useWords()
  const { kind, name, rests, practitioner, state } = order
  const [icon, tone] = STATE_LOOKS[state]
  return (
    <li className="officer-order">
      <Icon name={KIND_ICONS[kind]} />
      <div className="officer-order-body">
        <div className="officer-order-head">
          <Link href={`/officer/licences/${practitioner}`}>{t(`order.${kind}`, { name })}</Link>
          <Word icon={icon} tone={tone} word={t(`order.state.${state}`)} />
        </div>
        <p>{t('order.rests', { issuer: rests.issuer, number: rests.number, day: words.day(rests.date) })}</p>
        {rests.text !== '' && <p>{rests.text}</p>}
        <Officers order={order} />
        {state === 'proposed' && <OrderActions order={order} />}
      </div>
    </li>
  )
}

function Officers({ order }: { readonly order: KnownOrder }) {
  const { t } = useTranslation('officer')
  const { proposedBy, proposedAt, confirmedBy, confirmedAt } = order
  return (
    <p className="officer-order-who">
      <Signed at={proposedAt}>{t('order.proposedBy', { name: proposedBy })}</Signed>
      {confirmedBy !== null && confirmedAt !== null && (
        <Signed at={confirmedAt}>{t('order.confirmedBy', { name: confirmedBy })}</Signed>
      )}
    </p>
  )
}

function Signed({ at, children }: { readonly at: number; readonly children: ReactNode }) {
  return (
    <span>
      {children}, <When at={toInstant(at)} />
    </span>
  )
}
