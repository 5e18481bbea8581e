import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { TextSkeleton, useWindowTitle } from '../../ui/index.ts'
import { ChartTimeline } from './ChartTimeline.tsx'
import { Closed } from './Closed.tsx'
import { FinishedNote, type Finished } from './FinishedNote.tsx'
import { FirstScreen } from './FirstScreen.tsx'
import { NotePart } from './NotePart.tsx'
import { UnknownVisit } from './UnknownVisit.tsx'
import { useIsKnown, useVisitState } from './visit-state.ts'
import './visit.css'

export function VisitPage() {
  const { consent } = useParams({ from: '/staff/visits/$consent' })
  return <OneVisit key={consent} consent={consent} />
}

/** The chart beside the note while it is open; then the note alone. */
function OneVisit({ consent }: { readonly consent: string }) {
  const { t } = useTranslation('visit')
  const state = useVisitState(consent)
  const [finished, setFinished] = useState<Finished>()
  const isKnown = useIsKnown(consent, state)
  useWindowTitle(t(isKnown === false ? 'unknown.title' : 'title'))
  if (finished) return <FinishedNote finished={finished} />
  if (isKnown === undefined) return <TextSkeleton lines={8} />
  if (!isKnown) return <UnknownVisit />
  return (
    <div className="visit">
      <div className="visit-first">
        {state.open ? <FirstScreen visit={state.visit} /> : <Closed state={state} />}
      </div>
      <NotePart key="note" consent={consent} state={state} onFinished={setFinished} />
      {state.open && (
        <div className="visit-timeline">
          <ChartTimeline consent={consent} />
        </div>
      )}
    </div>
  )
}
