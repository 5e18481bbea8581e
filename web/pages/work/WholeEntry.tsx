import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { toInstant } from '#kernel'
import type { visitEntryEndpoint } from '#records/model'
import type { Answer } from '../../app/client.ts'
import { Icon, Link, Notice, Stack, When } from '../../ui/index.ts'
import { ReadableEntry } from '../entry/ReadableEntry.tsx'
import './work.css'

type Whole = Answer<typeof visitEntryEndpoint>

interface WholeEntryProps {
  readonly whole: Whole
  readonly documentAddress: (as: 'original' | 'picture') => string
}

/** An entry for somebody who works with it: what it says, its document, who added it when. */
export function WholeEntry({ whole, documentAddress }: WholeEntryProps) {
  const { t } = useTranslation('entry')
  const { line, source, document, reason } = whole
  return (
    <Stack gap="small">
      {line.struck && (
        <Notice tone="danger" title={t('struckTitle')}>
          {reason !== null && <p>{t('struckReason', { reason })}</p>}
        </Notice>
      )}
      {document && <Document document={document} addressOf={documentAddress} />}
      {source !== null && <ReadableEntry source={source} />}
      <p className="work-entry-writer">
        {t('writtenBy', { name: line.writtenBy })}, <When at={toInstant(line.addedAt)} />
      </p>
      {source !== null && (
        <details className="work-entry-source">
          <summary>{t('tabs.source')}</summary>
          <pre>{source}</pre>
        </details>
      )}
    </Stack>
  )
}

interface DocumentProps {
  readonly document: NonNullable<Whole['document']>
  readonly addressOf: WholeEntryProps['documentAddress']
}

function Document({ document: { name }, addressOf }: DocumentProps) {
  const { t } = useTranslation('entry')
  const [hasPicture, setHasPicture] = useState(true)
  return (
    <div className="work-entry-document">
      {hasPicture ? (
        <img src={addressOf('picture')} alt={t('picture', { name })} onError={() => setHasPicture(false)} />
      ) : (
        <p className="quiet">{t('noPicture')}</p>
      )}
      <Link href={addressOf('original')} target="_blank">
        <Icon name="link" /> {t('openDocument')}
      </Link>
    </div>
  )
}
