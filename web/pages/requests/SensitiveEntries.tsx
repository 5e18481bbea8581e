import { useTranslation } from 'react-i18next'
import { Icon } from '../../ui/index.ts'
import type { OpenedEntry, Switched } from './choice.ts'
import { EntryTicks } from './EntryTicks.tsx'

interface SensitiveEntriesProps {
  readonly entries: readonly OpenedEntry[]
  readonly switched: Switched
  readonly onFlip: (entries: readonly OpenedEntry[], on: boolean) => void
}

/** First and off: nobody has to look for what they would not want to be seen. */
export function SensitiveEntries({ entries, switched, onFlip }: SensitiveEntriesProps) {
  const { t } = useTranslation('requests')
  return (
    <section className="request-sensitive" aria-label={t('sheet.sensitive')}>
      <h2>
        <Icon name="locked" />
        {t('sheet.sensitive')}
      </h2>
      <p className="quiet">{t('sheet.sensitiveWords')}</p>
      <EntryTicks entries={entries} switched={switched} onFlip={onFlip} />
    </section>
  )
}
