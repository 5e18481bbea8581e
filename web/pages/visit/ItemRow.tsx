import { Day, Quantity } from '../../ui/index.ts'
import { figureOf } from '../entry/figure.ts'
import { Opening } from './OpenedEntry.tsx'
import type { FirstScreen } from './questions.ts'

interface ItemRowProps {
  readonly consent: string
  readonly item: FirstScreen['medicines']['items'][number]
}

/** Since which month is enough to go by; the day is in the entry. */
const MONTH = '2026-03'.length

/** A medicine with its dose, or a problem with since when. */
export function ItemRow({ consent, item }: ItemRowProps) {
  const { entry, title, careDay } = item
  const figure = figureOf(item)
  return (
    <Opening consent={consent} entry={entry} className="visit-row">
      <span className="visit-row-title">{title}</span>
      {figure && <Quantity value={figure.value} unit={figure.unit} />}
      {!figure && (
        <small className="visit-row-day">
          <Day written={careDay.slice(0, MONTH)} />
        </small>
      )}
    </Opening>
  )
}
