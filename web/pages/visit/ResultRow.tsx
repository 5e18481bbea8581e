import { useTranslation } from 'react-i18next'
import { useWords } from '../../text/use-words.ts'
import { Day, FlagWord, Icon, Quantity } from '../../ui/index.ts'
import { figureOf } from '../entry/figure.ts'
import { Opening } from './OpenedEntry.tsx'
import type { FirstScreen } from './questions.ts'

type Result = FirstScreen['results']['items'][number]

interface ResultRowProps {
  readonly consent: string
  readonly result: Result
}

/** The last of a test: its figure, whether it is in range, and how it stands to the one before. */
export function ResultRow({ consent, result }: ResultRowProps) {
  const { entry, title, careDay, abnormal } = result
  const figure = figureOf(result)
  return (
    <Opening consent={consent} entry={entry} className="visit-row">
      <span className="visit-row-title">{title}</span>
      <span className="visit-row-figure">
        {figure && <Quantity value={figure.value} unit={figure.unit} />}
        {abnormal && <FlagWord flag={abnormal} />}
      </span>
      <small className="visit-row-below">
        <Day written={careDay} />
        <Before result={result} />
      </small>
    </Opening>
  )
}

const MOVES = { up: 'rise', down: 'fall', same: 'same' } as const

function Before({ result: { direction, before } }: Pick<ResultRowProps, 'result'>) {
  const { t } = useTranslation('visit')
  const words = useWords()
  if (direction === null || before === null) return null
  return (
    <span>
      <Icon name={MOVES[direction]} />{' '}
      {t(`before.${direction}`, { figure: before.figure, day: words.day(before.careDay) })}
    </span>
  )
}
