import { useRef, useState, type DragEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/index.ts'

interface ChooseFileProps {
  readonly again: boolean
  readonly onFile: (file: File) => void
}

/** One file, chosen or dropped. It stays on this device. */
export function ChooseFile({ again, onFile }: ChooseFileProps) {
  const { t } = useTranslation('verify')
  const [over, setOver] = useState(false)
  const hover = (event: DragEvent) => {
    event.preventDefault()
    setOver(true)
  }
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    const [file] = event.dataTransfer.files
    if (file) onFile(file)
  }
  return (
    <div
      className="verify-drop screen-only"
      data-over={over || undefined}
      onDragOver={hover}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <Chooser label={t(again ? 'choose.again' : 'choose.first')} main={!again} onFile={onFile} />
      <p className="quiet">{t('choose.stays')}</p>
    </div>
  )
}

interface ChooserProps {
  readonly label: string
  readonly main: boolean
  readonly onFile: (file: File) => void
}

function Chooser({ label, main, onFile }: ChooserProps) {
  const input = useRef<HTMLInputElement>(null)
  return (
    <>
      <Button kind={main ? 'main' : 'plain'} icon="document" onPress={() => input.current?.click()}>
        {label}
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        accept=".twinchart"
        aria-label={label}
        onChange={({ currentTarget }) => {
          const [file] = currentTarget.files ?? []
          if (file) onFile(file)
          currentTarget.value = ''
        }}
      />
    </>
  )
}
