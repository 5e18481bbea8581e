import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { forgottenEndpoint } from '#identity/model'
import { call } from '../../app/client.ts'
import { Form } from '../../app/Form.tsx'
import { useForm } from '../../app/form.ts'
import { PageHeader, TextField } from '../../ui/index.ts'
import { NewPassword } from './NewPassword.tsx'
import './forgotten.css'

/** First a code, then a new password. Whether there is such an account is not said. */
export function Forgotten() {
  const { t } = useTranslation('account')
  const [identifier, setIdentifier] = useState<string>()
  const back = { href: '/sign-in', label: t('forgotten.back') }
  if (identifier === undefined)
    return (
      <div className="forgotten">
        <PageHeader title={t('forgotten.title')} lead={t('forgotten.lead')} back={back} />
        <AskForCode onSent={setIdentifier} />
      </div>
    )
  return (
    <div className="forgotten">
      <PageHeader title={t('reset.title')} takesFocus lead={t('reset.lead')} back={back} />
      <NewPassword identifier={identifier} />
    </div>
  )
}

function AskForCode({ onSent }: { readonly onSent: (identifier: string) => void }) {
  const { t } = useTranslation('account')
  const asking = useMutation({
    mutationFn: (identifier: string) => call(forgottenEndpoint, { body: { identifier } }),
    onSuccess: (_, identifier) => onSent(identifier),
  })
  const form = useForm({
    start: { identifier: '' },
    check: ({ identifier }) => ({
      identifier: identifier.trim().length < 3 ? t('signIn.identifierMissing') : undefined,
    }),
    send: ({ identifier }) => asking.mutate(identifier.trim()),
  })
  return (
    <Form onSubmit={form.submit} action={t('forgotten.send')} busy={asking.isPending} error={asking.error}>
      <TextField
        {...form.field('identifier')}
        label={t('signIn.identifier')}
        hint={t('forgotten.hint')}
        autoComplete="username"
      />
    </Form>
  )
}
