import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { noteDraftEndpoint } from '#records/model'
import type { Answer } from '../../app/client.ts'
import { LongField, Stack, useShortcut } from '../../ui/index.ts'
import { Diagnoses } from './Diagnoses.tsx'
import { DraftMark } from './DraftMark.tsx'
import type { Finished } from './FinishedNote.tsx'
import { FinishPart } from './FinishPart.tsx'
import { EMPTY_FORM, toForm, toNote, type NoteForm } from './note-form.ts'
import { useKeeper } from './use-keeper.ts'
import { VitalFields } from './VitalFields.tsx'
import type { VisitState } from './visit-state.ts'

interface NoteEditorProps {
  readonly consent: string
  readonly draft: Answer<typeof noteDraftEndpoint>
  readonly state: VisitState
  readonly onFinished: (finished: Finished) => void
  /** Takes what another page kept in the place of what is here. */
  readonly onReload: () => void
}

const LONGEST = 20_000

/** Free text first; figures and codes where somebody wants them. All of it is kept as it is typed. */
export function NoteEditor({ consent, draft, state, onFinished, onReload }: NoteEditorProps) {
  const { t } = useTranslation('visit')
  const box = useRef<HTMLDivElement>(null)
  const [form, setForm] = useState(() => (draft.note ? toForm(draft.note) : EMPTY_FORM))
  const { keeper, kept } = useKeeper(consent, draft)
  useShortcut('n', t('keys.note'), () => box.current?.querySelector('textarea')?.focus())
  const change = (changed: Partial<NoteForm>) => {
    const next = { ...form, ...changed }
    setForm(next)
    keeper.keep(toNote(next))
  }
  return (
    <div ref={box}>
      <Stack>
        <LongField
          label={t('note.text')}
          hint={t('note.textHint')}
          value={form.text}
          onValue={(text) => change({ text })}
          maxLength={LONGEST}
        />
        <VitalFields form={form} onChange={change} />
        <Diagnoses codes={form.codes} onCodes={(codes) => change({ codes: [...codes] })} />
        <FinishPart consent={consent} form={form} keeper={keeper} state={state} onFinished={onFinished}>
          <DraftMark kept={kept} keeper={keeper} consent={consent} onReload={onReload} />
        </FinishPart>
      </Stack>
    </div>
  )
}
