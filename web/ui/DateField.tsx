import { TextInput } from '@mantine/core'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { toDay, toTypedDay, type TypedDay } from './day.ts'
import { FieldMessage, type FieldWords } from './Fields.tsx'
import './field.css'

interface DateFieldProps extends FieldWords {
  /** `2026-03-27`; what is typed stays where it is no day yet. */
  readonly defaultValue?: string
  readonly onValue: (day: string | undefined) => void
  readonly birthday?: boolean
}

const PARTS = ['day', 'month', 'year'] as const

/** Three numbers, as people know their dates (GOV.UK and NHS design systems, date input): no calendar to page through. */
export function DateField({
  label,
  hint,
  message,
  optional = false,
  birthday = false,
  ...value
}: DateFieldProps) {
  const { t } = useTranslation('ui')
  const ids = useId()
  const [typed, setTyped] = useState(() => toTypedDay(value.defaultValue ?? ''))
  const change = (part: keyof TypedDay, text: string) => {
    const next = { ...typed, [part]: text }
    setTyped(next)
    value.onValue(toDay(next))
  }
  return (
    <fieldset className="field-set field" aria-describedby={`${ids}hint ${ids}message`}>
      <legend className="field-legend">{optional === true ? t('field.optional', { label }) : label}</legend>
      <div className="mantine-InputWrapper-description" id={`${ids}hint`}>
        {hint ?? t(birthday ? 'field.birthdayExample' : 'field.dayExample')}
      </div>
      <div className="mantine-InputWrapper-error" id={`${ids}message`}>
        {message !== undefined && <FieldMessage words={message} />}
      </div>
      <div className="field-day">
        {PARTS.map((part) => (
          <TextInput
            key={part}
            className="field field-day-part"
            label={t(`field.${part}`)}
            value={typed[part]}
            error={message !== undefined}
            inputMode="numeric"
            maxLength={part === 'year' ? 4 : 2}
            autoComplete={birthday ? `bday-${part}` : 'off'}
            onChange={(event) => change(part, event.currentTarget.value)}
          />
        ))}
      </div>
    </fieldset>
  )
}
