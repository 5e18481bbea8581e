import { defaultRangeExtractor, useWindowVirtualizer, type Range } from '@tanstack/react-virtual'
import { useCallback, useLayoutEffect, useRef, useState, type RefObject } from 'react'
import { usePrinting } from './printing.ts'
import { nextEntry, type TimelineRow } from './timeline.ts'

/** First guesses; each row is measured when it is drawn. */
const HEIGHTS = { year: 60, visit: 72, entry: 72 }

/** The bars that stick above the rows: the shell's and the timeline's own. */
const STUCK = 56 + 48

/** A heading this far below the bars already names the year, for a jump may end some pixels before it. */
const NEAR = 32

/** Where the keyboard is, and whether it was the keyboard that went there. */
interface Place {
  readonly row: number
  readonly byKey: boolean
}

/** Which rows are drawn, where the page is, and which row the keyboard is at. */
export function useTimelineRows(rows: readonly TimelineRow[]) {
  const [place, setPlace] = useState<Place>({ row: -1, byKey: false })
  const active = rows[place.row]?.type === 'entry' ? place.row : nextEntry(rows, -1, 1)
  const { virtualizer, box } = useDrawnRows(rows, active)
  const printing = usePrinting()
  const seen = virtualizer.getVirtualItems().map(({ index }) => index)
  return {
    active,
    byKey: place.byKey,
    box,
    // All rows are drawn for paper, where their heights place nothing.
    measure: printing ? undefined : virtualizer.measureElement,
    drawn: printing ? rows.keys().toArray() : seen,
    // Paper fetches nothing: what came then would be too late for it.
    lastSeen: seen.at(-1) ?? 0,
    firstSeen:
      virtualizer.getVirtualItemForOffset((virtualizer.scrollOffset ?? 0) + STUCK + NEAR)?.index ?? 0,
    jumpTo: (row: number) => virtualizer.scrollToIndex(row, { align: 'start' }),
    moveTo: (row: number, byKey: boolean) => {
      setPlace({ row, byKey })
      if (byKey) virtualizer.scrollToIndex(row, { align: 'auto' })
    },
  }
}

function useDrawnRows(rows: readonly TimelineRow[], active: number) {
  const element = useRef<HTMLOListElement>(null)
  const top = useTop(element)
  // oxlint-disable-next-line react/incompatible-library -- it is memoised by hand, not by React's compiler
  const virtualizer = useWindowVirtualizer<HTMLLIElement>({
    count: rows.length,
    estimateSize: (at) => HEIGHTS[rows[at]?.type ?? 'entry'],
    getItemKey: (at) => rows[at]?.key ?? at,
    overscan: 8,
    scrollMargin: top,
    scrollPaddingStart: STUCK,
    directDomUpdates: true,
    rangeExtractor: (range) => withActive(range, active),
  })
  const box = useCallback(
    (found: HTMLOListElement | null) => {
      element.current = found
      virtualizer.containerRef(found)
    },
    [virtualizer],
  )
  return { virtualizer, box }
}

/** What can be seen, and the row that the keyboard is at, wherever the page is scrolled to: else the focus would be lost. */
function withActive(range: Range, active: number): number[] {
  const seen = defaultRangeExtractor(range)
  return active === -1 || seen.includes(active) ? seen : [...seen, active].toSorted((a, b) => a - b)
}

/** How far below the top of the page it begins, also when what is above it grows. */
function useTop(element: RefObject<HTMLElement | null>): number {
  const [top, setTop] = useState(0)
  useLayoutEffect(() => {
    const measure = () => setTop((element.current?.getBoundingClientRect().top ?? 0) + window.scrollY)
    const watcher = new ResizeObserver(measure)
    watcher.observe(document.body)
    measure()
    return () => watcher.disconnect()
  }, [element])
  return top
}
