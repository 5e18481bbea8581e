import { useMemo } from 'react'
import type { LineShape } from '#records/model'
import type { TimelineEntry } from '../../ui/index.ts'
import { useTimelineEntries } from '../entry/timeline-entries.ts'

type Line = LineShape & { readonly excerpt?: string | null }

/** Lines as the timeline draws them, with the words that a search found in them. */
export function useEntries(lines: readonly Line[]): readonly TimelineEntry[] {
  const entries = useTimelineEntries(lines)
  return useMemo(() => {
    const excerpts = new Map(lines.map(({ entry, excerpt }) => [entry, excerpt]))
    return entries.map((entry) => {
      const excerpt = excerpts.get(entry.id)
      return typeof excerpt === 'string' ? { ...entry, excerpt } : entry
    })
  }, [entries, lines])
}
