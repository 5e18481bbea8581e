import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { allowEndpoint, prepareEndpoint, type Decision } from '#consent/model'
import { call } from '../../app/client.ts'
import { askPasskey } from '../../app/passkeys.ts'
import { ProblemNotice } from '../../app/ProblemNotice.tsx'
import { refresh } from '../../app/queries.ts'
import { Button, ButtonRow, Stack } from '../../ui/index.ts'
import type { ConfirmProps } from './ConfirmByCode.tsx'

/** The passkey signs the hash of exactly this decision. */
export function ConfirmByPasskey({ request, decision, code }: ConfirmProps) {
  const { t } = useTranslation('requests')
  const queries = useQueryClient()
  const allowing = useMutation({
    mutationFn: () => allowByPasskey(request, decision),
    onSuccess: () => refresh(queries, ['consent', 'requests', 'consents', 'chart']),
  })
  const error = allowing.error ?? code.error
  return (
    <Stack>
      {error && <ProblemNotice error={error} />}
      <ButtonRow>
        <Button kind="main" icon="key" busy={allowing.isPending} onPress={() => allowing.mutate()}>
          {t('confirm.passkey', { count: decision.entries.length })}
        </Button>
        <Button kind="quiet" busy={code.isPending} onPress={() => code.mutate(decision)}>
          {t('confirm.codeInstead')}
        </Button>
      </ButtonRow>
    </Stack>
  )
}

async function allowByPasskey(request: string, decision: Decision): Promise<void> {
  const params = { request }
  const { challenge } = await call(prepareEndpoint, { params, body: { ...decision, by: 'passkey' } })
  const assertion = await askPasskey(challenge)
  await call(allowEndpoint, { params, body: { ...decision, proof: { by: 'passkey', assertion } } })
}
