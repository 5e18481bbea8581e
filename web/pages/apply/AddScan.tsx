import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { addScanEndpoint } from '#identity/model'
import { Form } from '../../app/Form.tsx'
import { useSend } from '../../app/queries.ts'
import { ScanField } from './ScanField.tsx'

interface AddScanProps {
  readonly application: string
  readonly onSent: () => void
}

/** For a claim whose scan did not arrive. */
export function AddScan({ application, onSent }: AddScanProps) {
  const { t } = useTranslation('apply')
  const [scan, setScan] = useState<File>()
  const [tried, setTried] = useState(false)
  const sending = useSend(addScanEndpoint)
  return (
    <Form
      onSubmit={(event) => {
        event.preventDefault()
        setTried(true)
        if (scan) sending.mutate({ params: { application }, body: scan }, { onSuccess: onSent })
      }}
      action={t('practise.send')}
      busy={sending.isPending}
      error={sending.error}
    >
      <ScanField
        file={scan}
        message={tried && !scan ? t('practise.wrong.scan') : undefined}
        onFile={setScan}
      />
    </Form>
  )
}
