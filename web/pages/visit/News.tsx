import { useTranslation } from 'react-i18next'
import { toInstant } from '#kernel'
import type { LineShape } from '#records/model'
import { countWords } from '../../text/numbers.ts'
import { Day, FlagWord, KindIcon, Quantity, When } from '../../ui/index.ts'
import { figureOf } from '../entry/figure.ts'
import { Opening } from './OpenedEntry.tsx'
import type { FirstScreen } from './questions.ts'

const FIRST = 3

interface NewsProps {
  readonly consent: string
  readonly news: FirstScreen['news']
  /** All that is open. */
  readonly entries: number
}

/** What this doctor has not seen yet: of a paper, others would read it as their own. */
export function News({ consent, news, entries }: NewsProps) {
  const { t } = useTranslation('visit')
  return (
    <section className="visit-box screen-only" aria-labelledby="news">
      <h2 id="news">
        {t('news.title')}{' '}
        <small className="quiet">
          {t('news.of', { part: countWords(news.count), whole: countWords(entries) })}
        </small>
      </h2>
      <Since since={news.since} />
      <ul>
        {news.lines.slice(0, FIRST).map((line) => (
          <NewLine key={line.entry} consent={consent} line={line} />
        ))}
      </ul>
    </section>
  )
}

function Since({ since }: Pick<NewsProps['news'], 'since'>) {
  const { t } = useTranslation('visit')
  return (
    <p className="visit-empty">
      {since === null ? (
        t('news.first')
      ) : (
        <>
          {t('news.since')} <When at={toInstant(since)} />
        </>
      )}
    </p>
  )
}

function NewLine({ consent, line }: { readonly consent: string; readonly line: LineShape }) {
  const { t } = useTranslation('ui')
  const { kind, title, entry, abnormal, careDay } = line
  const figure = figureOf(line)
  return (
    <Opening consent={consent} entry={entry} className="visit-row">
      <span className="visit-row-title">
        <KindIcon kind={kind} /> {title ?? t(`kind.${kind}`)}
      </span>
      <span className="visit-row-figure">
        {figure && <Quantity value={figure.value} unit={figure.unit} />}
        {abnormal && <FlagWord flag={abnormal} />}
      </span>
      <small className="visit-row-day">
        <Day written={careDay} />
      </small>
    </Opening>
  )
}
