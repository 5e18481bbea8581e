import { Icon } from './Icon.tsx'
import './pill.css'

interface PillSelectProps {
  readonly label: string
  /** What is chosen where nothing is. */
  readonly all: string
  readonly options: readonly { readonly value: string; readonly label: string }[]
  readonly value: string | undefined
  readonly onValue: (value: string | undefined) => void
}

/** One of several narrowings in a row: small, and lit while it narrows. */
export function PillSelect({ label, all, options, value, onValue }: PillSelectProps) {
  return (
    <span className="pill" data-chosen={value !== undefined || undefined}>
      <select
        aria-label={label}
        value={value ?? ''}
        onChange={({ currentTarget }) =>
          onValue(currentTarget.value === '' ? undefined : currentTarget.value)
        }
      >
        <option value="">{all}</option>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
      <Icon name="down" />
    </span>
  )
}
