import { useQuery } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { toInstant } from '#kernel'
import { receiptEndpoint } from '#consent/model'
import { ProblemNotice } from '../../app/ProblemNotice.tsx'
import { answerOptions } from '../../app/queries.ts'
import { useWords } from '../../text/use-words.ts'
import { Button, TextSkeleton, VisuallyHidden } from '../../ui/index.ts'
import { checkLook, type LookReceipt } from '../proof/look.ts'
import { NotAnchored, ProofResult } from '../proof/ProofResult.tsx'
import { lookSteps } from '../proof/steps.ts'
import type { Look } from './questions.ts'
import './looks.css'

interface CheckLookProps {
  readonly look: Look
  /** What the look was, so that the button is known from the others where its row is not seen. */
  readonly sentence: ReactNode
}

/** "Check this myself": the receipt comes, and this browser computes it again. */
export function CheckLook({ look, sentence }: CheckLookProps) {
  const { t } = useTranslation('looks')
  const words = useWords()
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button kind="quiet" small icon="proof" expanded={open} onPress={() => setOpen(!open)}>
        {t(open ? 'closeCheck' : 'check')}
        <VisuallyHidden>
          : {sentence} {words.exact(toInstant(look.at))}
        </VisuallyHidden>
      </Button>
      {open && (
        <div className="looks-check">
          <Receipt look={look} />
        </div>
      )}
    </>
  )
}

function Receipt({ look }: { readonly look: Look }) {
  const asked = useQuery({
    ...answerOptions(receiptEndpoint, { params: { look: look.look } }),
    staleTime: 0,
  })
  const retry = () => void asked.refetch()
  if (asked.error) return <ProblemNotice error={asked.error} onRetry={retry} />
  if (!asked.data) return <TextSkeleton lines={5} />
  if (asked.data.proof === null)
    return <NotAnchored refusal={asked.data.refusal} busy={asked.isFetching} onRetry={retry} />
  return <CheckedReceipt look={look} receipt={asked.data} />
}

function CheckedReceipt({ look, receipt }: { readonly look: Look; readonly receipt: LookReceipt }) {
  const { t } = useTranslation('proof')
  const words = useWords()
  return <ProofResult steps={lookSteps(checkLook(receipt, look), t, words)} />
}
