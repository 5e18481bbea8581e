/** What is read of a chart, as endpoints answer it: the same for the patient, a doctor and the staff; the view differs. */
import type { z } from 'zod'

import { fromHex, fromUtf8, toHex, type Bytes } from '#kernel'
import { kindSchema, type LookWay, type Receipt } from '#consent/model'

import { requireWhole, type ChartView, type Line, type Selection, type Whole } from './chart-view.ts'
import type {
  foundSchema,
  LineShape,
  outlineSchema,
  timelineQuery,
  timelineSchema,
  wholeSchema,
} from './model/api/shapes.ts'
import { textsIn } from './model/index.ts'
import type { Directory } from './ports.ts'

type Query = z.infer<typeof timelineQuery>
type Timeline = z.infer<typeof timelineSchema>

/** A page of the timeline. A look, unless the chart is one's own. */
export async function readTimeline(
  view: ChartView,
  directory: Directory,
  query: Query,
  way: LookWay,
): Promise<Timeline> {
  const lines = await view.lines(toSelection(query))
  if (lines.length > 0)
    await view.look(
      way,
      lines.map(({ place }) => place),
    )
  const last = lines.length === query.most ? lines.at(-1) : undefined
  return { lines: await toShapes(lines, directory), next: last ? `${last.careAt}~${last.id}` : null }
}

/** How much there is of what is open; no look, since it opens nothing. */
export async function readOutline(
  view: ChartView,
  directory: Directory,
): Promise<z.infer<typeof outlineSchema>> {
  const counts = await view.counts()
  const places = await view.writers()
  const names = await Promise.all(places.map(({ writer }) => directory.organisationName(writer)))
  return {
    total: counts.reduce((sum, { entries }) => sum + entries, 0),
    counts: counts.map(({ kind, year, entries }) => ({ kind: kindSchema.parse(kind), year, entries })),
    places: places.map(({ writer, entries }, i) => ({
      organisation: toHex(writer),
      name: names[i] ?? '',
      entries,
    })),
  }
}

/** The whole of an entry; the look is durable before this returns. */
export async function readEntry(
  view: ChartView,
  directory: Directory,
  id: string,
  way: LookWay,
): Promise<z.infer<typeof wholeSchema>> {
  const entry = await requireWhole(view, id)
  return answerWhole(view, directory, entry, await view.look(way, [entry.place]))
}

/** What is answered of an entry that was read, once the look is durable. */
export async function answerWhole(
  view: ChartView,
  directory: Directory,
  entry: Whole,
  receipt: Receipt | null,
): Promise<z.infer<typeof wholeSchema>> {
  const [line] = await toShapes([entry], directory)
  if (!line) throw new Error('one entry makes one line')
  const isAlone = entry.replaces === null && !entry.replaced
  const versions = isAlone ? [] : await view.versions(entry)
  return {
    line,
    source: fromUtf8(entry.stored),
    document: entry.preview.file,
    versions: versions.map(({ id, addedAt, struck }) => ({ entry: id, addedAt, struck })),
    links: await openLinksOf(view, entry),
    reason: reasonOf(entry),
    receipt,
  }
}

/** Where its references lead, as far as that is open too: what was not allowed does not exist here either. */
async function openLinksOf(view: ChartView, { links }: Whole) {
  if (links.length === 0) return []
  const open = await view.present(links.map(({ to }) => to))
  return links.filter(({ to }) => open.has(to)).map(({ path, to }) => ({ path, entry: to }))
}

const MOST_SEARCHED = 20_000
const MOST_FOUND = 100
const BATCH = 500

/** Opens what may be seen, for this query only, and looks for its words there. */
export async function search(
  view: ChartView,
  directory: Directory,
  q: string,
): Promise<z.infer<typeof foundSchema>> {
  const words = foldedWords(q)
  const found: { readonly entry: Whole; readonly excerpt: string | null }[] = []
  let searched = 0
  let after: Selection['after']
  let complete = false
  while (searched < MOST_SEARCHED && found.length < MOST_FOUND && !complete) {
    const lines = await view.lines({ most: BATCH, ...(after ? { after } : {}) })
    for (const entry of await view.whole(lines.map(({ id }) => id))) {
      const hit = match(entry, words)
      if (hit) found.push({ entry, excerpt: hit.excerpt })
    }
    searched += lines.length
    after = lines.at(-1)
    complete = lines.length < BATCH
  }
  found.sort((a, b) => b.entry.careAt - a.entry.careAt)
  // All of what could be seen was opened for the query: that is what the look says.
  if (searched > 0)
    await view.look(
      'search',
      found.map(({ entry }) => entry.place),
    )
  const shapes = await toShapes(
    found.map(({ entry }) => entry),
    directory,
  )
  return {
    lines: shapes.map((line, i) => ({ ...line, excerpt: found[i]?.excerpt ?? null })),
    searched,
    complete,
  }
}

export async function toShapes(lines: readonly Line[], directory: Directory): Promise<LineShape[]> {
  const writers = new Map(lines.map(({ writer }) => [toHex(writer), writer]))
  const names = new Map<string, string>()
  for (const [id, writer] of writers) names.set(id, await directory.organisationName(writer))
  return lines.map((line) => toShape(line, names.get(toHex(line.writer)) ?? ''))
}

function toShape({ id, preview, ...line }: Line, writtenBy: string): LineShape {
  const { title, figure, abnormal, where, who, status, visit, sensitive, file } = preview
  return {
    entry: id,
    kind: kindSchema.parse(line.kind),
    title,
    figure,
    abnormal,
    where,
    who,
    status,
    visit,
    writtenBy,
    careAt: line.careAt,
    careDay: line.careDay,
    byPatient: line.byPatient,
    addedAt: line.addedAt,
    struck: line.struck,
    changed: line.replaces !== null && !line.struck,
    sensitive: [...sensitive],
    hasDocument: file !== null,
  }
}

function toSelection({ kind, place, year, after, most }: Query): Selection {
  const [careAt, id] = after?.split('~') ?? []
  return {
    most,
    ...(kind ? { kinds: kind } : {}),
    ...(place ? { writer: fromHex(place) } : {}),
    ...(year === undefined ? {} : { year }),
    ...(careAt && id ? { after: { careAt: Number(careAt), id } } : {}),
  }
}

/** Why an entry was struck through: what the correction says (R4 has no place for it but an extension of our own). */
function reasonOf(entry: Whole): string | null {
  return entry.struck ? entry.preview.reason : null
}

interface Hit {
  readonly excerpt: string | null
}

const AROUND = 60

function match(entry: Whole, words: readonly string[]): Hit | undefined {
  const { title, figure, where, who } = entry.preview
  const short = fold([title, figure, where, who].join(' '))
  const texts = textsOf(entry.stored)
  const long = fold(texts)
  if (!words.every((word) => short.includes(word) || long.includes(word))) return undefined
  const at = long.indexOf(words[0] ?? '')
  return { excerpt: at < 0 ? null : texts.slice(Math.max(0, at - AROUND), at + AROUND).trim() }
}

function textsOf(stored: Bytes): string {
  const parsed: unknown = JSON.parse(fromUtf8(stored))
  return typeof parsed === 'object' && parsed !== null ? textsIn(parsed).join(' · ') : ''
}

function foldedWords(q: string): readonly string[] {
  return fold(q).split(/\s+/).filter(Boolean)
}

/** Without case and accents, in any script. */
function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replaceAll(/\p{Mn}/gu, '')
    .toLowerCase()
}
