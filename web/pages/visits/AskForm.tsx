import { useNavigate } from '@tanstack/react-router'
import { useRef, useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { askEndpoint } from '#consent/model'
import { systemClock } from '#kernel'
import { ProblemNotice } from '../../app/ProblemNotice.tsx'
import { useSend } from '../../app/queries.ts'
import { Button, Stack, TextField, Tick, toLocalDay, useShortcut, useUndo } from '../../ui/index.ts'
import { AskTerms } from './AskTerms.tsx'
import { newAsking, toAsk, type Asking } from './asking.ts'
import { namedBy, type Named } from './named.ts'
import type { housesOf } from './questions.ts'
import { WhoField } from './WhoField.tsx'

interface AskFormProps {
  readonly houses: ReturnType<typeof housesOf>
  readonly first: string
}

/** Naming the patient is all that must be done; the rest has the answers that most visits need. */
export function AskForm({ houses, first }: AskFormProps) {
  const { t } = useTranslation('visits')
  const [asking, setAsking] = useState(() => newAsking(first))
  const [tried, setTried] = useState(false)
  const { sending, send } = useAsking()
  const change = (changed: Partial<Asking>) => setAsking((before) => ({ ...before, ...changed }))
  const form = useRef<HTMLFormElement>(null)
  const named = namedBy(asking.who)
  useShortcut('a', t('ask.title'), () => form.current?.querySelector('input')?.focus())
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (!named) return
    send(asking, named, () => {
      change({ who: '', reason: '', bySms: false })
      setTried(false)
    })
  }
  return (
    <form ref={form} noValidate onSubmit={submit}>
      <Stack>
        <WhoField who={asking.who} tried={tried} onWho={(who) => change({ who })} />
        <TextField
          label={t('ask.reason')}
          hint={t('ask.reasonHint')}
          value={asking.reason}
          onValue={(reason) => change({ reason })}
          maxLength={200}
          optional
        />
        <Tick
          label={t('ask.bySms')}
          detail={t('ask.bySmsDetail')}
          checked={asking.bySms}
          onChecked={(bySms) => change({ bySms })}
        />
        <AskTerms asking={asking} houses={houses} onChange={change} />
        {sending.error && <ProblemNotice error={sending.error} />}
        <Button kind="main" submits wide busy={sending.isPending}>
          {t('ask.send')}
        </Button>
      </Stack>
    </form>
  )
}

/** The answer is the same whoever there is: that it was sent. */
function useAsking() {
  const { t } = useTranslation('visits')
  const navigate = useNavigate()
  const say = useUndo()
  const sending = useSend(askEndpoint, ['visit'])
  const send = (asking: Asking, patient: Named, sent: () => void) => {
    const { organisation, reason, bySms } = asking
    const ask = toAsk(asking, toLocalDay(systemClock.now()))
    sending.mutate(
      { body: { ...ask, kinds: [...ask.kinds], organisation, patient, reason: reason.trim(), bySms } },
      {
        onSuccess({ request }) {
          sent()
          say(t('ask.sent'))
          if (bySms) void navigate({ to: '/visits', search: { code: request } })
        },
      },
    )
  }
  return { sending, send }
}
