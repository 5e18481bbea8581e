import { useMutation, useQueryClient } from '@tanstack/react-query'
import { systemClock } from '#kernel'
import { finishNoteEndpoint, finishVisitEndpoint, type Note } from '#records/model'
import { call } from '../../app/client.ts'
import { isProblem } from '../../app/problem.ts'
import { refresh } from '../../app/queries.ts'
import type { DraftKeeper } from './draft.ts'
import type { Finished } from './FinishedNote.tsx'
import { toNote, type NoteForm } from './note-form.ts'
import { firstScreenAnswer } from './questions.ts'
import type { VisitState } from './visit-state.ts'

interface Finishing {
  readonly form: NoteForm
  readonly print: boolean
}

/** Puts the note into the chart, then closes the chart. It is kept as a draft before, so that a failure loses nothing. */
export function useFinishing(
  consent: string,
  keeper: DraftKeeper<Note>,
  state: VisitState,
  onFinished: (finished: Finished) => void,
) {
  const queries = useQueryClient()
  return useMutation({
    async mutationFn({ form, print }: Finishing): Promise<Finished> {
      const note = toNote(form)
      const patient = queries.getQueryData(firstScreenAnswer(consent).queryKey)?.patient
      await keeper.flush()
      await call(finishNoteEndpoint, { params: { consent }, body: note })
      keeper.stop()
      if (state.open) await endVisit(consent)
      return { note, print, patient, visit: state.visit, at: systemClock.now() }
    },
    onSuccess(finished) {
      onFinished(finished)
      return refresh(queries, ['visits', 'visit'])
    },
  })
}

/** That it has ended by itself meanwhile is what was wanted. */
async function endVisit(consent: string): Promise<void> {
  try {
    await call(finishVisitEndpoint, { params: { consent } })
  } catch (error) {
    if (!isProblem(error, 'NOT_IN_FORCE') && !isProblem(error, 'NO_SUCH_CONSENT')) throw error
  }
}
