import { useQueries, useQuery } from '@tanstack/react-query'
import { useId, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { visitDocumentEndpoint, type visitEntryEndpoint } from '#records/model'
import { addressOf, type Answer } from '../../app/client.ts'
import { ProblemNotice } from '../../app/ProblemNotice.tsx'
import { TextSkeleton } from '../../ui/index.ts'
import { relatedOf, resultLinks } from '../entry/related.ts'
import { WholeEntry } from '../work/WholeEntry.tsx'
import { entryAnswer } from './questions.ts'
import { referenceWords } from './reference-words.ts'

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

interface OpenedEntryProps {
  readonly consent: string
  readonly entry: string
}

/** The whole of an entry, in place; opening it is a look. */
export function OpenedEntry({ consent, entry }: OpenedEntryProps) {
  const { data, error, refetch } = useQuery(entryAnswer(consent, entry))
  if (error) return <ProblemNotice error={error} onRetry={() => void refetch()} />
  return data ? <Whole consent={consent} entry={entry} whole={data} /> : <TextSkeleton lines={5} />
}

/** The results of a report are read with it: without them it would be a list of names. */
function Whole({ consent, entry, whole }: OpenedEntryProps & LinksProps) {
  const results = useQueries({
    queries: resultLinks(whole).map((link) => entryAnswer(consent, link.entry)),
  })
  const related = relatedOf(
    whole,
    results.map((result) => result.data?.source),
  )
  const params = { consent, entry }
  return (
    <>
      <WholeEntry
        whole={whole}
        related={related}
        documentAddress={(as) => addressOf(visitDocumentEndpoint, { params, query: { as } })}
      />
      <Links consent={consent} whole={whole} />
    </>
  )
}

interface LinksProps {
  readonly consent: string
  readonly whole: Answer<typeof visitEntryEndpoint>
}

/** What else it refers to that is open, too: the visit of a note, the order of a result. */
function Links({ consent, whole }: LinksProps) {
  const { t } = useTranslation('visit')
  const { links, source } = whole
  const shown = resultLinks(whole)
  const others = links.filter((link) => !shown.includes(link))
  if (others.length === 0 || source === null) return null
  return (
    <div className="visit-links">
      <h3>{t('links.title')}</h3>
      <ul>
        {others.map(({ path, entry }, at) => (
          <Opening key={path} consent={consent} entry={entry} className="visit-row">
            <span className="visit-row-title">
              {referenceWords(source, path) ?? t('links.unnamed', { number: at + 1 })}
            </span>
          </Opening>
        ))}
      </ul>
    </div>
  )
}
