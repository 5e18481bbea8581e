import { useMutation, useQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { demonstrationSignInsEndpoint, signInEndpoint, type SignedIn } from '#identity/model'
import { call } from '../../app/client.ts'
import { Form } from '../../app/Form.tsx'
import { useForm } from '../../app/form.ts'
import { answerOptions } from '../../app/queries.ts'
import { Link, PasswordField, TextField } from '../../ui/index.ts'
import type { Choice } from './ChoosePerson.tsx'

interface Tried {
  readonly identifier: string
  readonly password: string
}

interface PasswordSignInProps {
  readonly onDone: () => void
  readonly onSecondFactor: () => void
  readonly onChoose: (choice: Choice) => void
}

export function PasswordSignIn(props: PasswordSignInProps) {
  const { as } = useSearch({ from: '/frame/sign-in' })
  const known = useQuery({ ...answerOptions(demonstrationSignInsEndpoint, {}), enabled: as !== undefined })
  const shown = known.data?.signIns.find(({ healthId }) => healthId === as)
  const start = { identifier: shown?.healthId ?? '', password: shown?.password ?? '' }
  return <PasswordForm key={start.identifier} {...props} start={start} />
}

function PasswordForm({ start, ...after }: PasswordSignInProps & { readonly start: Tried }) {
  const { t } = useTranslation(['account', 'common'])
  const sending = useMutation({
    mutationFn: (tried: Tried) => call(signInEndpoint, { body: tried }),
    onSuccess: (answer, tried) => goOn(answer, tried, after),
  })
  const form = useForm({
    start,
    check: ({ identifier, password }) => ({
      identifier: identifier.trim().length < 3 ? t('signIn.identifierMissing') : undefined,
      password: password === '' ? t('signIn.passwordMissing') : undefined,
    }),
    send: sending.mutate,
  })
  return (
    <Form onSubmit={form.submit} action={t('common:signIn')} busy={sending.isPending} error={sending.error}>
      <TextField
        {...form.field('identifier')}
        label={t('signIn.identifier')}
        hint={t('signIn.identifierHint')}
        autoComplete="username"
      />
      <PasswordField
        {...form.field('password')}
        label={t('signIn.password')}
        autoComplete="current-password"
      />
      <p>
        <Link href="/forgotten">{t('signIn.forgotten')}</Link>
      </p>
    </Form>
  )
}

function goOn(answer: SignedIn, { password }: Tried, after: PasswordSignInProps): void {
  switch (answer.state) {
    case 'signed-in':
      return after.onDone()
    case 'second-factor':
      return after.onSecondFactor()
    case 'choose':
      return after.onChoose({ name: 'choose', people: answer.people, password })
  }
}
