import { useRouter, type ErrorComponentProps } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { ButtonLink, PageHeader, TextSkeleton } from '../ui/index.ts'
import { ProblemNotice } from './ProblemNotice.tsx'
import './root.css'

export function NotFoundPage() {
  const { t } = useTranslation('shell')
  return (
    <main className="root-page">
      <PageHeader title={t('notFound.title')} lead={t('notFound.words')} />
      <ButtonLink href="/">{t('firstPage')}</ButtonLink>
    </main>
  )
}

/** In the place of a page that failed; what stands around it stays. */
export function ErrorPage({ error, reset }: ErrorComponentProps) {
  const router = useRouter()
  const retry = () => {
    reset()
    void router.invalidate()
  }
  return (
    <main className="root-page">
      <ProblemNotice error={error} onRetry={retry} />
    </main>
  )
}

export function PendingPage() {
  return (
    <main className="root-page">
      <TextSkeleton lines={6} />
    </main>
  )
}
