import { useMutation } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { signUpEndpoint } from '#identity/model'
import { call } from '../../app/client.ts'
import { Form } from '../../app/Form.tsx'
import { useForm } from '../../app/form.ts'
import { useGo } from '../../app/go.ts'
import { useSettings } from '../../app/settings.ts'
import { ChoiceField, Link, PageHeader, PasswordField, Stack, TextField } from '../../ui/index.ts'
import { BirthField } from './BirthField.tsx'
import { NOTHING_YET, SIGN_UP_SEXES, toDetails, wrongIn, type SignUpName } from './sign-up.ts'
import './sign-up.css'

export function SignUp() {
  const { t } = useTranslation('account')
  const { to } = useSearch({ from: '/frame/sign-up' })
  return (
    <div className="sign-up">
      <PageHeader title={t('signUp.title')} lead={t('signUp.lead')} />
      <Stack gap="large">
        <SignUpForm />
        <p>
          {t('signUp.known')}{' '}
          <Link href={to === undefined ? '/sign-in' : `/sign-in?to=${encodeURIComponent(to)}`}>
            {t('signUp.knownLink')}
          </Link>
        </p>
      </Stack>
    </div>
  )
}

function SignUpForm() {
  const { t } = useTranslation('account')
  const sending = useSignUp()
  const form = useForm<SignUpName>({
    start: NOTHING_YET,
    check: (values) => wrongIn(values, (name) => t(`signUp.wrong.${name}`)),
    send: sending.mutate,
  })
  return (
    <Form onSubmit={form.submit} action={t('signUp.send')} busy={sending.isPending} error={sending.error}>
      <TextField
        {...form.field('name')}
        label={t('signUp.name')}
        hint={t('signUp.nameHint')}
        autoComplete="name"
      />
      <BirthField {...form.field('birthDate')} label={t('signUp.birthDate')} />
      <ChoiceField
        label={t('signUp.sex')}
        message={form.messageFor('sex')}
        options={SIGN_UP_SEXES.map((sex) => ({ value: sex, label: t(`signUp.${sex}`) }))}
        value={SIGN_UP_SEXES.find((sex) => sex === form.values.sex)}
        onValue={(sex) => form.set('sex', sex)}
      />
      <TextField
        {...form.field('contact')}
        label={t('signUp.contact')}
        hint={t('signUp.contactHint')}
        autoComplete="email"
      />
      <PasswordField
        {...form.field('password')}
        label={t('signUp.password')}
        hint={t('signUp.passwordHint')}
        autoComplete="new-password"
      />
    </Form>
  )
}

function useSignUp() {
  const { to } = useSearch({ from: '/frame/sign-up' })
  const { language } = useSettings()
  const go = useGo()
  return useMutation({
    mutationFn: (values: Readonly<Record<SignUpName, string>>) =>
      call(signUpEndpoint, { body: { ...toDetails(values), language } }),
    onSuccess: ({ signUp, sentTo }) => {
      const asked = new URLSearchParams({ signUp, sentTo, ...(to !== undefined && { to }) })
      go(`/sign-up/code?${asked.toString()}`)
    },
  })
}
