import { useQuery } from '@tanstack/react-query'
import { useId, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { visitDocumentEndpoint, type visitEntryEndpoint } from '#records/model'
import { addressOf, type Answer } from '../../app/client.ts'
import { ProblemNotice } from '../../app/ProblemNotice.tsx'
import { TextSkeleton } from '../../ui/index.ts'
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
  const params = { consent, entry }
  if (error) return <ProblemNotice error={error} onRetry={() => void refetch()} />
  if (!data) return <TextSkeleton lines={5} />
  return (
    <>
      <WholeEntry
        whole={data}
        documentAddress={(as) => addressOf(visitDocumentEndpoint, { params, query: { as } })}
      />
      <Links consent={consent} whole={data} />
    </>
  )
}

interface LinksProps {
  readonly consent: string
  readonly whole: Answer<typeof visitEntryEndpoint>
}

/** What it refers to and is open, too: the results of a report, the visit of a note. */
function Links({ consent, whole: { links, source } }: LinksProps) {
  const { t } = useTranslation('visit')
  if (links.length === 0 || source === null) return null
  return (
    <div className="visit-links">
      <h3>{t('links.title')}</h3>
      <ul>
        {links.map(({ path, entry }, at) => (
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
