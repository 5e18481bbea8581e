import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ProblemNotice } from '../../app/ProblemNotice.tsx'
import { Button, ButtonRow, Confirm } from '../../ui/index.ts'
import { ReasonForm } from '../work/ReasonForm.tsx'

export type Decided =
  { readonly decision: 'approve' } | { readonly decision: 'refuse'; readonly reason: string }

interface DecisionProps {
  /** The verb on the button, and what happens then. */
  readonly approve: string
  readonly effect: string
  readonly busy: boolean
  readonly error: unknown
  readonly onDecide: (decided: Decided) => void
}

/** Approve, or refuse with a reason that the applicant reads. */
export function Decision({ approve, effect, busy, error, onDecide }: DecisionProps) {
  const { t } = useTranslation('officer')
  const [step, setStep] = useState<'choosing' | 'approving' | 'refusing'>('choosing')
  const choose = () => setStep('choosing')
  if (step === 'refusing') {
    return (
      <ReasonForm
        label={t('decision.reason')}
        hint={t('decision.reasonHint')}
        action={t('decision.refuse')}
        busy={busy}
        error={error}
        onReason={(reason) => onDecide({ decision: 'refuse', reason })}
        onCancel={choose}
      />
    )
  }
  return (
    <>
      {error !== null && <ProblemNotice error={error} />}
      <ButtonRow equal>
        <Button kind="main" busy={busy} onPress={() => setStep('approving')}>
          {approve}
        </Button>
        <Button onPress={() => setStep('refusing')}>{t('decision.refuse')}</Button>
      </ButtonRow>
      <Confirm
        open={step === 'approving'}
        title={approve}
        action={approve}
        onClose={choose}
        onConfirm={() => {
          choose()
          onDecide({ decision: 'approve' })
        }}
      >
        <p>{effect}</p>
      </Confirm>
    </>
  )
}
