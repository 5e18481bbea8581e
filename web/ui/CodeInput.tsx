import { Input } from '@mantine/core'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { digitsOf } from './digits.ts'
import { FieldMessage, type FieldWords } from './Fields.tsx'
import './code-input.css'

const DIGITS = 6

interface CodeInputProps extends Omit<FieldWords, 'optional'> {
  readonly value: string
  readonly onValue: (value: string) => void
  /** Called once, when the last digit is there. */
  readonly onComplete?: (code: string) => void
}

/** A one-time password: one real input, so that paste, autofill from the message and screen readers work; boxes are paint. */
export function CodeInput({ label, hint, message, value, onValue, onComplete }: CodeInputProps) {
  const { t } = useTranslation('ui')
  const id = useId()
  const change = (text: string) => {
    const code = digitsOf(text, DIGITS)
    onValue(code)
    if (code.length === DIGITS && code !== value) onComplete?.(code)
  }
  return (
    <Input.Wrapper
      className="field"
      id={id}
      label={label}
      description={hint ?? t('code.digits', { count: DIGITS })}
      error={message !== undefined && <FieldMessage words={message} />}
      inputWrapperOrder={['label', 'description', 'error', 'input']}
    >
      <div className="code-input">
        <input
          className="code-input-real"
          id={id}
          value={value}
          inputMode="numeric"
          autoComplete="one-time-code"
          aria-invalid={message !== undefined}
          aria-describedby={`${id}-description${message === undefined ? '' : ` ${id}-error`}`}
          onChange={(event) => change(event.currentTarget.value)}
        />
        <CodeBoxes value={value} />
      </div>
    </Input.Wrapper>
  )
}

function CodeBoxes({ value }: { readonly value: string }) {
  return (
    <span className="code-input-boxes" aria-hidden>
      {Array.from({ length: DIGITS }, (_, at) => (
        <span key={at} className={at === value.length ? 'code-input-box code-input-next' : 'code-input-box'}>
          {value.at(at)}
        </span>
      ))}
    </span>
  )
}
