import { useSuspenseQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import type { Decision } from '#consent/model'
import { useMe } from '../../app/session.ts'
import { Answered } from './Answered.tsx'
import { ConfirmSheet } from './ConfirmSheet.tsx'
import { requestAnswer } from './questions.ts'
import { RequestSheet } from './RequestSheet.tsx'
import { useCode } from './use-code.ts'
import './request.css'

/** One request: to be decided, to be confirmed, or what became of it. */
export function RequestPage() {
  const { request } = useParams({ from: '/frame/requests/$request' })
  const { data } = useSuspenseQuery(requestAnswer(request))
  const [decision, setDecision] = useState<Decision>()
  const [opened] = useState(data.request.state)
  const hasPasskey = (useMe()?.passkeys ?? 0) > 0
  const code = useCode(request)
  const allow = (made: Decision) => {
    if (hasPasskey) setDecision(made)
    else code.mutate(made, { onSuccess: () => setDecision(made) })
  }
  if (data.request.state !== 'requested')
    return <Answered asked={data.request} isNews={opened === 'requested'} />
  if (decision === undefined) return <RequestSheet asked={data} onAllow={allow} code={code} />
  const back = () => {
    setDecision(undefined)
    code.reset()
  }
  return <ConfirmSheet asked={data.request} decision={decision} code={code} onBack={back} />
}
