import { useQueries, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { toInstant } from '#kernel'
import { myDocumentEndpoint, type myEntryEndpoint } from '#records/model'
import { addressOf, type Answer } from '../../app/client.ts'
import { ProblemNotice } from '../../app/ProblemNotice.tsx'
import { Link, Notice, Stack, Tabs, TextSkeleton, VisuallyHidden, When } from '../../ui/index.ts'
import { DocumentView } from './DocumentView.tsx'
import { EntryProof } from './EntryProof.tsx'
import { EntrySource } from './EntrySource.tsx'
import { usePlainWords } from './plain.ts'
import { entryAnswer } from './questions.ts'
import { ReadableEntry } from './ReadableEntry.tsx'
import { relatedOf, resultLinks } from './related.ts'
import { useSensitiveWords } from './sensitive.ts'
import './entry.css'

export type Whole = Answer<typeof myEntryEndpoint>

const VIEWS = ['read', 'source', 'proof'] as const
type View = (typeof VIEWS)[number]

/** An entry of one's own chart: to read, as it was stored, and proved. */
export function OwnEntry({ entry }: { readonly entry: string }) {
  const { t } = useTranslation('entry')
  const [view, setView] = useState<View>('read')
  const { data, error, refetch } = useQuery(entryAnswer(entry))
  if (error) return <ProblemNotice error={error} onRetry={() => void refetch()} />
  if (!data) return <TextSkeleton lines={6} />
  return (
    <>
      <VisuallyHidden>
        <h2>{t('tabs.label')}</h2>
      </VisuallyHidden>
      <Tabs
        label={t('tabs.label')}
        tabs={VIEWS.map((value) => ({ value, label: t(`tabs.${value}`) }))}
        value={view}
        onValue={setView}
      >
        {view === 'read' && <Reading entry={entry} whole={data} />}
        {view === 'source' && <EntrySource source={data.source ?? ''} />}
        {view === 'proof' && <EntryProof entry={entry} whole={data} />}
      </Tabs>
    </>
  )
}

function Reading({ entry, whole }: { readonly entry: string; readonly whole: Whole }) {
  const { t } = useTranslation('entry')
  const { line, source, document, reason, versions } = whole
  const sensitive = useSensitiveWords(line.sensitive)
  const results = useQueries({ queries: resultLinks(whole).map((link) => entryAnswer(link.entry)) })
  const related = relatedOf(
    whole,
    results.map((result) => result.data?.source),
  )
  return (
    <Stack>
      {line.struck && (
        <Notice tone="danger" title={t('struckTitle')}>
          <p>{t('struckWords')}</p>
          {reason !== null && <p>{t('struckReason', { reason })}</p>}
        </Notice>
      )}
      <Plain line={line} />
      {document && <DocumentView address={(as) => documentAddress(entry, as)} document={document} />}
      {source !== null && <ReadableEntry source={source} title={line.title} related={related} />}
      <p className="quiet">
        {line.byPatient ? t('ownAdded') : t('writtenBy', { name: line.writtenBy })}
        {', '}
        <When at={toInstant(line.addedAt)} />
      </p>
      {sensitive !== '' && (
        <p className="quiet">
          {t('sensitiveTitle', { list: sensitive })}. {t('sensitiveWords')}
        </p>
      )}
      {versions.length > 1 && <Versions entry={entry} versions={versions} />}
    </Stack>
  )
}

/** For whoever did not learn the shorthand. */
function Plain({ line }: Pick<Whole, 'line'>) {
  const words = usePlainWords()(line)
  return words === undefined ? null : <p className="entry-meaning">{words}</p>
}

function Versions({ entry, versions }: { readonly entry: string } & Pick<Whole, 'versions'>) {
  const { t } = useTranslation('entry')
  return (
    <div>
      <h3>{t('versions')}</h3>
      <ul>
        {versions.map((version) => (
          <li key={version.entry}>
            {version.entry === entry ? (
              <strong>
                <When at={toInstant(version.addedAt)} />
              </strong>
            ) : (
              <Link href={`/chart/entries/${version.entry}`}>
                <When at={toInstant(version.addedAt)} />
              </Link>
            )}
            {version.struck && <span className="quiet">, {t('versionStruck')}</span>}
          </li>
        ))}
      </ul>
    </div>
  )
}

function documentAddress(entry: string, as: 'original' | 'picture'): string {
  return addressOf(myDocumentEndpoint, { params: { entry }, query: { as } })
}
