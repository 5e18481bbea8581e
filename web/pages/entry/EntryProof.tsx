import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { myDocumentEndpoint, myProofEndpoint } from '#records/model'
import { call } from '../../app/client.ts'
import { ProblemNotice } from '../../app/ProblemNotice.tsx'
import { useWords } from '../../text/use-words.ts'
import { TextSkeleton } from '../../ui/index.ts'
import { checkEntry, fitsDocument } from '../proof/entry.ts'
import { NotAnchored, ProofResult } from '../proof/ProofResult.tsx'
import { entrySteps } from '../proof/steps.ts'
import type { Whole } from './OwnEntry.tsx'

interface EntryProofProps {
  readonly entry: string
  readonly whole: Whole
}

/** The proof comes when it is asked for, and this browser computes it again; of a document, its bytes too. */
export function EntryProof({ entry, whole }: EntryProofProps) {
  const { t } = useTranslation('proof')
  const words = useWords()
  const source = whole.source ?? ''
  const asked = useQuery({
    queryKey: [myProofEndpoint.name, entry],
    queryFn: async ({ signal }) => {
      const proof = await call(myProofEndpoint, { params: { entry } }, { signal })
      const checked = checkEntry(proof, source)
      const document = whole.document && {
        ...whole.document,
        fits: await documentFits(entry, source, signal),
      }
      return { refusal: proof.refusal, checked, document }
    },
    gcTime: 0,
  })
  const retry = () => void asked.refetch()
  if (asked.error) return <ProblemNotice error={asked.error} onRetry={retry} />
  if (!asked.data) return <TextSkeleton lines={6} />
  const { checked, document, refusal } = asked.data
  if (!checked) return <NotAnchored refusal={refusal} busy={asked.isFetching} onRetry={retry} />
  return <ProofResult steps={entrySteps(checked, document, t, words)} />
}

async function documentFits(entry: string, source: string, signal: AbortSignal): Promise<boolean> {
  const file = await call(myDocumentEndpoint, { params: { entry }, query: { as: 'original' } }, { signal })
  return fitsDocument(source, new Uint8Array(await file.arrayBuffer()))
}
