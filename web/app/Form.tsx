import type { FormEvent, ReactNode } from 'react'
import { Button, ButtonRow, Stack } from '../ui/index.ts'
import { ProblemNotice } from './ProblemNotice.tsx'

interface FormProps {
  readonly onSubmit: (event: FormEvent<HTMLFormElement>) => void
  /** The verb on its button. */
  readonly action: string
  readonly busy?: boolean
  /** Why it came to nothing, where it did. */
  readonly error?: unknown
  /** Beside the button. */
  readonly beside?: ReactNode
  readonly children: ReactNode
}

/** Fields, what went wrong, and the button that sends them. Messages are ours, in the language of the page. */
export function Form({ onSubmit, action, busy = false, error = null, beside, children }: FormProps) {
  return (
    <form noValidate onSubmit={onSubmit}>
      <Stack>
        {children}
        {error !== null && <ProblemNotice error={error} />}
        <ButtonRow>
          <Button kind="main" submits busy={busy}>
            {action}
          </Button>
          {beside}
        </ButtonRow>
      </Stack>
    </form>
  )
}
