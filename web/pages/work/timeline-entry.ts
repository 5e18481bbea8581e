import { DAY, toInstant, type Instant } from '#kernel'
import type { LineShape } from '#records/model'
import { toLocalDay, type TimelineEntry } from '../../ui/index.ts'
import { figureOf } from '../entry/figure.ts'

/** So long after the care it was for, an entry came late; so long it is worth saying. */
const LATE = 7 * DAY
const NEWS = 31 * DAY

/** A line of a chart as the timeline draws it. `kind` is what it is called where its source says nothing. */
export function toTimelineEntry(line: LineShape, kind: string, now: Instant): TimelineEntry {
  const { entry, careDay, title, where, who, visit, struck, byPatient } = line
  return {
    id: entry,
    kind: line.kind,
    on: careDay,
    what: title ?? kind,
    struck,
    own: byPatient,
    ...figure(line),
    ...(where !== null && { where }),
    ...(who !== null && { who }),
    ...(visit !== null && { visit: { id: visit, name: where ?? kind } }),
    ...added(line, now),
  }
}

function figure(line: LineShape): Pick<TimelineEntry, 'figure'> {
  const found = figureOf(line)
  return found ? { figure: { ...found, ...(line.abnormal && { flag: line.abnormal }) } } : {}
}

function added({ addedAt, careAt }: LineShape, now: Instant): Pick<TimelineEntry, 'added'> {
  const isNews = addedAt - careAt > LATE && now - addedAt < NEWS
  return isNews ? { added: toLocalDay(toInstant(addedAt)) } : {}
}
