import { useTranslation } from 'react-i18next'
import { FileButton, useDrop } from '../../ui/index.ts'

interface ChooseFileProps {
  readonly again: boolean
  readonly onFile: (file: File) => void
}

/** One file, chosen or dropped. It stays on this device. */
export function ChooseFile({ again, onFile }: ChooseFileProps) {
  const { t } = useTranslation('verify')
  const first = ([file]: readonly File[]) => file && onFile(file)
  const drop = useDrop(first)
  return (
    <div className="verify-drop screen-only" {...drop}>
      <FileButton
        kind={again ? 'plain' : 'main'}
        icon="document"
        label={t(again ? 'choose.again' : 'choose.first')}
        accept=".twinchart"
        onFiles={first}
      />
      <p className="quiet">{t('choose.stays')}</p>
    </div>
  )
}
