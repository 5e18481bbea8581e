import { useTranslation } from 'react-i18next'
import { refuseEndpoint } from '#consent/model'
import { toInstant } from '#kernel'
import { useGo } from '../../app/go.ts'
import { ProblemNotice } from '../../app/ProblemNotice.tsx'
import { useSend } from '../../app/queries.ts'
import { useWords } from '../../text/use-words.ts'
import { Button, useUndo } from '../../ui/index.ts'
import type { Asked } from './choice.ts'
import type { CodeSending } from './use-code.ts'

interface DecisionBarProps {
  readonly request: Asked['request']
  readonly count: number
  readonly onAllow: () => void
  readonly code: CodeSending
}

/** Three answers of equal size, always in reach of the thumb. */
export function DecisionBar({ request, count, onAllow, code }: DecisionBarProps) {
  const { t } = useTranslation('requests')
  const words = useWords()
  const go = useGo()
  const say = useUndo()
  const refusing = useSend(refuseEndpoint, ['requests', 'chart'])
  const error = refusing.error ?? code.error
  const leave = () => {
    say(t('sheet.left', { time: words.clock(toInstant(request.standsUntil)) }))
    go('/')
  }
  return (
    <div className="request-bar">
      {error && <ProblemNotice error={error} />}
      <p className="request-free">{t('sheet.free')}</p>
      <div className="request-answers screen-only">
        <Button
          kind="main"
          busy={code.isPending}
          onPress={onAllow}
          reason={count === 0 ? t('sheet.nothing') : undefined}
        >
          {t('sheet.allow', { count })}
        </Button>
        <Button onPress={leave}>{t('sheet.notNow')}</Button>
        <Button
          busy={refusing.isPending}
          onPress={() => refusing.mutate({ params: { request: request.request } })}
        >
          {t('sheet.refuse')}
        </Button>
      </div>
      <p className="request-paper">{t('sheet.paper')}</p>
    </div>
  )
}
