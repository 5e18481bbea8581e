/** What a doctor sees first, without scrolling: of what is open, under one look. */
import type { Bytes } from '#kernel'
import type { PractitionerActor } from '#http/model'
import { lastLook } from '#consent'
import type { Kind } from '#consent/model'

import { openChart, type ChartView, type Whole } from './chart-view.ts'
import type { Source } from './model/summary/box.ts'
import { readResource, summaryOf } from './model/index.ts'
import type { RecordsPorts } from './ports.ts'
import { toShapes } from './reading.ts'

/** The newest of each kind are read; what lies deeper is found on the timeline. */
const READ: Readonly<Partial<Record<Kind, number>>> = {
  allergy: 200,
  medicine: 600,
  problem: 600,
  result: 300,
  'vital-signs': 150,
}
const MOST_NEWS = 20

export async function firstScreenOf(ports: RecordsPorts, actor: PractitionerActor, consent: Bytes) {
  const { database, directory, clock } = ports
  const permission = await ports.gate.reader(actor, consent)
  const { chart, reach } = permission
  if (reach.kind !== 'consent') throw new Error('a visit is read under its consent')
  const view = openChart(ports, permission)
  const now = clock.now()
  const wholes = await newestOf(view, READ)
  const { photo: _, ...boxes } = summaryOf(wholes.map(toSource), now)
  const since = await lastLook(database, chart, actor.person, consent)
  const news = await view.lines({ most: MOST_NEWS, addedAfter: since ?? 0 })
  const counts = await view.counts()
  const count = await view.added(since ?? 0)
  const seen = new Map([...wholes, ...news].map(({ id, place }) => [id, place]))
  await view.look('summary', [...seen.values()])
  return {
    ...boxes,
    patient: await directory.patient(chart),
    until: reach.until,
    now,
    news: { since, count, lines: await toShapes(news, directory) },
    entries: counts.reduce((sum, { entries }) => sum + entries, 0),
  }
}

/** The medicines of a chart that are taken now. */
export async function medicinesNow(view: ChartView, now: number) {
  const wholes = await newestOf(view, { medicine: READ.medicine ?? 0 })
  const { medicines } = summaryOf(wholes.map(toSource), now)
  return medicines.items.map(({ entry, title, figure }) => ({ entry, title, figure }))
}

async function newestOf(
  view: ChartView,
  most: Readonly<Partial<Record<Kind, number>>>,
): Promise<readonly Whole[]> {
  const ids: string[] = []
  for (const [kind, limit] of Object.entries(most)) {
    const lines = await view.lines({ kinds: [kind], most: limit })
    ids.push(...lines.filter(({ struck }) => !struck).map(({ id }) => id))
  }
  return ids.length === 0 ? [] : view.whole(ids)
}

function toSource({ id, stored, careDay, careAt }: Whole): Source {
  return { entry: id, careDay, careAt, resource: readResource(stored) }
}
