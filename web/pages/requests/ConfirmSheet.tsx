import { useTranslation } from 'react-i18next'
import type { Decision } from '#consent/model'
import { MINUTE } from '#kernel'
import { useWords } from '../../text/use-words.ts'
import { Button, PageHeader, Stack } from '../../ui/index.ts'
import type { Asked } from './choice.ts'
import { ConfirmByCode } from './ConfirmByCode.tsx'
import { ConfirmByPasskey } from './ConfirmByPasskey.tsx'
import type { CodeSending } from './use-code.ts'

interface ConfirmSheetProps {
  readonly asked: Asked['request']
  readonly decision: Decision
  readonly code: CodeSending
  readonly onBack: () => void
}

/** The code or passkey counts for exactly this decision and for no other. */
export function ConfirmSheet({ asked, decision, code, onBack }: ConfirmSheetProps) {
  const { t } = useTranslation('requests')
  const words = useWords()
  const { name, organisation } = asked.reader
  const length = words.length(decision.minutes * MINUTE)
  const confirming = { request: asked.request, decision, code }
  return (
    <div className="request-confirm">
      <PageHeader
        title={t('confirm.title')}
        takesFocus
        lead={t('confirm.lead', { count: decision.entries.length, name, organisation, length })}
      />
      <Stack>
        {code.data ? <ConfirmByCode {...confirming} /> : <ConfirmByPasskey {...confirming} />}
        <Button kind="quiet" icon="back" onPress={onBack}>
          {t('confirm.back')}
        </Button>
      </Stack>
    </div>
  )
}
