import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { ProblemNotice } from '../../app/ProblemNotice.tsx'
import { countWords } from '../../text/numbers.ts'
import { Button, EmptyState, RowSkeleton, TimelineList } from '../../ui/index.ts'
import { toFilter, totalOf, yearsIn } from './filter.ts'
import { OpenedEntry } from './OpenedEntry.tsx'
import type { Outline } from './questions.ts'
import { useEntries } from './use-entries.ts'
import { useShown } from './use-shown.ts'
import type { TimelineAnswer } from './use-timeline.ts'

interface TimelinePartProps {
  readonly consent: string
  readonly outline: Outline
  readonly answer: TimelineAnswer
}

/** Fetched in parts, as it is scrolled: what nobody scrolls to, nobody looked at. */
export function TimelinePart({ consent, outline, answer }: TimelinePartProps) {
  const [shown, show] = useShown()
  const filter = toFilter(shown, outline)
  const { data, error, hasNextPage, isFetching, fetchNextPage, refetch } = answer
  const lines = useMemo(() => data?.pages.flatMap((page) => page.lines) ?? [], [data])
  const entries = useEntries(lines)
  const onPaper = <OnPaper part={entries.length} whole={outline.total} />
  if (!data) {
    if (error) return <ProblemNotice error={error} onRetry={() => void refetch()} />
    return (
      <>
        {onPaper}
        <RowSkeleton rows={8} />
      </>
    )
  }
  if (entries.length === 0) return <Nothing />
  return (
    <>
      {onPaper}
      <TimelineList
        entries={entries}
        opened={shown.entry}
        onOpen={(entry) => show({ entry })}
        renderOpened={({ id }) => <OpenedEntry consent={consent} entry={id} />}
        rest={{
          total: totalOf(filter, outline),
          years: yearsIn(outline),
          onYear: (year) => show({ year: Number(year) }),
          onMore: () => hasNextPage && !isFetching && !error && void fetchNextPage(),
        }}
      />
      {error && <ProblemNotice error={error} onRetry={() => void fetchNextPage()} />}
    </>
  )
}

/** A sheet that has a part of the chart says so. */
function OnPaper({ part, whole }: { readonly part: number; readonly whole: number }) {
  const { t } = useTranslation('visit')
  if (part === whole) return null
  return (
    <p className="visit-found print-only">
      {t('timeline.onPaper', { part: countWords(part), whole: countWords(whole) })}
    </p>
  )
}

function Nothing() {
  const { t } = useTranslation('visit')
  const [, show] = useShown()
  return (
    <EmptyState
      icon="timeline"
      title={t('timeline.none')}
      actions={
        <Button onPress={() => show({ kinds: undefined, place: undefined, year: undefined })}>
          {t('timeline.all')}
        </Button>
      }
    >
      <p>{t('timeline.noneWords')}</p>
    </EmptyState>
  )
}
