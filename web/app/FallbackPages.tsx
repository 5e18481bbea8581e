import { useRouter, type ErrorComponentProps } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Button, ButtonLink, PageHeader, Shell, Stack, TextSkeleton } from '../ui/index.ts'
import { isProblem } from './problem.ts'
import { ProblemNotice } from './ProblemNotice.tsx'
import { ProductLink } from './ProductLink.tsx'
import { askToSignIn } from './session.ts'
import './root.css'

/** What is refused now is refused again: forbidden, and nothing to be seen there. */
const REFUSALS: ReadonlySet<number> = new Set([403, 404])

export function NotFoundPage() {
  const { t } = useTranslation('shell')
  return (
    <Shell whose={<ProductLink />}>
      <PageHeader title={t('notFound.title')} lead={t('notFound.words')} />
      <ButtonLink href="/">{t('firstPage')}</ButtonLink>
    </Shell>
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
  const isRefusal = isProblem(error) && REFUSALS.has(error.details.status)
  return (
    <div className="root-page">
      <PageHeader title={t('failed')} />
      <Stack>
        <ProblemNotice error={error} onRetry={isRefusal ? undefined : retry} />
        {isRefusal && <ButtonLink href="/">{t('firstPage')}</ButtonLink>}
      </Stack>
    </div>
  )
}

/** Whose session is over signs in again, from a page that remembers nothing. */
function SignedOut() {
  const { t } = useTranslation(['shell', 'common'])
  return (
    <div className="root-page">
      <PageHeader title={t('over.title')} lead={t('over.words')} />
      <Button kind="main" onPress={askToSignIn}>
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
