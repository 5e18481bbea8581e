import { useSuspenseQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { ButtonLink, EmptyState, PageHeader, RowList, Section } from '../../ui/index.ts'
import { OrderRow } from './OrderRow.tsx'
import { ordersAnswer, type KnownOrder } from './questions.ts'

export function OrdersPage() {
  const { t } = useTranslation('officer')
  const { orders } = useSuspenseQuery(ordersAnswer).data
  const proposed = orders.filter(({ state }) => state === 'proposed')
  const decided = orders.filter(({ state }) => state !== 'proposed')
  return (
    <div className="officer-narrow">
      <PageHeader title={t('orders.title')} lead={t('orders.lead')} />
      {orders.length === 0 && (
        <EmptyState
          icon="proof"
          title={t('orders.none')}
          actions={<ButtonLink href="/officer/licences">{t('licences.title')}</ButtonLink>}
        >
          <p>{t('orders.noneWords')}</p>
        </EmptyState>
      )}
      <Orders title={t('waiting.orders')} orders={proposed} />
      <Orders title={t('orders.decided')} orders={decided} />
    </div>
  )
}

function Orders({ title, orders }: { readonly title: string; readonly orders: readonly KnownOrder[] }) {
  if (orders.length === 0) return null
  return (
    <Section title={title}>
      <RowList>
        {orders.map((order) => (
          <OrderRow key={order.order} order={order} />
        ))}
      </RowList>
    </Section>
  )
}
