import { useEffect, useEffectEvent, useMemo, type KeyboardEvent, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useTimelineRows } from './timeline-rows.ts'
import { nextEntry, toRows, yearAt, yearsOf, type TimelineEntry, type TimelineRow } from './timeline.ts'
import { EntryLine, HeadingLine } from './TimelineRow.tsx'
import './timeline.css'

/** Of a chart that is fetched in parts: how much there is in all, and how to get it. */
export interface TimelineRest {
  readonly total: number
  /** Newest first. */
  readonly years: readonly string[]
  /** Asked where a year is wanted that no entry here is of. */
  readonly onYear: (year: string) => void
  /** The end of what is here is near; asked again as long as it is. */
  readonly onMore: () => void
}

interface TimelineListProps {
  /** Newest first, by the date of care. */
  readonly entries: readonly TimelineEntry[]
  /** The entry that is open, by its id: the page keeps it in its address. */
  readonly opened?: string | undefined
  readonly onOpen: (id: string | undefined) => void
  readonly renderOpened: (entry: TimelineEntry) => ReactNode
  readonly rest?: TimelineRest
}

/** So many rows before the end more are fetched: a screen of a large desk. */
const NEAR_THE_END = 20

/** A chart on a spine of years. However many entries there are, the page holds those that can be seen. */
export function TimelineList({ entries, opened, onOpen, renderOpened, rest }: TimelineListProps) {
  const { t } = useTranslation('ui')
  const rows = useMemo(() => toRows(entries), [entries])
  const { active, byKey, box, measure, drawn, firstSeen, lastSeen, jumpTo, moveTo } = useTimelineRows(rows)
  useMore(lastSeen, rows.length, rest)
  const press = (at: number, id: string) => {
    moveTo(at, false)
    onOpen(id === opened ? undefined : id)
  }
  const walk = (event: KeyboardEvent) => {
    const target = targetOf(event.key, rows, active)
    if (target === undefined) return
    event.preventDefault()
    moveTo(target, true)
  }
  return (
    <div className="timeline">
      <YearBar rows={rows} firstSeen={firstSeen} onJump={jumpTo} rest={rest} />
      <ol ref={box} className="timeline-rows" aria-label={t('timeline.label')}>
        {drawn.map((at) => {
          const row = rows[at]
          if (!row) return null
          return (
            <li
              key={row.key}
              ref={measure}
              className="timeline-row"
              data-index={at}
              {...placeOf(row, rest?.total ?? entries.length)}
            >
              {row.type === 'entry' ? (
                <EntryLine
                  entry={row.entry}
                  inVisit={row.inVisit}
                  active={at === active}
                  takesFocus={byKey && at === active}
                  opened={row.key === opened ? renderOpened(row.entry) : undefined}
                  onPress={() => press(at, row.key)}
                  onKey={walk}
                />
              ) : (
                <HeadingLine row={row} />
              )}
            </li>
          )
        })}
      </ol>
    </div>
  )
}

interface YearBarProps {
  readonly rows: readonly TimelineRow[]
  readonly firstSeen: number
  readonly onJump: (row: number) => void
  readonly rest: TimelineRest | undefined
}

/** Says which year is at the top of the page, and goes to another. */
function YearBar({ rows, firstSeen, onJump, rest }: YearBarProps) {
  const { t } = useTranslation('ui')
  const years = useMemo(() => yearsOf(rows), [rows])
  const year = yearAt(years, firstSeen)
  const jump = (chosen: string) => {
    const here = years.find((other) => other.year === chosen)
    if (here) onJump(here.row)
    else rest?.onYear(chosen)
  }
  return (
    <div className="timeline-bar screen-only">
      <span className="timeline-now">{year}</span>
      <label className="timeline-jump">
        {t('timeline.jump')}
        <select value={year} onChange={({ currentTarget }) => jump(currentTarget.value)}>
          {(rest?.years ?? years.map((other) => other.year)).map((other) => (
            <option key={other}>{other}</option>
          ))}
        </select>
      </label>
    </div>
  )
}

/** Asks for more as often as there are more rows and their end is still near. */
function useMore(lastSeen: number, rows: number, rest: TimelineRest | undefined): void {
  const ask = useEffectEvent(() => rest?.onMore())
  useEffect(() => {
    if (lastSeen + NEAR_THE_END >= rows) ask()
  }, [lastSeen, rows])
}

/** For screen readers, which see a part of the list only. */
function placeOf(row: TimelineRow, count: number) {
  return row.type === 'entry' ? { 'aria-posinset': row.place, 'aria-setsize': count } : {}
}

function targetOf(key: string, rows: readonly TimelineRow[], active: number): number | undefined {
  switch (key) {
    case 'ArrowDown':
      return nextEntry(rows, active, 1)
    case 'ArrowUp':
      return nextEntry(rows, active, -1)
    case 'Home':
      return nextEntry(rows, -1, 1)
    case 'End':
      return nextEntry(rows, rows.length, -1)
    default:
      return undefined
  }
}
