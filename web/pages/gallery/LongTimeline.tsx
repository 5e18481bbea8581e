import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { PageHeader, PersonBadge, Shell, TimelineList } from '../../ui/index.ts'
import { useEntries } from './entries.ts'
import { manySamples } from './samples.ts'

const MANY = manySamples(10_000)

/** Ten thousand entries, to scroll through and to measure. */
export function LongTimeline() {
  const { t } = useTranslation('gallery')
  const [opened, setOpened] = useState<string>()
  return (
    <Shell whose={<PersonBadge name={t('patient')} size="small" />}>
      <PageHeader title={t('many')} back={{ href: '/dev/gallery', label: t('home') }} />
      <TimelineList
        entries={useEntries(MANY)}
        opened={opened}
        onOpen={setOpened}
        renderOpened={() => <p>{t('opened')}</p>}
      />
    </Shell>
  )
}
