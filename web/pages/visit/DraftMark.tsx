import { useTranslation } from 'react-i18next'
import { toInstant } from '#kernel'
import { noteDraftEndpoint, type Note } from '#records/model'
import { call } from '../../app/client.ts'
import { Button, ButtonRow, Notice, When, Word } from '../../ui/index.ts'
import type { DraftKeeper, DraftState } from './draft.ts'

interface DraftMarkProps {
  readonly kept: DraftState
  readonly keeper: DraftKeeper<Note>
  readonly consent: string
  readonly onReload: () => void
}

/** Whether what is typed is safe. A line is always kept free for it. */
export function DraftMark({ kept, keeper, consent, onReload }: DraftMarkProps) {
  const { t } = useTranslation('visit')
  if (kept.step === 'failed' && kept.why === 'changed') {
    const overwrite = async () => {
      const { version } = await call(noteDraftEndpoint, { params: { consent } })
      await keeper.overwrite(version)
    }
    return (
      <Notice
        tone="warm"
        title={t('draft.changed')}
        actions={
          <ButtonRow>
            <Button onPress={onReload}>{t('draft.takeOther')}</Button>
            <Button onPress={() => void overwrite()}>{t('draft.keepMine')}</Button>
          </ButtonRow>
        }
      >
        <p>{t('draft.changedWords')}</p>
      </Notice>
    )
  }
  return (
    <p className="note-kept" aria-live="polite">
      <KeptWords kept={kept} onRetry={() => void keeper.flush()} />
    </p>
  )
}

interface KeptWordsProps {
  readonly kept: DraftState
  readonly onRetry: () => void
}

function KeptWords({ kept, onRetry }: KeptWordsProps) {
  const { t } = useTranslation(['visit', 'common'])
  switch (kept.step) {
    case 'typing':
    case 'keeping':
      return <span className="quiet">{t('draft.keeping')}</span>
    case 'failed':
      return (
        <>
          <Word
            icon="offline"
            tone="warm"
            word={t(kept.why === 'refused' ? 'draft.refused' : 'draft.failed')}
          />{' '}
          <Button kind="quiet" small onPress={onRetry}>
            {t('common:tryAgain')}
          </Button>
        </>
      )
    case 'kept':
      if (kept.at === null) return <span className="quiet">{t('draft.none')}</span>
      return (
        <span className="quiet">
          {t('draft.kept')} <When at={toInstant(kept.at)} />
        </span>
      )
  }
}
