import { useTranslation } from 'react-i18next'
import { Form } from '../../app/Form.tsx'
import { useForm } from '../../app/form.ts'
import { Button, LongField } from '../../ui/index.ts'

interface ReasonFormProps {
  readonly label: string
  readonly hint: string
  /** The verb on its button. */
  readonly action: string
  readonly busy: boolean
  readonly error: unknown
  readonly onReason: (reason: string) => void
  readonly onCancel: () => void
}

const SHORTEST = 3
const LONGEST = 500

/** For what may only be done with a reason, which whoever it concerns reads. */
export function ReasonForm({ label, hint, action, busy, error, onReason, onCancel }: ReasonFormProps) {
  const { t } = useTranslation(['work', 'common'])
  const form = useForm({
    start: { reason: '' },
    check: ({ reason }) => ({ reason: reason.trim().length < SHORTEST ? t('reason.missing') : undefined }),
    send: ({ reason }) => onReason(reason.trim()),
  })
  return (
    <Form
      onSubmit={form.submit}
      action={action}
      busy={busy}
      error={error}
      beside={<Button onPress={onCancel}>{t('common:cancel')}</Button>}
    >
      <LongField {...form.field('reason')} label={label} hint={hint} maxLength={LONGEST} />
    </Form>
  )
}
