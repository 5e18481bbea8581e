import { useId, useState, type ReactNode } from 'react'
import { OpenedEntry } from './OpenedEntry.tsx'

interface OpeningProps {
  readonly consent: string
  readonly entry: string
  readonly className: string
  readonly children: ReactNode
}

/** A row that opens its entry in place. */
export function Opening({ consent, entry, className, children }: OpeningProps) {
  const id = useId()
  const [open, setOpen] = useState(false)
  return (
    <li>
      <button
        type="button"
        className={className}
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        onClick={() => setOpen(!open)}
      >
        {children}
      </button>
      {open && (
        <div className="visit-opened" id={id}>
          <OpenedEntry consent={consent} entry={entry} />
        </div>
      )}
    </li>
  )
}
