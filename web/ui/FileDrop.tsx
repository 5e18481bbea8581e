import { useTranslation } from 'react-i18next'
import { useWords } from '../text/use-words.ts'
import { Button, IconButton } from './Button.tsx'
import { useDrop } from './drop.ts'
import { FileButton } from './FileButton.tsx'
import { Icon } from './Icon.tsx'
import { Row, RowList } from './Row.tsx'
import { useUploads, type FileOnItsWay, type SendFile, type Uploads } from './uploads.ts'
import { Word } from './Words.tsx'
import './files.css'

interface FileDropProps {
  readonly send: SendFile
  /** As the `accept` of an input: "application/pdf,image/*". */
  readonly accept: string
  /** Whether a photo of it is of use. */
  readonly camera?: boolean
  /** Those on their way, where they outlive this part of the page. */
  readonly kept?: Uploads
  /** Why none can be chosen now; those on their way stay in sight. */
  readonly reason?: string | undefined
}

/** Many files at once, chosen, dropped or taken with the camera. */
export function FileDrop({ send, accept, camera = true, kept, reason }: FileDropProps) {
  const uploads = useUploads(kept)
  return (
    <div>
      {reason === undefined ? (
        <Choosing accept={accept} camera={camera} onFiles={(files) => uploads.add(files, send)} />
      ) : (
        <NotYet reason={reason} />
      )}
      <Progressing uploads={uploads} />
    </div>
  )
}

function NotYet({ reason }: { readonly reason: string }) {
  const { t } = useTranslation('ui')
  return (
    <div className="files-drop">
      <Button icon="upload" reason={reason}>
        {t('files.choose')}
      </Button>
    </div>
  )
}

interface ChoosingProps {
  readonly accept: string
  readonly camera?: boolean
  readonly onFiles: (files: readonly File[]) => void
}

function Choosing({ accept, camera = false, onFiles }: ChoosingProps) {
  const { t } = useTranslation('ui')
  const drop = useDrop(onFiles)
  return (
    <div className="files-drop" {...drop}>
      <FileButton icon="upload" label={t('files.choose')} accept={accept} many onFiles={onFiles} />
      {camera && (
        <div className="files-camera">
          <FileButton icon="camera" label={t('files.camera')} accept="image/*" camera onFiles={onFiles} />
        </div>
      )}
      <span className="files-words quiet">{t('files.drop')}</span>
    </div>
  )
}

function Progressing({ uploads }: { readonly uploads: Uploads }) {
  const { t } = useTranslation('ui')
  const files = uploads.files()
  const saved = files.filter(({ progress }) => progress.step === 'saved').length
  if (files.length === 0) return null
  return (
    <>
      <p className="files-summary" aria-live="polite">
        {saved === files.length
          ? t('files.allSaved', { count: saved })
          : t('files.progress', { saved, count: files.length })}
      </p>
      <RowList label={t('files.list')}>
        {files.map((file) => (
          <FileRow key={file.id} file={file} uploads={uploads} />
        ))}
      </RowList>
    </>
  )
}

function FileRow({
  file: { id, file, progress },
  uploads,
}: {
  readonly file: FileOnItsWay
  readonly uploads: Uploads
}) {
  const { t } = useTranslation('ui')
  const words = useWords()
  return (
    <Row
      lead={<Icon name={file.type.startsWith('image/') ? 'picture' : 'document'} />}
      title={file.name}
      detail={
        <>
          {words.size(file.size)}
          {progress.step === 'failed' && progress.reason !== '' && `, ${progress.reason}`}
          {progress.step === 'saved' && progress.note !== undefined && `, ${progress.note}`}
          {progress.step === 'sending' && (
            <progress className="files-bar" value={progress.part} aria-label={file.name} />
          )}
        </>
      }
      end={
        <>
          <FileState {...{ progress }} />
          {progress.step === 'failed' && (
            <Button kind="quiet" small onPress={() => uploads.again(id)}>
              {t('files.again')}
            </Button>
          )}
          {(progress.step === 'failed' || progress.step === 'waiting') && (
            <IconButton
              icon="remove"
              label={t('files.remove', { name: file.name })}
              onPress={() => uploads.remove(id)}
            />
          )}
        </>
      }
    />
  )
}

function FileState({ progress }: Pick<FileOnItsWay, 'progress'>) {
  const { t } = useTranslation('ui')
  const words = useWords()
  switch (progress.step) {
    case 'waiting':
      return <span className="quiet">{t('files.waiting')}</span>
    case 'sending':
      return <span className="quiet">{t('files.sending', { part: words.part(progress.part) })}</span>
    case 'saved':
      return <Word icon="check" tone="good" word={t('files.saved')} />
    case 'failed':
      return <Word icon="outside" tone="danger" word={t('files.failed')} />
  }
}
