import { useEffect, useRef, type KeyboardEvent, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useWords } from '../text/use-words.ts'
import { toLocalDay } from './day.ts'
import { Icon } from './Icon.tsx'
import { useNow } from './now.ts'
import type { TimelineEntry, TimelineRow } from './timeline.ts'
import { FlagWord, Quantity } from './Words.tsx'

interface EntryLineProps {
  readonly entry: TimelineEntry
  readonly inVisit: boolean
  /** Whether the tab key stops here: at one entry of the list, the arrows do the rest. */
  readonly active: boolean
  readonly takesFocus: boolean
  readonly opened: ReactNode
  readonly onPress: () => void
  readonly onKey: (event: KeyboardEvent) => void
}

/** What stands between the entries. */
export function HeadingLine({ row }: { readonly row: Exclude<TimelineRow, { readonly type: 'entry' }> }) {
  const { t } = useTranslation('ui')
  const words = useWords()
  if (row.type === 'year') return <h2 className="timeline-year">{row.year}</h2>
  return (
    <div className="timeline-visit">
      <span className="timeline-day">{words.day(row.on)}</span>
      <span className="timeline-dot" />
      <span className="timeline-words">
        <strong className="timeline-what">{row.name}</strong>
        <span className="timeline-detail">
          <span className="timeline-day-inside">{words.day(row.on)}, </span>
          {t('timeline.visitEntries', { count: row.count })}
        </span>
      </span>
    </div>
  )
}

/** One entry; opened in place. */
export function EntryLine({ entry, inVisit, active, takesFocus, opened, onPress, onKey }: EntryLineProps) {
  const words = useWords()
  const line = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (takesFocus) line.current?.focus({ preventScroll: true })
  }, [takesFocus])
  const classes = ['timeline-entry', inVisit && 'timeline-in-visit', entry.struck && 'timeline-struck']
  return (
    <>
      <button
        ref={line}
        type="button"
        className={classes.filter(Boolean).join(' ')}
        tabIndex={active ? 0 : -1}
        aria-expanded={opened !== undefined}
        onClick={onPress}
        onKeyDown={onKey}
      >
        <span className="timeline-day">{!inVisit && words.day(entry.on)}</span>
        <span className="timeline-icon">
          <Icon name={entry.kind} />
        </span>
        <span className="timeline-words">
          <span className="timeline-what">{entry.what}</span>
          <EntryDetail entry={entry} inVisit={inVisit} />
          {entry.excerpt !== undefined && <q className="timeline-excerpt">{entry.excerpt}</q>}
        </span>
        {entry.figure && <EntryFigure {...entry.figure} />}
      </button>
      {opened !== undefined && <div className="timeline-opened">{opened}</div>}
    </>
  )
}

function EntryDetail({ entry, inVisit }: Pick<EntryLineProps, 'entry' | 'inVisit'>) {
  const { t } = useTranslation('ui')
  const words = useWords()
  const { kind, on, where, who, added, own = false, struck = false, plain } = entry
  const notes = [
    plain,
    t(`kind.${kind}`),
    inVisit ? undefined : where,
    who,
    own ? t('timeline.own') : undefined,
  ].filter((note) => note !== undefined)
  return (
    <span className="timeline-detail">
      {!inVisit && <span className="timeline-day-inside">{words.day(on)}, </span>}
      {notes.join(', ')}
      {struck && <strong>, {t('timeline.struck')}</strong>}
      {added !== undefined && <Added on={added} />}
    </span>
  )
}

/** Placed by the day of care, so that what came late would be missed without a word. */
function Added({ on }: { readonly on: string }) {
  const { t } = useTranslation('ui')
  const words = useWords()
  const today = on === toLocalDay(useNow())
  return (
    <span className="timeline-late">
      , {today ? t('timeline.addedToday') : t('timeline.added', { day: words.day(on) })}
    </span>
  )
}

function EntryFigure({ value, unit, flag }: NonNullable<TimelineEntry['figure']>) {
  return (
    <span className="timeline-figure">
      <Quantity value={value} unit={unit} />
      {flag && flag !== 'normal' && <FlagWord flag={flag} />}
    </span>
  )
}
