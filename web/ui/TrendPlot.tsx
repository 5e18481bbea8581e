import { useElementSize } from '@mantine/hooks'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { LOCALES } from '../text/language.ts'
import { useLanguage } from '../text/use-words.ts'
import { plotOf, type Band, type Plot, type PlotSize, type TrendPoint } from './trend.ts'

interface TrendPlotProps {
  readonly label: string
  readonly points: readonly TrendPoint[]
  readonly range: Band
  readonly own: Band
}

const MARGIN = { left: 36, right: 12, top: 24, bottom: 24 }
const FIRST_GUESS = { width: 328, height: 208 }

/** The drawing. Its label says what it shows; the numbers are in the table. */
export function TrendPlot({ label, points, range, own }: TrendPlotProps) {
  const { t } = useTranslation('ui')
  const { ref, width, height } = useElementSize<HTMLDivElement>()
  const size = { width: width || FIRST_GUESS.width, height: height || FIRST_GUESS.height, margin: MARGIN }
  const plot = plotOf(points, [range, own], size)
  return (
    <div ref={ref} className="trend-plot">
      {/* oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a drawing has no other tag than its own */}
      <svg width={size.width} height={size.height} role="img" aria-label={label}>
        <BandArea className="trend-range" label={t('trend.range')} band={range} plot={plot} size={size} />
        <Axes plot={plot} size={size} />
        <BandArea className="trend-own" label={t('trend.own')} band={own} plot={plot} size={size} atEnd />
        <path className="trend-line" d={plot.line} />
        {points.map((point) => (
          <Point key={point.at} point={point} plot={plot} />
        ))}
        <LastValue points={points} plot={plot} />
      </svg>
    </div>
  )
}

interface BandAreaProps {
  readonly className: string
  readonly label: string
  readonly band: Band
  readonly plot: Plot
  readonly size: PlotSize
  readonly atEnd?: boolean
}

/** Named where it is, rather than in a legend. */
function BandArea({ className, label, band, plot, size, atEnd = false }: BandAreaProps): ReactNode {
  if (band.low === undefined && band.high === undefined) return null
  const [top, bottom] = [plot.y(band.high ?? plot.scale.high), plot.y(band.low ?? plot.scale.low)]
  const { left, right } = size.margin
  const width = size.width - left - right
  return (
    <>
      <rect className={className} x={left} y={top} width={width} height={bottom - top} />
      <text x={atEnd ? left + width - 4 : left + 4} y={bottom - 5} textAnchor={atEnd ? 'end' : 'start'}>
        {label}
      </text>
    </>
  )
}

function Axes({ plot, size }: { readonly plot: Plot; readonly size: PlotSize }) {
  const time = new Intl.DateTimeFormat(LOCALES[useLanguage()], timeParts(plot.times))
  const { left, right } = size.margin
  return (
    <>
      {plot.scale.ticks.map((tick) => (
        <g key={tick} transform={`translate(0 ${plot.y(tick)})`}>
          <path className="trend-grid" d={`M${left} 0H${size.width - right}`} />
          <text x={left - 6} dy="0.32em" textAnchor="end">
            {tick}
          </text>
        </g>
      ))}
      {plot.times.map((tick) => (
        <text key={tick} x={plot.x(tick)} y={size.height - 6} textAnchor="middle">
          {time.format(tick)}
        </text>
      ))}
    </>
  )
}

function timeParts([first = 0, second = first]: readonly number[]): Intl.DateTimeFormatOptions {
  return new Date(first).getFullYear() === new Date(second).getFullYear()
    ? { month: 'short' }
    : { year: 'numeric' }
}

/** In range a dot, out of range a triangle that points where it left: shape before colour. */
function Point({
  point: { at, value, flag = 'normal' },
  plot,
}: {
  readonly point: TrendPoint
  readonly plot: Plot
}) {
  const [x, y] = [plot.x(at), plot.y(value)]
  if (flag === 'normal') return <circle className="trend-point" cx={x} cy={y} r="5" />
  const turned = flag === 'low' || flag === 'very-low' ? 180 : 0
  return (
    <path
      className="trend-point trend-outside"
      d="M0-7L7 6H-7Z"
      transform={`translate(${x} ${y}) rotate(${turned})`}
    />
  )
}

function LastValue({ points, plot }: { readonly points: readonly TrendPoint[]; readonly plot: Plot }) {
  const last = points.at(-1)
  if (!last) return null
  return (
    <text className="trend-value" x={plot.x(last.at)} y={plot.y(last.value) - 12} textAnchor="end">
      {last.written}
    </text>
  )
}
