import { useTranslation } from 'react-i18next'
import { Button, Problem as ProblemBox } from '../ui/index.ts'
import type { Areas } from '../text/areas.ts'
import { isProblem } from './problem.ts'

interface ProblemNoticeProps {
  readonly error: unknown
  readonly onRetry?: (() => void) | undefined
}

/** Whatever went wrong in words: of a code that the catalogue knows in the language of the page, else as the server said it. */
export function ProblemNotice({ error, onRetry }: ProblemNoticeProps) {
  const { t } = useTranslation('common')
  const retry = onRetry && (
    <Button icon="refresh" onPress={onRetry}>
      {t('tryAgain')}
    </Button>
  )
  return <ProblemBox {...useProblemWords(error)} actions={retry} />
}

interface ProblemWords {
  readonly happened: string
  readonly safe?: string
  readonly todo?: string
}

/** What happened, what is safe, what to do. */
export function useProblemWords(error: unknown): ProblemWords {
  return useSayProblem()(error)
}

/** The same for what goes wrong later: a file on its way. */
export function useSayProblem(): (error: unknown) => ProblemWords {
  const { t, i18n } = useTranslation('problem')
  const isKnown = (code: string): code is keyof Areas['problem'] => i18n.exists(`problem:${code}.happened`)
  return (error) => {
    const code = isProblem(error) ? error.code : 'BROKEN'
    if (!isKnown(code)) return { happened: isProblem(error) ? error.message : code }
    return { happened: t(`${code}.happened`), safe: t(`${code}.safe`), todo: t(`${code}.todo`) }
  }
}
