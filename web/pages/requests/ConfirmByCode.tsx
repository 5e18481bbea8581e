import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { allowEndpoint, type Decision } from '#consent/model'
import { Form } from '../../app/Form.tsx'
import { useSend } from '../../app/queries.ts'
import { Button, CodeInput } from '../../ui/index.ts'
import type { CodeSending } from './use-code.ts'

export interface ConfirmProps {
  readonly request: string
  readonly decision: Decision
  readonly code: CodeSending
}

export function ConfirmByCode({ request, decision, code }: ConfirmProps) {
  const { t } = useTranslation('requests')
  const [typed, setTyped] = useState('')
  const allowing = useSend(allowEndpoint, ['requests', 'consents', 'chart'])
  const allow = (whole: string) =>
    allowing.mutate({ params: { request }, body: { ...decision, proof: { by: 'otp', code: whole } } })
  return (
    <Form
      onSubmit={(event) => {
        event.preventDefault()
        allow(typed)
      }}
      action={t('confirm.allow', { count: decision.entries.length })}
      busy={allowing.isPending}
      error={allowing.error ?? code.error}
      beside={
        <Button kind="quiet" busy={code.isPending} onPress={() => code.mutate(decision)}>
          {t('confirm.resend')}
        </Button>
      }
    >
      <CodeInput
        label={t('confirm.code')}
        hint={t('confirm.sentTo', { to: code.data?.sentTo ?? '' })}
        value={typed}
        onValue={setTyped}
        onComplete={allow}
      />
    </Form>
  )
}
