import { useSuspenseQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Icon, Link, PageHeader, RowList, Section, Stack } from '../../ui/index.ts'
import { LicenceFacts } from '../practitioner/LicenceFacts.tsx'
import { Gone } from './Gone.tsx'
import { OrderForm } from './OrderForm.tsx'
import { OrderRow } from './OrderRow.tsx'
import { licencesAnswer, ordersAnswer, type KnownLicence } from './questions.ts'

/** One licence: how it stands, what can be ordered, and what was ordered. */
export function LicencePage() {
  const { practitioner } = useParams({ from: '/staff/officer/licences/$practitioner' })
  const { licences } = useSuspenseQuery(licencesAnswer(practitioner)).data
  const licence = licences.find((known) => known.practitioner === practitioner)
  return licence ? <OneLicence licence={licence} /> : <Gone />
}

function OneLicence({ licence }: { readonly licence: KnownLicence }) {
  const { t } = useTranslation('officer')
  const { practitioner } = licence
  return (
    <div className="officer-narrow">
      <PageHeader title={licence.name} back={{ href: '/officer/licences', label: t('licences.title') }} />
      <Stack gap="large">
        <LicenceFacts licence={licence} />
        <Link href={`/practitioners/${practitioner}`}>
          <Icon name="link" /> {t('licences.public')}
        </Link>
        <Section title={t('propose.title')}>
          <OrderForm key={licence.state} licence={licence} />
        </Section>
        <OrdersOn practitioner={practitioner} />
      </Stack>
    </div>
  )
}

function OrdersOn({ practitioner }: { readonly practitioner: string }) {
  const { t } = useTranslation('officer')
  const { orders } = useSuspenseQuery(ordersAnswer).data
  const its = orders.filter((order) => order.practitioner === practitioner)
  if (its.length === 0) return null
  return (
    <Section title={t('orders.title')}>
      <RowList>
        {its.map((order) => (
          <OrderRow key={order.order} order={order} />
        ))}
      </RowList>
    </Section>
  )
}
