import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button, TextField } from '../../ui/index.ts'
import { VITALS, wrongVitals, type NoteForm, type Vital } from './note-form.ts'

interface VitalFieldsProps {
  readonly form: NoteForm
  readonly onChange: (changed: Partial<NoteForm>) => void
}

const UNITS: Readonly<Record<Exclude<Vital, 'temperature'>, string>> = {
  systolic: 'mmHg',
  diastolic: 'mmHg',
  pulse: '/min',
  oxygen: '%',
  weight: 'kg',
}
const DEGREES = { Cel: '°C', '[degF]': '°F' } as const

/** Six figures, none of them required. What cannot be is said once the field is left, not while it is typed. */
export function VitalFields({ form, onChange }: VitalFieldsProps) {
  const { t } = useTranslation(['visit', 'ui'])
  const [left, setLeft] = useState<ReadonlySet<Vital>>(new Set())
  const wrong = wrongVitals(form)
  return (
    <fieldset className="field-set note-vitals">
      <legend className="field-legend">{t('ui:field.optional', { label: t('vitalSigns') })}</legend>
      {VITALS.map((vital) => (
        <TextField
          key={vital}
          label={t(`vital.${vital}`)}
          value={form.vitals[vital]}
          onValue={(typed) => onChange({ vitals: { ...form.vitals, [vital]: typed } })}
          onLeave={() => setLeft(new Set([...left, vital]))}
          unit={vital === 'temperature' ? DEGREES[form.degrees] : UNITS[vital]}
          message={left.has(vital) && wrong.includes(vital) ? t('vital.wrong') : undefined}
          inputMode="decimal"
          autoComplete="off"
          maxLength={6}
          optional="unsaid"
        />
      ))}
      <Degrees form={form} onChange={onChange} />
    </fieldset>
  )
}

function Degrees({ form: { degrees }, onChange }: VitalFieldsProps) {
  const { t } = useTranslation('visit')
  const other = degrees === 'Cel' ? '[degF]' : 'Cel'
  return (
    <Button kind="quiet" small onPress={() => onChange({ degrees: other })}>
      {t('vital.useDegrees', { degrees: DEGREES[other] })}
    </Button>
  )
}
