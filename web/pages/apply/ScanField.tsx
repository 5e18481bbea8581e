import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { useWords } from '../../text/use-words.ts'
import { FieldMessage, FileButton, Stack } from '../../ui/index.ts'

interface ScanFieldProps {
  readonly file: File | undefined
  readonly message: string | undefined
  readonly onFile: (file: File) => void
}

/** One file: the licence as a PDF or a photo. */
export function ScanField({ file, message, onFile }: ScanFieldProps) {
  const { t } = useTranslation('apply')
  const words = useWords()
  const id = useId()
  return (
    <fieldset className="field-set" aria-describedby={`${id}message`}>
      <legend className="field-legend">{t('practise.field.scan')}</legend>
      <Stack gap="small">
        <p className="quiet">{t('practise.scanHint')}</p>
        <p className="apply-wrong" id={`${id}message`}>
          {message !== undefined && <FieldMessage words={message} />}
        </p>
        {file && (
          <p role="status">
            {file.name}, {words.size(file.size)}
          </p>
        )}
        <FileButton
          icon="upload"
          label={t(file ? 'practise.otherScan' : 'practise.chooseScan')}
          name={t('practise.field.scan')}
          accept="application/pdf,image/jpeg,image/png"
          onFiles={([chosen]) => chosen && onFile(chosen)}
        />
      </Stack>
    </fieldset>
  )
}
