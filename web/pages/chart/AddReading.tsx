import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { systemClock } from '#kernel'
import { addReadingEndpoint, READINGS } from '#records/model'
import { Form } from '../../app/Form.tsx'
import { useForm } from '../../app/form.ts'
import { useSend } from '../../app/queries.ts'
import { SelectField, Stack, TextField, useUndo } from '../../ui/index.ts'
import { toReading, UNITS, type ReadingName } from './reading.ts'

/** One reading, taken now. */
export function AddReading() {
  const { t } = useTranslation('chart')
  const [reading, setReading] = useState<ReadingName>('blood-pressure')
  return (
    <Stack>
      <SelectField
        label={t('add.what')}
        options={READINGS.map((name) => ({ value: name, label: t(`add.readings.${name}`) }))}
        value={reading}
        onValue={(value) => setReading(READINGS.find((name) => name === value) ?? reading)}
      />
      <Figures key={reading} reading={reading} />
    </Stack>
  )
}

function Figures({ reading }: { readonly reading: ReadingName }) {
  const { t } = useTranslation(['chart', 'common'])
  const say = useUndo()
  const sending = useSend(addReadingEndpoint)
  const [round, setRound] = useState(0)
  const isPair = reading === 'blood-pressure'
  const saved = () => {
    say(t('add.saved'))
    setRound(round + 1)
  }
  return (
    <FigureForm
      key={round}
      reading={reading}
      isPair={isPair}
      busy={sending.isPending}
      error={sending.error}
      onSend={(body) => sending.mutate({ body }, { onSuccess: saved })}
    />
  )
}

interface FigureFormProps {
  readonly reading: ReadingName
  readonly isPair: boolean
  readonly busy: boolean
  readonly error: unknown
  readonly onSend: (body: NonNullable<ReturnType<typeof toReading>>) => void
}

function FigureForm({ reading, isPair, busy, error, onSend }: FigureFormProps) {
  const { t } = useTranslation(['chart', 'common'])
  const bodyOf = (values: { readonly value: string; readonly second: string }) =>
    toReading({ reading, ...values, takenAt: systemClock.now() })
  const form = useForm({
    start: { value: '', second: '' },
    check: (values) => ({
      value: bodyOf({ ...values, second: '1' }) ? undefined : t('add.figure'),
      second: !isPair || bodyOf({ ...values, value: '1' }) ? undefined : t('add.figure'),
    }),
    send: (values) => {
      const body = bodyOf(values)
      if (body) onSend(body)
    },
  })
  return (
    <Form onSubmit={form.submit} action={t('common:save')} busy={busy} error={error}>
      <div className="add-figures">
        <TextField
          {...form.field('value')}
          label={t(isPair ? 'add.upper' : `add.readings.${reading}`)}
          unit={UNITS[reading]}
          inputMode="decimal"
          short
        />
        {isPair && (
          <TextField
            {...form.field('second')}
            label={t('add.lower')}
            unit={UNITS[reading]}
            inputMode="decimal"
            short
          />
        )}
      </div>
    </Form>
  )
}
