import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ownDocumentEndpoint } from '#records/model'
import { addressOf } from '../../app/client.ts'
import { ProblemNotice } from '../../app/ProblemNotice.tsx'
import { Icon, Link, Notice, Stack, TextSkeleton, VisuallyHidden } from '../../ui/index.ts'
import { ReadableEntry } from '../entry/ReadableEntry.tsx'
import { useSensitiveWords } from '../entry/sensitive.ts'
import { Correct } from './Correct.tsx'
import { ownEntryAnswer, type OfPatient, type OwnEntry } from './questions.ts'

export interface OfEntry extends OfPatient {
  readonly entry: string
}

/** The whole of an entry, and what can be done about it. */
export function OpenedEntry(of: OfEntry) {
  const { t } = useTranslation(['desk', 'entry', 'ui'])
  const { data, error, refetch } = useQuery(ownEntryAnswer(of.organisation, of.patient.person, of.entry))
  const sensitive = useSensitiveWords(data?.line.sensitive ?? [])
  if (error) return <ProblemNotice error={error} onRetry={() => void refetch()} />
  if (!data) return <TextSkeleton lines={4} />
  return (
    <Stack>
      <VisuallyHidden>
        <h2>{data.line.title ?? t(`ui:kind.${data.line.kind}`)}</h2>
      </VisuallyHidden>
      {data.reason !== null && <Notice title={t('entry.struck', { reason: data.reason })} />}
      {sensitive !== '' && <p className="quiet">{t('entry:sensitiveTitle', { list: sensitive })}</p>}
      {data.source !== null && <ReadableEntry source={data.source} title={data.line.title} />}
      {data.document && <Paper {...of} document={data.document} />}
      {!data.line.struck && <Correct {...of} whole={data} />}
    </Stack>
  )
}

interface PaperProps extends OfEntry {
  readonly document: NonNullable<OwnEntry['document']>
}

/** Its picture where there is one; the file in a window of its own. */
function Paper({ organisation, patient: { person }, entry, document: { name } }: PaperProps) {
  const { t } = useTranslation('entry')
  const [isPicture, setIsPicture] = useState(true)
  const address = (as: 'picture' | 'original') =>
    addressOf(ownDocumentEndpoint, { params: { organisation, person, entry }, query: { as } })
  return (
    <div className="desk-paper">
      {isPicture && (
        <img src={address('picture')} alt={t('picture', { name })} onError={() => setIsPicture(false)} />
      )}
      <Link href={address('original')} target="_blank">
        <Icon name="link" /> {t('openDocument')}: {name}
      </Link>
    </div>
  )
}
