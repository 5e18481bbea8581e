import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { ProblemNotice } from '../../app/ProblemNotice.tsx'
import { EmptyState, RowSkeleton, Section } from '../../ui/index.ts'
import { Filters } from './Filters.tsx'
import { Found } from './Found.tsx'
import { firstScreenAnswer, outlineAnswer, type Outline } from './questions.ts'
import { SearchBox } from './SearchBox.tsx'
import { TimelinePart } from './TimelinePart.tsx'
import { useNear } from './use-near.ts'
import { useShown } from './use-shown.ts'

interface OfChart {
  readonly consent: string
}

/** All that the patient allowed, newest date of care first. What was not allowed does not exist here, not even as a number. */
export function ChartTimeline({ consent }: OfChart) {
  const { t } = useTranslation('visit')
  const first = useQuery(firstScreenAnswer(consent))
  const { data, error, refetch } = useQuery(outlineAnswer(consent))
  // Before the first screen has its height, the timeline stands where somebody would seem to look at it.
  const isReady = data !== undefined && first.data !== undefined
  return (
    <Section title={t('timeline.title')}>
      {error && <ProblemNotice error={error} onRetry={() => void refetch()} />}
      {isReady && <Entries consent={consent} outline={data} />}
      {!isReady && !error && <RowSkeleton rows={8} />}
    </Section>
  )
}

function Entries({ consent, outline }: OfChart & { readonly outline: Outline }) {
  const { t } = useTranslation('visit')
  const [{ q }] = useShown()
  const [box, isNear] = useNear()
  if (outline.total === 0) {
    return (
      <EmptyState icon="timeline" title={t('timeline.empty')}>
        <p>{t('timeline.emptyWords')}</p>
      </EmptyState>
    )
  }
  return (
    <>
      <SearchBox key={q ?? ''} />
      {q === undefined && <Filters outline={outline} />}
      <div ref={box}>
        {q !== undefined && <Found consent={consent} q={q} />}
        {q === undefined && isNear && <TimelinePart consent={consent} outline={outline} />}
        {q === undefined && !isNear && <RowSkeleton rows={8} />}
      </div>
    </>
  )
}
