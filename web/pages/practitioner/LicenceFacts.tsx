import { useTranslation } from 'react-i18next'
import { toInstant } from '#kernel'
import type { publicLicenceEndpoint } from '#identity/model'
import type { Answer } from '../../app/client.ts'
import { useWords } from '../../text/use-words.ts'
import { Day, Facts, toLocalDay, When, type Fact } from '../../ui/index.ts'
import { LicenceStateMark } from '../work/LicenceStateMark.tsx'

interface LicenceProps {
  readonly licence: Answer<typeof publicLicenceEndpoint>
}

/** What the register says of a licence, with its dates. */
export function LicenceFacts({ licence }: LicenceProps) {
  const { t } = useTranslation(['practitioner', 'work'])
  const { system, qualification, practitioner, issuedAt, validUntil } = licence
  return (
    <Facts
      facts={[
        { label: t('state'), value: <LicenceStateMark licence={licence} /> },
        ...useStop(licence),
        { label: t('system'), value: t(`work:system.${system}`) },
        { label: t('qualification'), value: qualification },
        { label: t('issued'), value: <Day written={dayOf(issuedAt)} /> },
        { label: t('validUntil'), value: <Day written={lastDayOf(validUntil)} /> },
        { label: t('practitioner'), value: practitioner },
      ]}
    />
  )
}

/** On what a hold or suspension rests, and when a hold lapses. */
function useStop({ order, stoppedUntil }: LicenceProps['licence']): readonly Fact[] {
  const { t } = useTranslation('practitioner')
  const words = useWords()
  const rests = order && {
    label: t('order'),
    value: t('orderWords', { issuer: order.issuer, number: order.number, day: words.day(order.date) }),
  }
  const lapses = stoppedUntil !== null && {
    label: t('lapses'),
    value: <When at={toInstant(stoppedUntil)} />,
  }
  return [rests, lapses].filter((fact) => fact !== null && fact !== false)
}

function dayOf(at: number): string {
  return toLocalDay(toInstant(at))
}

/** The instant of the end is already too late: the last day is the one before it. */
function lastDayOf(end: number): string {
  return dayOf(end - 1)
}
