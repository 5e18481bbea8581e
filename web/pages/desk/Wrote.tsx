import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ownTimelineEndpoint } from '#records/model'
import { call } from '../../app/client.ts'
import { ProblemNotice } from '../../app/ProblemNotice.tsx'
import { Button, EmptyState, Notice, RowList, RowSkeleton, Stack } from '../../ui/index.ts'
import type { OfPatient } from './questions.ts'
import { WroteRow } from './WroteRow.tsx'

/** What this organisation itself wrote. Each time is a look, so it is not opened by the way. */
export function Wrote(of: OfPatient) {
  const { t } = useTranslation('desk')
  const [open, setOpen] = useState(false)
  if (open) return <Lines {...of} />
  return (
    <Stack>
      <Notice title={t('wrote.isLook')}>
        <p>{t('wrote.only')}</p>
      </Notice>
      <Button kind="main" icon="look" onPress={() => setOpen(true)}>
        {t('wrote.show')}
      </Button>
    </Stack>
  )
}

function Lines(of: OfPatient) {
  const { t } = useTranslation('desk')
  const { lines, asked } = useLines(of)
  const [opened, setOpened] = useState<string>()
  if (asked.isPending) return <RowSkeleton rows={5} />
  if (asked.error) return <ProblemNotice error={asked.error} onRetry={() => void asked.refetch()} />
  if (lines.length === 0) return <EmptyState icon="timeline" title={t('wrote.none')} />
  return (
    <Stack>
      <RowList label={t('views.wrote')}>
        {lines.map((line) => (
          <WroteRow
            key={line.entry}
            {...of}
            line={line}
            isOpen={line.entry === opened}
            onOpen={() => setOpened(line.entry === opened ? undefined : line.entry)}
          />
        ))}
      </RowList>
      {asked.hasNextPage && (
        <Button busy={asked.isFetchingNextPage} onPress={() => void asked.fetchNextPage()}>
          {t('wrote.more')}
        </Button>
      )}
    </Stack>
  )
}

function useLines({ organisation, patient: { person } }: OfPatient) {
  const start: string | undefined = undefined
  const asked = useInfiniteQuery({
    queryKey: [ownTimelineEndpoint.name, organisation, person],
    queryFn: ({ pageParam: after, signal }) =>
      call(
        ownTimelineEndpoint,
        { params: { organisation, person }, query: after === undefined ? {} : { after } },
        { signal },
      ),
    initialPageParam: start,
    getNextPageParam: ({ next }: { readonly next: string | null }): string | undefined => next ?? undefined,
    meta: { subjects: ['staff'], isLook: true },
  })
  return { asked, lines: asked.data?.pages.flatMap(({ lines }) => lines) ?? [] }
}
