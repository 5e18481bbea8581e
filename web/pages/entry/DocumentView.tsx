import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { myDocumentEndpoint } from '#records/model'
import { addressOf, call } from '../../app/client.ts'
import { useWords } from '../../text/use-words.ts'
import { Icon, TextSkeleton } from '../../ui/index.ts'

interface DocumentViewProps {
  readonly entry: string
  readonly document: { readonly name: string; readonly type: string; readonly bytes: number }
}

/** The picture of a document, or its text, and always the file itself. */
export function DocumentView({ entry, document }: DocumentViewProps) {
  const { t } = useTranslation('entry')
  const words = useWords()
  const { name, type, bytes } = document
  const address = (as: 'picture' | 'original') =>
    addressOf(myDocumentEndpoint, { params: { entry }, query: { as } })
  return (
    <figure className="entry-document">
      {type.startsWith('image/') && (
        <img src={address('picture')} alt={t('picture', { name })} loading="lazy" />
      )}
      {type === 'text/plain' && <PlainText entry={entry} />}
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

function PlainText({ entry }: { readonly entry: string }) {
  const { data } = useQuery({
    queryKey: [myDocumentEndpoint.name, entry],
    queryFn: ({ signal }) =>
      call(myDocumentEndpoint, { params: { entry }, query: { as: 'picture' } }, { signal }).then((blob) =>
        blob.text(),
      ),
  })
  return data === undefined ? <TextSkeleton /> : <pre className="entry-plain">{data}</pre>
}
