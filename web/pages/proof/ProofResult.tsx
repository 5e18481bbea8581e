import { useTranslation } from 'react-i18next'
import { exportEndpoint } from '#records/model'
import { addressOf } from '../../app/client.ts'
import { Button, Notice, ProofSteps, Stack, type ProofStep } from '../../ui/index.ts'
import { useRevealed } from './reveal.ts'

/** The steps of a check as they turn true, and what a check on this page is worth. */
export function ProofResult({ steps }: { readonly steps: readonly ProofStep[] }) {
  const { t } = useTranslation('proof')
  const revealed = useRevealed(steps)
  return (
    <Stack>
      <p>
        <strong>{t('title')}</strong>
      </p>
      <ProofSteps steps={revealed} />
      {revealed.some(({ state }) => state === 'false') && (
        <Notice tone="danger" title={t('wrong')}>
          <p>{t('wrongWords')}</p>
        </Notice>
      )}
      <p className="quiet">
        {t('worth')}{' '}
        <a href={addressOf(exportEndpoint, {})} download>
          {t('save')}
        </a>
      </p>
    </Stack>
  )
}

interface NotAnchoredProps {
  readonly refusal: string | null
  readonly onRetry: () => void
  readonly busy: boolean
}

/** There is nothing to check yet, or the ledger refused it, which nobody should have to find out by chance. */
export function NotAnchored({ refusal, onRetry, busy }: NotAnchoredProps) {
  const { t } = useTranslation('proof')
  return (
    <Notice
      tone={refusal === null ? 'calm' : 'danger'}
      title={t(refusal === null ? 'waiting' : 'refused')}
      actions={
        <Button icon="refresh" busy={busy} onPress={onRetry}>
          {t('again')}
        </Button>
      }
    >
      <p>{refusal === null ? t('waitingWords') : t('refusedWords', { reason: refusal })}</p>
    </Notice>
  )
}
