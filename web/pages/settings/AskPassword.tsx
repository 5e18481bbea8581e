import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Form } from '../../app/Form.tsx'
import { useForm } from '../../app/form.ts'
import { Button, PasswordField } from '../../ui/index.ts'
import { useRefusal } from './refusal.ts'

interface AskPasswordProps {
  readonly action: string
  readonly busy: boolean
  readonly error: unknown
  readonly onPassword: (password: string) => void
  readonly onCancel: () => void
  /** What is asked beside it. */
  readonly children?: ReactNode
}

/** Before what decides who can sign in: a phone left open on a table must not be enough. */
export function AskPassword({ action, busy, error, onPassword, onCancel, children }: AskPasswordProps) {
  const { t } = useTranslation(['settings', 'account', 'common'])
  const { beside, under } = useRefusal(error, 'PASSWORD_REFUSED')
  const form = useForm({
    start: { password: '' },
    check: ({ password }) => ({
      password: password === '' ? t('account:signIn.passwordMissing') : undefined,
    }),
    send: ({ password }) => onPassword(password),
  })
  return (
    <Form
      onSubmit={form.submit}
      action={action}
      busy={busy}
      error={under}
      beside={
        <Button kind="quiet" onPress={onCancel}>
          {t('common:cancel')}
        </Button>
      }
    >
      {children}
      <PasswordField
        {...form.field('password')}
        message={form.messageFor('password') ?? beside}
        label={t('account:signIn.password')}
        hint={t('confirmPassword')}
        autoComplete="current-password"
      />
    </Form>
  )
}
