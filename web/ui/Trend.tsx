import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useWords } from '../text/use-words.ts'
import { Button, ButtonRow } from './Button.tsx'
import { toCsv, type Band, type TrendPoint } from './trend.ts'
import { TrendPlot } from './TrendPlot.tsx'
import { FlagWord, Quantity } from './Words.tsx'
import './trend.css'

interface TrendProps {
  /** The finding: "HbA1c has fallen since January". */
  readonly title: string
  /** What is measured: "HbA1c". */
  readonly measure: string
  readonly unit: string
  /** Oldest first, one at least. */
  readonly points: readonly TrendPoint[]
  /** The range of the laboratory. */
  readonly range?: Band
  /** What is usual for this person. */
  readonly own?: Band
}

const NO_BAND: Band = {}

/** One measure over time; the table is one key away, and the numbers can be taken along. */
export function Trend({ title, measure, unit, points, range = NO_BAND, own = NO_BAND }: TrendProps) {
  const { t } = useTranslation('ui')
  const [asTable, setAsTable] = useState(false)
  return (
    <figure className="trend">
      <figcaption className="trend-head">
        <span className="trend-title">{title}</span>
        <span className="trend-axis-name">{`${measure}, ${unit}`}</span>
      </figcaption>
      {asTable ? (
        <TrendTable points={points} measure={measure} unit={unit} />
      ) : (
        <TrendPlot label={title} {...{ points, range, own }} />
      )}
      <div className="screen-only">
        <ButtonRow>
          <Button kind="quiet" small icon={asTable ? 'chart' : 'table'} onPress={() => setAsTable(!asTable)}>
            {t(asTable ? 'trend.chart' : 'trend.table')}
          </Button>
          <Button
            kind="quiet"
            small
            icon="download"
            onPress={() => save(`${measure}.csv`, toCsv(points, unit, [t('trend.date'), measure]))}
          >
            {t('trend.download')}
          </Button>
        </ButtonRow>
      </div>
    </figure>
  )
}

function TrendTable({ points, measure, unit }: Pick<TrendProps, 'points' | 'measure' | 'unit'>) {
  const { t } = useTranslation('ui')
  const words = useWords()
  return (
    <table className="trend-table">
      <thead>
        <tr>
          <th scope="col">{t('trend.date')}</th>
          <th scope="col">{measure}</th>
          <th scope="col">{t('results.flag')}</th>
        </tr>
      </thead>
      <tbody>
        {points.toReversed().map(({ at, written, flag }) => (
          <tr key={at}>
            <th scope="row">{words.day(new Date(at).toISOString())}</th>
            <td>
              <Quantity value={written} unit={unit} />
            </td>
            <td>{flag && <FlagWord flag={flag} />}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function save(name: string, text: string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob([text], { type: 'text/csv' }))
  link.download = name
  link.click()
  URL.revokeObjectURL(link.href)
}
