import { useQuery } from '@tanstack/react-query'
import { visitDocumentEndpoint } from '#records/model'
import { addressOf } from '../../app/client.ts'
import { ProblemNotice } from '../../app/ProblemNotice.tsx'
import { TextSkeleton } from '../../ui/index.ts'
import { WholeEntry } from '../work/WholeEntry.tsx'
import { entryAnswer } from './questions.ts'

interface OpenedEntryProps {
  readonly consent: string
  readonly entry: string
}

/** The whole of an entry, in place; opening it is a look. */
export function OpenedEntry({ consent, entry }: OpenedEntryProps) {
  const { data, error, refetch } = useQuery(entryAnswer(consent, entry))
  const params = { consent, entry }
  if (error) return <ProblemNotice error={error} onRetry={() => void refetch()} />
  if (!data) return <TextSkeleton lines={5} />
  return (
    <WholeEntry
      whole={data}
      documentAddress={(as) => addressOf(visitDocumentEndpoint, { params, query: { as } })}
    />
  )
}
