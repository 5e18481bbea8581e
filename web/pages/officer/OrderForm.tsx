import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { proposeOrderEndpoint } from '#identity/model'
import { Form } from '../../app/Form.tsx'
import { useForm } from '../../app/form.ts'
import { useSend } from '../../app/queries.ts'
import { ChoiceField, DateField, LongField, TextField, useUndo } from '../../ui/index.ts'
import { kindsFor } from './kinds-for.ts'
import type { KnownLicence, KnownOrder } from './questions.ts'

const EMPTY = { issuer: '', number: '', date: '', text: '' }

/** Stops a licence or lets it go on: always on an order of a council or court, never on a mere wish. */
export function OrderForm({ licence }: { readonly licence: KnownLicence }) {
  const { t } = useTranslation('officer')
  const [first, ...others] = kindsFor(licence.state)
  const [kind, setKind] = useState(first)
  const { proposing, propose } = useProposing(licence)
  const form = useForm({
    start: EMPTY,
    check: ({ issuer, number, date }) => ({
      issuer: issuer.trim().length < 3 ? t('propose.issuerMissing') : undefined,
      number: number.trim() === '' ? t('propose.numberMissing') : undefined,
      date: date === '' ? t('propose.dateMissing') : undefined,
    }),
    send: (order) => propose(kind, order),
  })
  return (
    <Form
      onSubmit={form.submit}
      action={t(`propose.action.${kind}`)}
      busy={proposing.isPending}
      error={proposing.error}
    >
      <ChoiceField
        label={t('propose.kind')}
        value={kind}
        onValue={setKind}
        options={[first, ...others].map((value) => ({
          value,
          label: t(`propose.${value}`),
          detail: t(`order.effect.${value}`),
        }))}
      />
      <TextField
        {...form.field('issuer')}
        label={t('propose.issuer')}
        hint={t('propose.issuerHint')}
        maxLength={120}
      />
      <TextField {...form.field('number')} label={t('propose.number')} maxLength={60} short />
      <DateField
        label={t('propose.date')}
        message={form.messageFor('date')}
        onValue={(day) => form.set('date', day ?? '')}
      />
      <LongField
        {...form.field('text')}
        label={t('propose.text')}
        hint={t('propose.textHint')}
        maxLength={2000}
        optional
      />
    </Form>
  )
}

function useProposing({ practitioner, name }: KnownLicence) {
  const { t } = useTranslation('officer')
  const say = useUndo()
  const proposing = useSend(proposeOrderEndpoint, ['licence'])
  const propose = (kind: KnownOrder['kind'], order: typeof EMPTY) =>
    proposing.mutate(
      { params: { practitioner }, body: { kind, order } },
      { onSuccess: ({ state }) => say(t(`propose.done.${state}`, { name })) },
    )
  return { proposing, propose }
}
