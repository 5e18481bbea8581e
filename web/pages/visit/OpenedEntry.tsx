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
  /** Opened from another entry: what this one refers to leads back to where one came from. */
  readonly linked?: boolean
  readonly children: ReactNode
}

/** A row that opens its entry in place. */
export function Opening({ consent, entry, className, linked = false, children }: OpeningProps) {
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
          <OpenedEntry consent={consent} entry={entry} linked={linked} />
        </div>
      )}
    </li>
  )
}

interface OpenedEntryProps extends Pick<OpeningProps, 'linked'> {
  readonly consent: string
  readonly entry: string
}

/** The whole of an entry, in place; opening it is a look. */
export function OpenedEntry({ consent, entry, linked = false }: OpenedEntryProps) {
  const { data, error, refetch } = useQuery(entryAnswer(consent, entry))
  if (error) return <ProblemNotice error={error} onRetry={() => void refetch()} />
  return data ? (
    <Whole consent={consent} entry={entry} whole={data} linked={linked} />
  ) : (
    <TextSkeleton lines={5} />
  )
}

/** The results of a report are read with it: without them it would be a list of names. */
function Whole({ consent, entry, whole, linked }: OpenedEntryProps & LinksProps) {
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
      {!linked && <Links consent={consent} whole={whole} />}
    </>
  )
}

interface LinksProps {
  readonly consent: string
  readonly whole: Answer<typeof visitEntryEndpoint>
}

/** What else it refers to that is open, too: the visit of a note, the reason of a medicine. */
function Links({ consent, whole }: LinksProps) {
  const { t } = useTranslation(['visit', 'ui'])
  const { links, source } = whole
  const shown = resultLinks(whole)
  const others = links.filter((link) => !shown.includes(link))
  if (others.length === 0 || source === null) return null
  return (
    <div className="visit-links">
      <h3>{t('links.title')}</h3>
      <ul>
        {others.map(({ path, entry }, at) => (
          <Opening key={path} consent={consent} entry={entry} className="visit-row" linked>
            <span className="visit-row-title">
              {referenceWords(source, path) ?? t(elementOf(path), { number: at + 1 })}
            </span>
          </Opening>
        ))}
      </ul>
    </div>
  )
}

/** Where a reference has no words of its own, the element that it stands in has. */
const ELEMENTS = {
  encounter: 'ui:kind.visit',
  reasonReference: 'links.reason',
  addresses: 'links.reason',
  basedOn: 'links.order',
  request: 'links.order',
} as const

function elementOf(path: string) {
  const element =
    path
      .replace(/\[\d+\]$/, '')
      .split('.')
      .at(-1) ?? ''
  return isKnown(element) ? ELEMENTS[element] : 'links.unnamed'
}

function isKnown(element: string): element is keyof typeof ELEMENTS {
  return Object.hasOwn(ELEMENTS, element)
}
