import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { changePasswordEndpoint } from '#identity/model'
import { Form } from '../../app/Form.tsx'
import { useForm } from '../../app/form.ts'
import { useSend } from '../../app/queries.ts'
import { Button, PasswordField, Section, useUndo } from '../../ui/index.ts'
import { useRefusal } from './refusal.ts'

const SHORTEST_PASSWORD = 8

export function Password() {
  const { t } = useTranslation('settings')
  const [changing, setChanging] = useState(false)
  return (
    <Section title={t('password.title')} note={t('password.note')}>
      {changing ? (
        <ChangePassword onDone={() => setChanging(false)} />
      ) : (
        <Button icon="edit" onPress={() => setChanging(true)}>
          {t('password.change')}
        </Button>
      )}
    </Section>
  )
}

function ChangePassword({ onDone }: { readonly onDone: () => void }) {
  const { t } = useTranslation(['settings', 'account', 'common'])
  const say = useUndo()
  const changing = useSend(changePasswordEndpoint, ['session'])
  const refused = useRefusal(changing.error, 'PASSWORD_REFUSED')
  const weak = useRefusal(refused.under, 'PASSWORD_TOO_WEAK')
  const done = () => {
    say(t('password.changed'))
    onDone()
  }
  const form = useForm({
    start: { current: '', next: '' },
    check: ({ current, next }) => ({
      current: current === '' ? t('account:signIn.passwordMissing') : undefined,
      next: next.length < SHORTEST_PASSWORD ? t('account:signUp.wrong.password') : undefined,
    }),
    send: (body) => changing.mutate({ body }, { onSuccess: done }),
  })
  return (
    <Form
      onSubmit={form.submit}
      action={t('password.change')}
      busy={changing.isPending}
      error={weak.under}
      beside={
        <Button kind="quiet" onPress={onDone}>
          {t('common:cancel')}
        </Button>
      }
    >
      <PasswordField
        {...form.field('current')}
        message={form.messageFor('current') ?? refused.beside}
        label={t('password.current')}
        autoComplete="current-password"
      />
      <PasswordField
        {...form.field('next')}
        message={form.messageFor('next') ?? weak.beside}
        label={t('password.next')}
        hint={t('account:signUp.passwordHint')}
        autoComplete="new-password"
      />
    </Form>
  )
}
