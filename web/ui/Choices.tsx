import { Checkbox, Radio } from '@mantine/core'
import { useId, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { FieldMessage, type FieldWords } from './Fields.tsx'
import './field.css'

export interface Choice<Value extends string = string> {
  readonly value: Value
  readonly label: ReactNode
  readonly detail?: ReactNode
}

interface ChoiceFieldProps<Value extends string> extends FieldWords {
  readonly options: readonly Choice<Value>[]
  readonly value: Value | undefined
  readonly onValue: (value: Value) => void
}

/** All of the few answers, one of which is true. */
export function ChoiceField<Value extends string>(props: ChoiceFieldProps<Value>) {
  const { label, hint, message, optional = false, options, value, onValue } = props
  const { t } = useTranslation('ui')
  return (
    <Radio.Group
      className="field"
      label={optional === true ? t('field.optional', { label }) : label}
      description={hint}
      error={message !== undefined && <FieldMessage words={message} />}
      inputWrapperOrder={['label', 'description', 'error', 'input']}
      value={value ?? null}
      onChange={(chosen) =>
        options.filter((option) => option.value === chosen).forEach((option) => onValue(option.value))
      }
    >
      <div className="field-choices">
        {options.map((option) => (
          <Radio
            key={option.value}
            className="field-choice"
            value={option.value}
            label={<ChoiceWords {...option} />}
          />
        ))}
      </div>
    </Radio.Group>
  )
}

interface TickProps {
  readonly label: ReactNode
  readonly detail?: ReactNode
  readonly checked: boolean
  readonly some?: boolean
  readonly onChecked: (checked: boolean) => void
}

interface TickListProps extends Pick<FieldWords, 'hint' | 'message'> {
  readonly label: string
  readonly children: ReactNode
}

/** Several of which any may be true. */
export function TickList({ label, hint, message, children }: TickListProps) {
  const id = useId()
  return (
    <fieldset className="field-set field" aria-describedby={`${id}hint ${id}message`}>
      <legend className="field-legend">{label}</legend>
      <div className="mantine-InputWrapper-description" id={`${id}hint`}>
        {hint}
      </div>
      <div className="mantine-InputWrapper-error" id={`${id}message`}>
        {message !== undefined && <FieldMessage words={message} />}
      </div>
      <div className="field-choices">{children}</div>
    </fieldset>
  )
}

/** Yes or no to one thing. `some` where it stands for several of which a part is ticked. */
export function Tick({ label, detail, checked, some = false, onChecked }: TickProps) {
  return (
    <Checkbox
      className="field-choice"
      label={<ChoiceWords label={label} detail={detail} />}
      checked={checked}
      indeterminate={some}
      onChange={(event) => onChecked(event.currentTarget.checked)}
    />
  )
}

function ChoiceWords({ label, detail }: Pick<Choice, 'label' | 'detail'>) {
  return (
    <>
      {label}
      {detail !== undefined && <small className="row-detail">{detail}</small>}
    </>
  )
}
