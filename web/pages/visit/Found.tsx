import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { countWords } from '../../text/numbers.ts'
import { ProblemNotice } from '../../app/ProblemNotice.tsx'
import { EmptyState, RowSkeleton, TimelineList } from '../../ui/index.ts'
import { OpenedEntry } from './OpenedEntry.tsx'
import { searchAnswer } from './questions.ts'
import { useEntries } from './use-entries.ts'
import { useShown } from './use-shown.ts'

const NONE: readonly never[] = []

/** What a search found, and through how much it went. */
export function Found({ consent, q }: { readonly consent: string; readonly q: string }) {
  const { t } = useTranslation('visit')
  const [{ entry }, show] = useShown()
  const { data, error, refetch } = useQuery(searchAnswer(consent, q))
  const entries = useEntries(data?.lines ?? NONE)
  if (error) return <ProblemNotice error={error} onRetry={() => void refetch()} />
  if (!data) return <RowSkeleton rows={5} />
  const { searched, complete } = data
  return (
    <>
      <p className="visit-found" aria-live="polite">
        {t('search.found', { count: entries.length, q })}{' '}
        {t(complete ? 'search.searched' : 'search.searchedPart', { searched: countWords(searched) })}
      </p>
      {entries.length === 0 ? (
        <EmptyState icon="search" title={t('search.none', { q })}>
          <p>{t('search.noneWords')}</p>
        </EmptyState>
      ) : (
        <TimelineList
          entries={entries}
          opened={entry}
          onOpen={(opened) => show({ entry: opened })}
          renderOpened={({ id }) => <OpenedEntry consent={consent} entry={id} />}
        />
      )}
    </>
  )
}
