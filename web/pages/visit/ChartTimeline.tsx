import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ProblemNotice } from '../../app/ProblemNotice.tsx'
import { Button, EmptyState, RowSkeleton, Section, useShortcut } from '../../ui/index.ts'
import { Filters } from './Filters.tsx'
import { Found } from './Found.tsx'
import { firstScreenAnswer, outlineAnswer, type Outline } from './questions.ts'
import { SearchBox } from './SearchBox.tsx'
import { TimelinePart } from './TimelinePart.tsx'
import { useNear } from './use-near.ts'
import { usePrintOnce } from './use-print.ts'
import { useShown } from './use-shown.ts'
import { useTimeline } from './use-timeline.ts'

interface OfChart {
  readonly consent: string
}

/** All that the patient allowed, newest date of care first. What was not allowed does not exist here, not even as a number. */
export function ChartTimeline({ consent }: OfChart) {
  const { t } = useTranslation('visit')
  const first = useQuery(firstScreenAnswer(consent))
  const { data, error, refetch } = useQuery(outlineAnswer(consent))
  // Before the first screen has its height, the timeline stands where somebody would seem to look at it.
  if (data && first.data) return <Entries consent={consent} outline={data} />
  return (
    <Section title={t('timeline.title')}>
      {error ? <ProblemNotice error={error} onRetry={() => void refetch()} /> : <RowSkeleton rows={8} />}
    </Section>
  )
}

interface EntriesProps extends OfChart {
  readonly outline: Outline
}

/** Fetched where somebody looks, and for paper: on that, what is missing would be taken for all there is. */
function Entries({ consent, outline }: EntriesProps) {
  const { t } = useTranslation(['visit', 'common'])
  const [{ q }] = useShown()
  const [box, isNear] = useNear()
  const [isForPaper, setForPaper] = useState(false)
  const isSearched = q !== undefined
  const isEmpty = outline.total === 0
  const timeline = useTimeline(consent, outline, !isSearched && !isEmpty && (isNear || isForPaper))
  usePrintOnce(isForPaper && (isSearched || isEmpty || timeline.isSuccess), () => setForPaper(false))
  useShortcut('mod+p', t('common:print'), () => setForPaper(true))
  const print = (
    <Button kind="quiet" small icon="print" onPress={() => setForPaper(true)}>
      {t('common:print')}
    </Button>
  )
  return (
    <Section title={t('timeline.title')} action={print}>
      {isEmpty ? (
        <EmptyState icon="timeline" title={t('timeline.empty')}>
          <p>{t('timeline.emptyWords')}</p>
        </EmptyState>
      ) : (
        <>
          <SearchBox key={q ?? ''} />
          {!isSearched && <Filters outline={outline} />}
          <div ref={box}>
            {isSearched ? (
              <Found consent={consent} q={q} />
            ) : (
              <TimelinePart consent={consent} outline={outline} answer={timeline} />
            )}
          </div>
        </>
      )}
    </Section>
  )
}
