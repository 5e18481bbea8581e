import { narrativeText } from '../codes.ts'
import type { Resource } from '../fhir/resource.ts'
import { isObject, objectAt, objectsAt, textAt, type JsonObject } from '../read.ts'
import { inlineText } from '../sensitive/attachment.ts'
import { walk } from '../walk.ts'
import type { ReadableLabel } from './labels.ts'

export interface LabelledText {
  readonly label: ReadableLabel
  /** What the author called it, as the title of a section. */
  readonly title: string | null
  readonly text: string
}

/** Everything written to be read as text: sections, notes, attached text, and the narrative last. */
export function textsOf(resource: Resource): readonly LabelledText[] {
  if (!isObject(resource)) return []
  const narrative = divOf(resource)
  return [
    ...sectionsOf(resource),
    ...objectsAt(resource, 'note').flatMap((note) => labelled('note', null, textAt(note, 'text'))),
    ...attachedTexts(resource),
    ...labelled('narrative', null, narrative),
  ]
}

function sectionsOf(holder: JsonObject): readonly LabelledText[] {
  return objectsAt(holder, 'section').flatMap((section) =>
    labelled('section', textAt(section, 'title'), divOf(section)).concat(sectionsOf(section)),
  )
}

function divOf(holder: JsonObject): string | null {
  const div = textAt(objectAt(holder, 'text') ?? {}, 'div')
  return div === null ? null : narrativeText(div)
}

function attachedTexts(resource: Resource): readonly LabelledText[] {
  const texts: LabelledText[] = []
  walk(resource, (name, _, holder) => {
    if (name === 'data') texts.push(...labelled('attachedText', textAt(holder, 'title'), inlineText(holder)))
  })
  return texts
}

function labelled(label: ReadableLabel, title: string | null, text: string | null): readonly LabelledText[] {
  return text === null || text.trim() === '' ? [] : [{ label, title, text }]
}
