import { useTranslation } from 'react-i18next'
import { toInstant } from '#kernel'
import type { Related, visitEntryEndpoint } from '#records/model'
import type { Answer } from '../../app/client.ts'
import { Notice, Stack, When } from '../../ui/index.ts'
import { DocumentView } from '../entry/DocumentView.tsx'
import { ReadableEntry } from '../entry/ReadableEntry.tsx'
import './work.css'

interface WholeEntryProps {
  readonly whole: Answer<typeof visitEntryEndpoint>
  readonly documentAddress: (as: 'original' | 'picture') => string
  /** What it refers to, where that is open here. */
  readonly related: Related
}

/** An entry for somebody who works with it: its document, what it says, who added it when. */
export function WholeEntry({ whole, documentAddress, related }: WholeEntryProps) {
  const { t } = useTranslation('entry')
  const { line, source, document, reason } = whole
  return (
    <Stack gap="small">
      {line.struck && (
        <Notice tone="danger" title={t('struckTitle')}>
          {reason !== null && <p>{t('struckReason', { reason })}</p>}
        </Notice>
      )}
      {document && <DocumentView document={document} address={documentAddress} />}
      {source !== null && <ReadableEntry source={source} title={line.title} related={related} />}
      <p className="work-entry-writer">
        {t('writtenBy', { name: line.writtenBy })}, <When at={toInstant(line.addedAt)} />
      </p>
      {source !== null && (
        <details className="work-entry-source screen-only">
          <summary>{t('tabs.source')}</summary>
          <pre>{source}</pre>
        </details>
      )}
    </Stack>
  )
}
