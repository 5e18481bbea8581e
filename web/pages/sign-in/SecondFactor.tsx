import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { secondFactorEndpoint } from '#identity/model'
import { call } from '../../app/client.ts'
import { Form } from '../../app/Form.tsx'
import { Button, CodeInput, TextField } from '../../ui/index.ts'

type By = 'totp' | 'backup'

/** The code of the app, or one of the codes that were written down for when the phone is lost. */
export function SecondFactor({ onDone }: { readonly onDone: () => void }) {
  const { t } = useTranslation(['account', 'common'])
  const [by, setBy] = useState<By>('totp')
  const [code, setCode] = useState('')
  const sending = useMutation({
    mutationFn: (typed: string) =>
      call(secondFactorEndpoint, { body: by === 'totp' ? { by, code: typed } : { by, code: typed } }),
    onSuccess: onDone,
  })
  const other = by === 'totp' ? 'backup' : 'totp'
  const change = () => {
    setBy(other)
    setCode('')
    sending.reset()
  }
  return (
    <Form
      onSubmit={(event) => {
        event.preventDefault()
        sending.mutate(code.trim())
      }}
      action={t('common:continue')}
      busy={sending.isPending}
      error={sending.error}
      beside={
        <Button kind="quiet" onPress={change}>
          {t(`second.use.${other}`)}
        </Button>
      }
    >
      {by === 'totp' ? (
        <CodeInput label={t('second.totp')} value={code} onValue={setCode} onComplete={sending.mutate} />
      ) : (
        <TextField label={t('second.backup')} value={code} onValue={setCode} autoComplete="off" />
      )}
    </Form>
  )
}
