import { NativeSelect, PasswordInput, Textarea, TextInput } from '@mantine/core'
import type { ChangeEvent, HTMLInputAutoCompleteAttribute, HTMLInputTypeAttribute, ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Icon } from './Icon.tsx'
import type { IconName } from './icons.ts'
import './field.css'

/** What every field says: its name, how to fill it, what is wrong with what is in it, and whether it may stay empty. */
export interface FieldWords {
  readonly label: string
  readonly hint?: ReactNode
  readonly message?: string | undefined
  /** `unsaid` where what stands around the field says so already. */
  readonly optional?: boolean | 'unsaid'
}

interface FieldValue {
  readonly name?: string
  readonly value?: string
  readonly defaultValue?: string
  readonly onValue?: (value: string) => void
  /** The focus went elsewhere: what is here may be judged. */
  readonly onLeave?: () => void
}

interface TextFieldProps extends FieldWords, FieldValue {
  readonly type?: HTMLInputTypeAttribute
  readonly inputMode?: 'text' | 'numeric' | 'decimal' | 'email' | 'tel' | 'search'
  readonly autoComplete?: HTMLInputAutoCompleteAttribute
  readonly autoFocus?: boolean
  readonly maxLength?: number
  readonly short?: boolean
  readonly icon?: IconName
  /** After what is typed: a unit. */
  readonly unit?: string
}

export function TextField({ short = false, icon, unit, autoFocus, ...rest }: TextFieldProps) {
  return (
    <TextInput
      {...useField(rest)}
      className={short ? 'field field-short' : 'field'}
      leftSection={icon && <Icon name={icon} />}
      rightSection={unit}
      data-autofocus={autoFocus}
    />
  )
}

/** Grows with what is written. */
export function LongField(props: FieldWords & FieldValue & { readonly maxLength?: number }) {
  return <Textarea {...useField(props)} className="field" />
}

interface SelectFieldProps extends FieldWords, FieldValue {
  readonly options: readonly { readonly value: string; readonly label: string }[]
}

/** For more than five of a kind; for fewer, `ChoiceField` shows them all. */
export function SelectField({ options, ...rest }: SelectFieldProps) {
  return (
    <NativeSelect
      {...useField(rest)}
      className="field"
      data={options.map((option) => ({ ...option }))}
      rightSection={<Icon name="down" />}
    />
  )
}

interface PasswordFieldProps extends FieldWords, FieldValue {
  readonly autoComplete: 'current-password' | 'new-password'
}

export function PasswordField(props: PasswordFieldProps) {
  const { t } = useTranslation('ui')
  return (
    <PasswordInput
      {...useField(props)}
      className="field"
      visibilityToggleFocusable
      visibilityToggleButtonProps={{ 'aria-label': t('field.showPassword') }}
      visibilityToggleIcon={Eye}
    />
  )
}

function Eye({ reveal }: { readonly reveal: boolean }) {
  return <Icon name={reveal ? 'hide' : 'show'} />
}

interface Changed {
  readonly currentTarget: { readonly value: string }
}

/** A field's words and value as Mantine takes them; the message comes above the input, where a phone's keyboard leaves it seen. */
function useField<Props extends FieldWords & FieldValue>(props: Props) {
  const { t } = useTranslation('ui')
  const { label, hint, message, optional = false, onValue, onLeave, ...rest } = props
  return {
    ...rest,
    label: optional === true ? t('field.optional', { label }) : label,
    description: hint,
    error: message !== undefined && <FieldMessage words={message} />,
    required: optional === false,
    withAsterisk: false,
    inputWrapperOrder: ORDER,
    onBlur: onLeave,
    onChange: onValue && ((event: ChangeEvent & Changed) => onValue(event.currentTarget.value)),
  }
}

const ORDER: ('label' | 'description' | 'error' | 'input')[] = ['label', 'description', 'error', 'input']

export function FieldMessage({ words }: { readonly words: string }) {
  return (
    <>
      <Icon name="outside" />
      {words}
    </>
  )
}
