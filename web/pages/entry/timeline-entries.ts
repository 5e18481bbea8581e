/** Lines of a chart as the timeline draws them. */
import { useTranslation } from 'react-i18next'
import { DAY, toInstant } from '#kernel'
import type { LineShape } from '#records/model'
import { toLocalDay, useNow, type Kind, type TimelineEntry } from '../../ui/index.ts'
import { figureOf } from './figure.ts'

/** A line that came late is marked as long as it is news. */
const NEWS = 7 * DAY

type PlainWords = (line: LineShape) => string | undefined

export function useTimelineEntries(
  lines: readonly LineShape[],
  plainWords?: PlainWords,
): readonly TimelineEntry[] {
  const { t } = useTranslation('ui')
  const now = useNow()
  return toTimelineEntries(lines, (kind) => t(`kind.${kind}`), now, plainWords)
}

export function toTimelineEntries(
  lines: readonly LineShape[],
  kindWords: (kind: Kind) => string,
  now: number,
  plainWords: PlainWords = () => undefined,
): readonly TimelineEntry[] {
  const visits = visitNames(lines, kindWords)
  const began = beganOn(lines)
  return lines.map((line) => {
    const { entry, kind, careDay, title, where, who, struck, byPatient, abnormal, visit } = line
    const figure = figureOf(line)
    const plain = kind === 'medicine' ? undefined : plainWords(line)
    const added = cameLate(line, began, now)
    const name = visit === null ? undefined : visits.get(visit)
    return {
      id: entry,
      kind,
      on: careDay,
      what: title ?? kindWords(kind),
      struck,
      own: byPatient,
      ...(plain !== undefined && { plain }),
      ...(figure && { figure: { ...figure, ...(abnormal && { flag: abnormal }) } }),
      ...(where !== null && { where }),
      ...(who !== null && { who }),
      ...(visit !== null && name !== undefined && { visit: { id: visit, name } }),
      ...(added !== undefined && { added }),
    }
  })
}

/** What each visit was: what its own line says, else where it was. */
function visitNames(
  lines: readonly LineShape[],
  kindWords: (kind: Kind) => string,
): ReadonlyMap<string, string> {
  const names = new Map<string, string>()
  for (const { visit, entry, title, where } of lines) {
    if (visit === null) continue
    if (entry === visit) names.set(visit, title ?? where ?? kindWords('visit'))
    else if (!names.has(visit)) names.set(visit, where ?? kindWords('visit'))
  }
  return names
}

/** The day the chart was begun, as far as these lines know: what was put in then is the chart, and did not come late. */
function beganOn(lines: readonly LineShape[]): string {
  const [first, ...others] = lines
  if (!first) return ''
  return toLocalDay(toInstant(others.reduce((least, { addedAt }) => Math.min(least, addedAt), first.addedAt)))
}

/** The day a line joined the chart, where that was lately and long enough after the care to be missed. */
function cameLate({ addedAt, careAt, careDay }: LineShape, began: string, now: number): string | undefined {
  const added = toLocalDay(toInstant(addedAt))
  const isNews = now - addedAt < NEWS && addedAt - careAt > DAY
  return isNews && added !== began && added > careDay ? added : undefined
}
