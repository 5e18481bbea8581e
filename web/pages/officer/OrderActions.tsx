import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { confirmOrderEndpoint, withdrawOrderEndpoint } from '#identity/model'
import { ProblemNotice } from '../../app/ProblemNotice.tsx'
import { useSend } from '../../app/queries.ts'
import { Button, ButtonRow, Confirm, useUndo } from '../../ui/index.ts'
import type { KnownOrder } from './questions.ts'

/** What an officer can do with an order that waits for the second one. */
export function OrderActions({ order: { order, kind, name, mayConfirm } }: { readonly order: KnownOrder }) {
  const { t } = useTranslation('officer')
  const say = useUndo()
  const [asking, setAsking] = useState(false)
  const confirming = useSend(confirmOrderEndpoint, ['licence'])
  const withdrawing = useSend(withdrawOrderEndpoint)
  const params = { order }
  const confirm = () => {
    setAsking(false)
    confirming.mutate({ params }, { onSuccess: () => say(t(`order.done.${kind}`, { name })) })
  }
  const withdraw = () =>
    withdrawing.mutate({ params }, { onSuccess: () => say(t('order.withdrawn', { name })) })
  const error = confirming.error ?? withdrawing.error
  return (
    <>
      {error && <ProblemNotice error={error} />}
      <ButtonRow>
        <Button
          kind={mayConfirm ? 'main' : 'plain'}
          busy={confirming.isPending}
          onPress={() => setAsking(true)}
          reason={mayConfirm ? undefined : t('order.notYou')}
        >
          {t('order.confirm')}
        </Button>
        <Button kind="quiet" busy={withdrawing.isPending} onPress={withdraw}>
          {t('order.withdraw')}
        </Button>
      </ButtonRow>
      <Confirm
        open={asking}
        title={t(`order.${kind}`, { name })}
        action={t(`order.confirmKind.${kind}`)}
        onConfirm={confirm}
        onClose={() => setAsking(false)}
      >
        <p>{t(`order.effect.${kind}`)}</p>
      </Confirm>
    </>
  )
}
