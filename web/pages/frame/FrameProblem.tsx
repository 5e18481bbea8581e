import type { ErrorComponentProps } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { ErrorPage } from '../../app/FallbackPages.tsx'
import { isProblem } from '../../app/problem.ts'
import { leave } from '../../app/session.ts'
import { Button, EmptyState } from '../../ui/index.ts'

/** In the place of a page that failed. Whose session is over signs in again, from a page that remembers nothing. */
export function FrameProblem(failed: ErrorComponentProps) {
  const { t } = useTranslation(['frame', 'common'])
  if (!isProblem(failed.error, 'SIGN_IN_FIRST')) return <ErrorPage {...failed} />
  return (
    <main className="frame-over">
      <EmptyState
        icon="locked"
        title={t('over.title')}
        actions={
          <Button kind="main" onPress={leave}>
            {t('common:signIn')}
          </Button>
        }
      >
        <p>{t('over.words')}</p>
      </EmptyState>
    </main>
  )
}
