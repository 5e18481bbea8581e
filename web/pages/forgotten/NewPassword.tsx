import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { resetEndpoint } from '#identity/model'
import { call } from '../../app/client.ts'
import { Form } from '../../app/Form.tsx'
import { useForm } from '../../app/form.ts'
import { ButtonLink, CodeInput, Notice, PasswordField } from '../../ui/index.ts'

const DIGITS = 6
const SHORTEST_PASSWORD = 8

export function NewPassword({ identifier }: { readonly identifier: string }) {
  const { t } = useTranslation(['account', 'common'])
  const resetting = useMutation({
    mutationFn: (typed: { readonly code: string; readonly password: string }) =>
      call(resetEndpoint, { body: { identifier, ...typed } }),
  })
  const form = useForm({
    start: { code: '', password: '' },
    check: ({ code, password }) => ({
      code: code.length < DIGITS ? t('code.missing') : undefined,
      password: password.length < SHORTEST_PASSWORD ? t('signUp.wrong.password') : undefined,
    }),
    send: resetting.mutate,
  })
  if (resetting.isSuccess) return <Changed />
  return (
    <Form onSubmit={form.submit} action={t('reset.send')} busy={resetting.isPending} error={resetting.error}>
      <CodeInput {...form.field('code')} label={t('code.label')} />
      <PasswordField
        {...form.field('password')}
        label={t('reset.password')}
        hint={t('signUp.passwordHint')}
        autoComplete="new-password"
      />
    </Form>
  )
}

function Changed() {
  const { t } = useTranslation(['account', 'common'])
  return (
    <Notice
      title={t('reset.done')}
      actions={
        <ButtonLink kind="main" href="/sign-in">
          {t('common:signIn')}
        </ButtonLink>
      }
    >
      <p>{t('reset.doneWords')}</p>
    </Notice>
  )
}
