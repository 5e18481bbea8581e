import { VisuallyHidden } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Icon } from './Icon.tsx'
import './proof-step.css'

export interface ProofStep {
  readonly id: string
  /** The claim: "Nothing was altered". */
  readonly claim: string
  readonly state: 'waiting' | 'checking' | 'true' | 'false'
  /** What was checked, or what was found. */
  readonly detail?: string
}

const STEP_ICONS = { waiting: 'waiting', checking: 'waiting', true: 'granted', false: 'denied' } as const

/** Claims that turn true one after the other, each said aloud as it does. */
export function ProofSteps({ steps }: { readonly steps: readonly ProofStep[] }) {
  const { t } = useTranslation('ui')
  return (
    <ol aria-live="polite">
      {steps.map(({ id, claim, state, detail }) => (
        <li key={id} className="proof-step" data-state={state}>
          <Icon name={STEP_ICONS[state]} />
          <span className="proof-step-words">
            {claim}
            <VisuallyHidden>: {t(`proof.${state}`)}</VisuallyHidden>
            {detail !== undefined && <small className="proof-step-detail">{detail}</small>}
          </span>
        </li>
      ))}
    </ol>
  )
}
