import type { Resource } from '../fhir/resource.ts'
import { textAt } from '../read.ts'
import { toPathText, walk } from '../walk.ts'

/** Something to look at or to download. */
export interface ReadableAttachment {
  /** The element it is in: `DocumentReference.content[0].attachment`. */
  readonly path: string
  readonly title: string | null
  readonly contentType: string
  /** Base64, where the resource carries it; else `url` says where it is. */
  readonly data: string | null
  readonly url: string | null
}

export function attachmentsIn(resource: Resource): readonly ReadableAttachment[] {
  const found: ReadableAttachment[] = []
  walk(resource, (name, contentType, holder, path) => {
    if (name !== 'contentType' || typeof contentType !== 'string') return
    const [data, url] = [textAt(holder, 'data'), textAt(holder, 'url')]
    if (data === null && url === null) return
    found.push({
      path: toPathText(path.slice(0, -1)),
      title: textAt(holder, 'title'),
      contentType,
      data,
      url,
    })
  })
  return found
}
