/** What a consent can cover: the entries of a chart as they are now, those struck through left out. */
import type { Coverable, CoverableEntry } from '#consent'
import { kindSchema } from '#consent/model'

import { openChart, type Line, type Selection, type ViewPorts } from './chart-view.ts'

const BATCH = 2_000

export function openCoverable(ports: ViewPorts): Coverable {
  return {
    async entries(permission) {
      const view = openChart(ports, permission)
      const entries: CoverableEntry[] = []
      let after: Selection['after']
      do {
        const lines = await view.lines({ most: BATCH, ...(after ? { after } : {}) })
        for (const line of lines) if (!line.struck) entries.push(toCoverable(line))
        after = lines.length === BATCH ? lines.at(-1) : undefined
      } while (after)
      return entries
    },
  }
}

function toCoverable({ id, place, kind, careDay, preview }: Line): CoverableEntry {
  const { title, where, sensitive } = preview
  return {
    entry: id,
    place,
    kind: kindSchema.parse(kind),
    title,
    careDate: toDate(careDay),
    where,
    sensitive,
  }
}

/** A month or year counts as its first day, so that it can be compared with dates. */
function toDate(careDay: string): string {
  return careDay + '-01-01'.slice(careDay.length - 4)
}
