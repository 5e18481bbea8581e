import { useTranslation } from 'react-i18next'
import { ButtonLink, Notice, PageHeader } from '../../ui/index.ts'
import type { VisitState } from './visit-state.ts'

/** The chart is gone from this page; whose it was stays above the note, for a note on the wrong patient harms. */
export function Closed({ state }: { readonly state: Extract<VisitState, { readonly open: false }> }) {
  const { t } = useTranslation('visit')
  const { why, visit } = state
  return (
    <div aria-live="assertive">
      <PageHeader title={visit?.patient ?? t('closed.title')} {...(visit && { lead: visit.organisation })} />
      <Notice
        tone={why === 'ended' ? 'calm' : 'warm'}
        title={t(`closed.${why}`)}
        actions={<ButtonLink href="/visits">{t('closed.back')}</ButtonLink>}
      >
        <p>{t(`closed.${why}Words`)}</p>
      </Notice>
    </div>
  )
}
