import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { ProblemNotice } from '../../app/ProblemNotice.tsx'
import { TextSkeleton } from '../../ui/index.ts'
import type { Finished } from './FinishedNote.tsx'
import { NoteEditor } from './NoteEditor.tsx'
import { draftAnswer } from './questions.ts'
import type { VisitState } from './visit-state.ts'
import './note.css'

interface NotePartProps {
  readonly consent: string
  readonly state: VisitState
  readonly onFinished: (finished: Finished) => void
}

/** Always open beside the chart, and still there when the chart is not. */
export function NotePart({ consent, state, onFinished }: NotePartProps) {
  const { t } = useTranslation('visit')
  const { data, error, refetch } = useQuery(draftAnswer(consent))
  return (
    <aside className="note-part screen-only" aria-labelledby="note">
      <h2 id="note">{t('note.title')}</h2>
      {error && <ProblemNotice error={error} onRetry={() => void refetch()} />}
      {data && (
        <NoteEditor
          key={data.version}
          consent={consent}
          draft={data}
          state={state}
          onFinished={onFinished}
          onReload={() => void refetch()}
        />
      )}
      {!data && !error && <TextSkeleton lines={8} />}
    </aside>
  )
}
