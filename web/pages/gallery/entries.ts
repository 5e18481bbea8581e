import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { TimelineEntry } from '../../ui/index.ts'
import type { TIMELINE } from './samples.ts'

/** The samples in the words of the page. */
export function useEntries(samples: typeof TIMELINE): readonly TimelineEntry[] {
  const { t } = useTranslation('gallery')
  return useMemo(
    () =>
      samples.map(({ what, inVisit, ...sample }) => ({
        ...sample,
        what: t(what),
        where: t('hospital'),
        ...(inVisit && { visit: { id: sample.on, name: t('visit') } }),
      })),
    [samples, t],
  )
}
