import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Note } from '#records/model'
import { ProblemNotice } from '../../app/ProblemNotice.tsx'
import { Button, ButtonRow, Problem, useShortcut } from '../../ui/index.ts'
import type { DraftKeeper } from './draft.ts'
import type { Finished } from './FinishedNote.tsx'
import { isEmptyNote, wrongVitals, type NoteForm } from './note-form.ts'
import { useFinishing } from './use-finishing.ts'
import type { VisitState } from './visit-state.ts'

interface FinishPartProps {
  readonly consent: string
  readonly form: NoteForm
  readonly keeper: DraftKeeper<Note>
  readonly state: VisitState
  readonly onFinished: (finished: Finished) => void
  /** Whether what is written is kept: it stands where nobody scrolls past it. */
  readonly children: ReactNode
}

/** One key: the note joins the chart, the chart is closed, the paper is printed. */
export function FinishPart({ consent, form, keeper, state, onFinished, children }: FinishPartProps) {
  const { t } = useTranslation('visit')
  const [tried, setTried] = useState(false)
  const finishing = useFinishing(consent, keeper, state, onFinished)
  const isEmpty = isEmptyNote(form)
  const isWrong = wrongVitals(form).length > 0
  const finish = (print: boolean) => {
    setTried(true)
    if (!isEmpty && !isWrong && !finishing.isPending) finishing.mutate({ form, print })
  }
  useShortcut('mod+Enter', t('finish.print'), () => finish(true))
  return (
    <div className="note-finish">
      {children}
      {tried && isWrong && <Problem happened={t('finish.wrong')} todo={t('finish.wrongTodo')} />}
      {finishing.error && <ProblemNotice error={finishing.error} />}
      <ButtonRow>
        <Button kind="main" icon="print" busy={finishing.isPending} onPress={() => finish(true)}>
          {t('finish.print')}
        </Button>
        {!isEmpty && <Button onPress={() => finish(false)}>{t('finish.only')}</Button>}
      </ButtonRow>
      <p className="note-what">
        {isEmpty ? t('finish.empty') : t(state.open ? 'finish.whatOpen' : 'finish.whatClosed')}
      </p>
    </div>
  )
}
