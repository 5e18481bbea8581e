import { useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useEnter } from '../../app/enter.ts'
import { Link, PageHeader, Stack } from '../../ui/index.ts'
import { ChoosePerson, type Choice } from './ChoosePerson.tsx'
import { PasskeySignIn } from './PasskeySignIn.tsx'
import { PasswordSignIn } from './PasswordSignIn.tsx'
import { SecondFactor } from './SecondFactor.tsx'
import './sign-in.css'

type Step = { readonly name: 'password' } | { readonly name: 'second-factor' } | Choice

/** Signing in, one question at a time. */
export function SignIn() {
  const { t } = useTranslation(['account', 'shell'])
  const { to, over = false } = useSearch({ from: '/frame/sign-in' })
  const [step, setStep] = useState<Step>({ name: 'password' })
  const enter = useEnter()
  const done = () => void enter(to)
  const again = { onDone: done, onSecondFactor: () => setStep({ name: 'second-factor' }) }
  switch (step.name) {
    case 'second-factor':
      return (
        <div className="sign-in">
          <PageHeader title={t('second.title')} takesFocus lead={t('second.lead')} />
          <SecondFactor onDone={done} />
        </div>
      )
    case 'choose':
      return (
        <div className="sign-in">
          <PageHeader title={t('choose.title')} takesFocus lead={t('choose.lead')} />
          <ChoosePerson {...step} {...again} />
        </div>
      )
    case 'password':
      return (
        <div className="sign-in">
          {over ? (
            <PageHeader title={t('shell:over.title')} lead={t('shell:over.words')} />
          ) : (
            <PageHeader title={t('signIn.title')} lead={to === undefined ? undefined : t('signIn.first')} />
          )}
          <Stack gap="large">
            <PasswordSignIn {...again} onChoose={setStep} />
            <PasskeySignIn onDone={done} />
            <p>
              {t('signIn.new')} <Link href={withTarget('/sign-up', to)}>{t('signIn.newLink')}</Link>
            </p>
          </Stack>
        </div>
      )
  }
}

function withTarget(href: string, to: string | undefined): string {
  return to === undefined ? href : `${href}?to=${encodeURIComponent(to)}`
}
