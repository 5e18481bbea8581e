import { useRouter, type ErrorComponentProps } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Button, ButtonLink, PageHeader, TextSkeleton } from '../ui/index.ts'
import { isProblem } from './problem.ts'
import { ProblemNotice } from './ProblemNotice.tsx'
import { leave } from './session.ts'
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

/** In the place of a page that failed; what stands around it stays, its `main` too. */
export function ErrorPage({ error, reset }: ErrorComponentProps) {
  const { t } = useTranslation('shell')
  const router = useRouter()
  const retry = () => {
    reset()
    void router.invalidate()
  }
  if (isProblem(error, 'SIGN_IN_FIRST')) return <SignedOut />
  return (
    <div className="root-page">
      <PageHeader title={t('failed')} />
      <ProblemNotice error={error} onRetry={retry} />
    </div>
  )
}

/** Whose session is over signs in again, from a page that remembers nothing. */
function SignedOut() {
  const { t } = useTranslation(['shell', 'common'])
  return (
    <div className="root-page">
      <PageHeader title={t('over.title')} lead={t('over.words')} />
      <Button kind="main" onPress={leave}>
        {t('common:signIn')}
      </Button>
    </div>
  )
}

/** Where nothing stands around it. */
export function WholeErrorPage(failed: ErrorComponentProps) {
  return (
    <main>
      <ErrorPage {...failed} />
    </main>
  )
}

export function PendingPage() {
  return (
    <div className="root-page">
      <TextSkeleton lines={6} />
    </div>
  )
}
