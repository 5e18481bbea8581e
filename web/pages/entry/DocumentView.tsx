import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useWords } from '../../text/use-words.ts'
import { Icon, TextSkeleton } from '../../ui/index.ts'

interface DocumentViewProps {
  /** Where the file is served from, as it was added or as a browser shows it. */
  readonly address: (as: 'picture' | 'original') => string
  readonly document: { readonly name: string; readonly type: string; readonly bytes: number }
}

/** The picture of a document, or its text, and always the file itself. */
export function DocumentView({ address, document }: DocumentViewProps) {
  const { t } = useTranslation('entry')
  const words = useWords()
  const { name, type, bytes } = document
  return (
    <figure className="entry-document">
      {type.startsWith('image/') && (
        <img src={address('picture')} alt={t('picture', { name })} loading="lazy" />
      )}
      {type === 'text/plain' && <PlainText address={address('picture')} />}
      <figcaption>
        <span className="entry-document-name">
          {name}, {words.size(bytes)}
        </span>
        <a href={address('picture')} target="_blank" rel="noreferrer">
          <Icon name="document" /> {t('openDocument')}
        </a>
        <a href={address('original')} download={name}>
          <Icon name="download" /> {t('saveDocument')}
        </a>
      </figcaption>
    </figure>
  )
}

/** Kept no longer than it is shown. */
function PlainText({ address }: { readonly address: string }) {
  const { data } = useQuery({
    queryKey: ['document', address],
    queryFn: ({ signal }) => readText(address, signal),
    gcTime: 0,
  })
  return data === undefined ? <TextSkeleton /> : <pre className="entry-plain">{data}</pre>
}

async function readText(address: string, signal: AbortSignal): Promise<string> {
  const response = await fetch(address, { signal })
  if (!response.ok) throw new Error(`the document was refused with ${response.status}`)
  return response.text()
}
