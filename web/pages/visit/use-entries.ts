import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { LineShape } from '#records/model'
import { useNow, type TimelineEntry } from '../../ui/index.ts'
import { toTimelineEntry } from '../work/timeline-entry.ts'

type Line = LineShape & { readonly excerpt?: string | null }

/** Lines as the timeline draws them. */
export function useEntries(lines: readonly Line[]): readonly TimelineEntry[] {
  const { t } = useTranslation('ui')
  const now = useNow()
  return useMemo(
    () =>
      lines.map((line) => ({
        ...toTimelineEntry(line, t(`kind.${line.kind}`), now),
        ...(typeof line.excerpt === 'string' && { excerpt: line.excerpt }),
      })),
    [lines, now, t],
  )
}
