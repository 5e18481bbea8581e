import { useNavigate, useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { MINUTE, toInstant } from '#kernel'
import { withdrawEndpoint } from '#consent/model'
import { ProblemNotice } from '../../app/ProblemNotice.tsx'
import { useSend } from '../../app/queries.ts'
import { useWords } from '../../text/use-words.ts'
import { Button, ButtonLink, ButtonRow, StateWord, useUndo, When } from '../../ui/index.ts'
import { CodeForm } from './CodeForm.tsx'
import type { AskedFor } from './questions.ts'

interface RequestProps {
  readonly request: AskedFor
}

export function RequestRow({ request }: RequestProps) {
  const { t } = useTranslation('visits')
  const words = useWords()
  const { code } = useSearch({ from: '/staff/visits' })
  const { state, asked, patient, askedAt, standsUntil, minutes, consent } = request
  return (
    <li className="visits-request">
      <div className="visits-request-head">
        <strong>{patient ?? t('asked.whoever', { asked })}</strong>
        <StateWord state={state} />
      </div>
      <p className="visits-request-detail">
        {t('asked.at')} <When at={toInstant(askedAt)} />
        {', '}
        {t('asked.length', { length: words.length(minutes * MINUTE) })}
        {state === 'requested' && <>, {t('asked.stands', { time: words.clock(toInstant(standsUntil)) })}</>}
      </p>
      {state === 'granted' && consent !== null && (
        <ButtonLink kind="main" icon="next" small href={`/visits/${consent}`}>
          {t('asked.open')}
        </ButtonLink>
      )}
      {state === 'requested' &&
        (code === request.request ? <Code request={request} /> : <Waiting request={request} />)}
    </li>
  )
}

function Code({ request: { request } }: RequestProps) {
  const navigate = useNavigate()
  return <CodeForm request={request} onCancel={() => void navigate({ to: '/visits', search: {} })} />
}

function Waiting({ request: { request, asked } }: RequestProps) {
  const { t } = useTranslation('visits')
  const navigate = useNavigate()
  const say = useUndo()
  const withdrawing = useSend(withdrawEndpoint, ['visit'])
  const withdraw = () =>
    withdrawing.mutate({ params: { request } }, { onSuccess: () => say(t('asked.withdrawn', { asked })) })
  return (
    <>
      {withdrawing.error && <ProblemNotice error={withdrawing.error} />}
      <ButtonRow>
        <Button
          kind="quiet"
          small
          icon="keyboard"
          onPress={() => void navigate({ to: '/visits', search: { code: request } })}
        >
          {t('code.enter')}
        </Button>
        <Button kind="quiet" small busy={withdrawing.isPending} onPress={withdraw}>
          {t('asked.withdraw')}
        </Button>
      </ButtonRow>
    </>
  )
}
