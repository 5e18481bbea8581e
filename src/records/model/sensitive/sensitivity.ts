/** Whether something belongs among what a patient may want to keep to few, and why. */
import { isTechnical, narrativeText } from '../codes.ts'
import type { Resource } from '../fhir/resource.ts'
import { isObject, textAt, type JsonObject } from '../read.ts'
import { toPathText, walk, type Path } from '../walk.ts'
import { inlineText, isUnreadable } from './attachment.ts'
import type { Ground, Row, Sensitivity } from './category.ts'
import { rowsOfCode, rowsOfLabel } from './codes.ts'
import { ALL_TERMS } from './tables.ts'
import { openTerms, phraseOf, type Term } from './terms.ts'

/** What is known of an entry: a resource, a document's text and name, or both. */
interface Material {
  readonly resource?: Resource
  /** The text that was read in a document; null where it was looked for and none was found. */
  readonly text?: string | null
  readonly fileName?: string
  readonly department?: string
  /** A person has said that a picture without text is not sensitive. */
  readonly isSeenByPerson?: boolean
}

interface Evidence {
  readonly category: Sensitivity
  readonly by: Ground
  /** The code, or the phrase of the table. */
  readonly what: string
  /** The element, or `text`, `fileName`, `department`. */
  readonly where: string
  /** Who says that this is sensitive. */
  readonly source: string
}

export interface Finding {
  readonly categories: readonly Sensitivity[]
  readonly evidence: readonly Evidence[]
}

/** What raised it and where, once for each row of the tables. */
export function sensitivityOf(material: Material): Finding {
  const evidence = new Map<string, Evidence>()
  const add = (one: Evidence) => evidence.set(`${one.category} ${one.what}`, one)
  for (const where of ['text', 'fileName', 'department'] as const) {
    const text = material[where] ?? ''
    for (const term of termsIn(text)) add(toEvidence(term, term.ground, phraseOf(term), where))
  }
  if (material.resource) inResource(material.resource, add)
  const unread = material.isSeenByPerson === true ? undefined : unreadIn(material)
  if (unread !== undefined)
    add({ category: 'unread', by: 'unread', what: 'no text', where: unread, source: UNREAD })
  const found = [...evidence.values()]
  return { categories: [...new Set(found.map(({ category }) => category))], evidence: found }
}

const UNREAD = 'A scan without text counts as sensitive until a person says otherwise'

type Add = (evidence: Evidence) => void

function inResource(resource: Resource, add: Add): void {
  walk(resource, (name, value, holder, path) => {
    if (typeof value !== 'string') return
    if (name === 'code') inCode(value, holder, path, add)
    else if (name === 'data') inText(inlineText(holder), path, add)
    else if (!isTechnical(name)) inText(name === 'div' ? narrativeText(value) : value, path, add)
  })
}

function inCode(code: string, holder: JsonObject, path: Path, add: Add): void {
  const isLabel = path.includes('security')
  const hits = isLabel ? rowsOfLabel(code) : rowsOfCode(textAt(holder, 'system') ?? undefined, code)
  for (const { row, ground } of hits) add(toEvidence(row, ground, code, toPathText(path)))
}

function inText(text: string, path: Path, add: Add): void {
  for (const term of termsIn(text)) add(toEvidence(term, term.ground, phraseOf(term), toPathText(path)))
}

function toEvidence({ category, source }: Row, by: Ground, what: string, where: string): Evidence {
  return { category, by, what, where, source }
}

/** Where something lies that only eyes can read; undefined where all has been read. */
function unreadIn({ resource, text }: Material): string | undefined {
  if (typeof text === 'string' && text.trim() !== '') return undefined
  if (!resource) return text === null || text === '' ? 'text' : undefined
  let unread: string | undefined
  if (isUnreadable(resource)) unread = resource.resourceType
  walk(resource, (_, value, __, path) => {
    if (unread === undefined && isObject(value) && isUnreadable(value) && !path.includes('photo'))
      unread = toPathText(path)
  })
  return unread
}

const findTerms = openTerms(ALL_TERMS)
const NONE: readonly Term[] = []
const known = new Map<string, readonly Term[]>()
const MOST_KNOWN = 20_000
const LONGEST_KNOWN = 120

/** The same displays come thousands of times in one import. */
function termsIn(text: string): readonly Term[] {
  if (text.length < 2) return NONE
  const before = known.get(text)
  if (before) return before
  const found = findTerms(text)
  if (known.size >= MOST_KNOWN) known.clear()
  if (text.length <= LONGEST_KNOWN) known.set(text, found.length === 0 ? NONE : found)
  return found
}
