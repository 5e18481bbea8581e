import { useSuspenseQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { toInstant } from '#kernel'
import { closeTokenEndpoint, giveTokenEndpoint } from '#identity/model'
import { ProblemNotice } from '../../app/ProblemNotice.tsx'
import { useSend } from '../../app/queries.ts'
import { Button, Stack, When } from '../../ui/index.ts'
import { queueAnswer, type OfPatient } from './questions.ts'
import { TokenState } from './TokenList.tsx'

/** The patient's number for today: given, called by it, closed. */
export function TokenPart({ organisation, patient }: OfPatient) {
  const { t } = useTranslation('desk')
  const { tokens } = useSuspenseQuery(queueAnswer(organisation)).data
  const own = tokens.filter((token) => token.patient.person === patient.person)
  const waiting = own.find(({ state }) => state === 'waiting')
  const shown = waiting ?? own.toSorted((a, b) => b.number - a.number)[0]
  return (
    <Stack>
      {shown ? (
        <div className="desk-token">
          <strong className="desk-token-number">{shown.number}</strong>
          <span>
            <TokenState state={shown.state} />
            <small className="quiet">
              {t('token.given')} <When at={toInstant(shown.at)} />
            </small>
          </span>
        </div>
      ) : (
        <p>{t('token.none')}</p>
      )}
      {waiting ? (
        <CloseToken organisation={organisation} token={waiting.token} />
      ) : (
        <GiveToken {...{ organisation, patient }} />
      )}
    </Stack>
  )
}

/** Enter gives it at once; closing one is never under the fingers by itself. */
function GiveToken({ organisation, patient: { person } }: OfPatient) {
  const { t } = useTranslation('desk')
  const giving = useSend(giveTokenEndpoint)
  const give = () => giving.mutate({ params: { organisation }, body: { person } })
  return (
    <div className="desk-give">
      {giving.error && <ProblemNotice error={giving.error} />}
      <Button kind="main" icon="queue" busy={giving.isPending} onPress={give}>
        {t('token.give')}
      </Button>
    </div>
  )
}

function CloseToken({ organisation, token }: { readonly organisation: string; readonly token: string }) {
  const { t } = useTranslation('desk')
  const closing = useSend(closeTokenEndpoint)
  const close = () => closing.mutate({ params: { organisation, token } })
  return (
    <>
      {closing.error && <ProblemNotice error={closing.error} />}
      <Button icon="check" busy={closing.isPending} onPress={close}>
        {t('token.close')}
      </Button>
    </>
  )
}
