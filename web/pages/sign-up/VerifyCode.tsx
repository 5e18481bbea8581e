import { useMutation } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { resendCodeEndpoint, verifyEndpoint } from '#identity/model'
import { call } from '../../app/client.ts'
import { useEnter } from '../../app/enter.ts'
import { Form } from '../../app/Form.tsx'
import { Button, CodeInput, PageHeader, useUndo } from '../../ui/index.ts'
import './sign-up.css'

/** The code that came by message ends the sign-up. */
export function VerifyCode() {
  const { t } = useTranslation('account')
  const { signUp, sentTo, to } = useSearch({ from: '/frame/sign-up/code' })
  const [code, setCode] = useState('')
  const enter = useEnter()
  const verifying = useMutation({
    mutationFn: (typed: string) => call(verifyEndpoint, { body: { signUp, code: typed } }),
    onSuccess: () => enter(to),
  })
  return (
    <div className="sign-up">
      <PageHeader
        title={t('code.title')}
        lead={t('code.lead', { sentTo })}
        back={{ href: '/sign-up', label: t('code.back') }}
      />
      <Form
        onSubmit={(event) => {
          event.preventDefault()
          verifying.mutate(code)
        }}
        action={t('code.send')}
        busy={verifying.isPending}
        error={verifying.error}
        beside={<Resend signUp={signUp} />}
      >
        <CodeInput label={t('code.label')} value={code} onValue={setCode} onComplete={verifying.mutate} />
      </Form>
    </div>
  )
}

function Resend({ signUp }: { readonly signUp: string }) {
  const { t } = useTranslation('account')
  const say = useUndo()
  const resending = useMutation({
    mutationFn: () => call(resendCodeEndpoint, { body: { signUp } }),
    onSuccess: () => say(t('code.resent')),
    onError: () => say(t('code.notResent')),
  })
  return (
    <Button kind="quiet" busy={resending.isPending} onPress={() => resending.mutate()}>
      {t('code.resend')}
    </Button>
  )
}
