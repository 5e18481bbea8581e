import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { strikeEndpoint } from '#records/model'
import { call } from '../../app/client.ts'
import { Form } from '../../app/Form.tsx'
import { refresh } from '../../app/queries.ts'
import { Button, ChoiceField, LongField, useUndo } from '../../ui/index.ts'
import { useKept } from './kept.ts'
import type { OfEntry } from './OpenedEntry.tsx'
import type { Patient } from './questions.ts'
import { RightPatient } from './RightPatient.tsx'

const SHORTEST = 3
const LONGEST = 500

/** Entered in error: struck through, never erased; and where it was the wrong patient's, added to the right one's chart. */
export function StrikeForm({ onDone, ...of }: OfEntry & { readonly onDone: () => void }) {
  const { t } = useTranslation(['desk', 'common', 'work'])
  const [where, setWhere] = useState<'nowhere' | 'other'>('nowhere')
  const [right, setRight] = useState<Patient>()
  const [tried, setTried] = useState(false)
  const kept = useKept(`strike.${of.entry}`, { reason: '' })
  const reason = kept.values.reason.trim()
  const to = where === 'other' ? right : undefined
  const striking = useStriking(of, () => {
    kept.clear()
    onDone()
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (reason.length >= SHORTEST && (where === 'nowhere' || to)) striking.mutate({ reason, to })
  }
  return (
    <Form
      onSubmit={submit}
      action={t(where === 'other' ? 'strike.move' : 'strike.confirm')}
      busy={striking.isPending}
      error={striking.error}
      beside={<Button onPress={onDone}>{t('common:cancel')}</Button>}
    >
      <LongField
        label={t('strike.reason')}
        hint={t('strike.reasonHint')}
        message={tried && reason.length < SHORTEST ? t('work:reason.missing') : undefined}
        value={kept.values.reason}
        onValue={(text) => kept.set('reason', text)}
        maxLength={LONGEST}
      />
      <ChoiceField
        label={t('strike.whose')}
        options={[
          { value: 'nowhere', label: t('strike.nowhere') },
          { value: 'other', label: t('strike.other') },
        ]}
        value={where}
        onValue={setWhere}
      />
      {where === 'other' && (
        <RightPatient {...of} right={right} isMissing={tried && !right} onRight={setRight} />
      )}
    </Form>
  )
}

interface Striking {
  readonly reason: string
  readonly to: Patient | undefined
}

function useStriking({ organisation, patient, entry }: OfEntry, onDone: () => void) {
  const { t } = useTranslation('desk')
  const say = useUndo()
  const queries = useQueryClient()
  const params = { organisation, person: patient.person, entry }
  return useMutation({
    mutationFn: ({ reason, to }: Striking) =>
      call(strikeEndpoint, { params, body: { reason, to: to?.person ?? null } }),
    // Said before the list is read again, which shows the later version in the place of this one.
    async onSuccess({ told }, { to }) {
      say(to ? t('strike.moved', { name: to.name, count: told }) : t('strike.done', { count: told }))
      onDone()
      await refresh(queries, ['staff'])
    },
  })
}
