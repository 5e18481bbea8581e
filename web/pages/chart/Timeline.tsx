import { useSuspenseInfiniteQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useEffect, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { Button, EmptyState, TimelineList, type TimelineRest } from '../../ui/index.ts'
import { OwnEntry } from '../entry/OwnEntry.tsx'
import { usePlainWords } from '../entry/plain.ts'
import { useTimelineEntries } from '../entry/timeline-entries.ts'
import { useChoose, type Outline } from './ChartFilters.tsx'
import { countOf, filterOf, yearsIn, type ChartFilter } from './filter.ts'
import { timelinePages } from './questions.ts'

/** The chart on its spine of years; an entry opens where it stands. */
export function Timeline({ outline }: { readonly outline: Outline }) {
  const search = useSearch({ from: '/frame/chart' })
  const filter = filterOf(search)
  const { lines, isAll } = useLines(filter)
  // It is the patient who reads here: with what the shorthand of tests means.
  const entries = useTimelineEntries(lines, usePlainWords())
  const navigate = useNavigate({ from: '/chart' })
  const open = (entry: string | undefined) =>
    void navigate({ search: (before) => ({ ...before, entry }), replace: true, resetScroll: false })
  const rest = useRest(outline, filter, lines.length, isAll)
  if (entries.length === 0) return <NothingLikeIt />
  return (
    <TimelineList
      entries={entries}
      opened={search.entry}
      onOpen={open}
      renderOpened={({ id }) => <OwnEntry entry={id} />}
      {...(rest && { rest })}
    />
  )
}

/** The first screen comes with the page, the rest by itself: one's own chart may be read ahead, for it is no look. */
function useLines(filter: ChartFilter) {
  const { data, hasNextPage, isFetching, isError, fetchNextPage } = useSuspenseInfiniteQuery(
    timelinePages(filter),
  )
  useEffect(() => {
    if (hasNextPage && !isFetching && !isError) void fetchNextPage()
  }, [hasNextPage, isFetching, isError, fetchNextPage])
  const lines = useMemo(() => data.pages.flatMap((page) => page.lines), [data])
  return { lines, isAll: !hasNextPage }
}

/** While part of it is still to come: how much there will be, and the years to go to. */
function useRest(
  { counts }: Outline,
  filter: ChartFilter,
  here: number,
  isAll: boolean,
): TimelineRest | undefined {
  const choose = useChoose()
  if (isAll) return undefined
  return {
    total: Math.max(here, filter.place === undefined ? countOf(counts, filter) : 0),
    years: yearsIn(counts.filter(({ kind }) => filter.kind.includes(kind))).map(String),
    onYear: (year) => choose({ year: Number(year) }),
    onMore: () => {},
  }
}

function NothingLikeIt() {
  const { t } = useTranslation('chart')
  const choose = useChoose()
  return (
    <EmptyState
      icon="search"
      title={t('nothing')}
      actions={
        <Button onPress={() => choose({ kind: undefined, place: undefined, year: undefined })}>
          {t('showAll')}
        </Button>
      }
    >
      <p>{t('nothingWords')}</p>
    </EmptyState>
  )
}
