/** The results that a report refers to: whoever shows the report reads them, too, in whatever way entries are read there. */
import { toUtf8 } from '#kernel'
import { readResource, referencesIn, type myEntryEndpoint, type Related } from '#records/model'
import type { Answer } from '../../app/client.ts'

type Linked = Pick<Answer<typeof myEntryEndpoint>, 'source' | 'links'>

/** What a report's table is made of. */
const RESULT = /^DiagnosticReport\.result\[\d+\]$/

export function resultLinks({ links }: Linked): Linked['links'] {
  return links.filter(({ path }) => RESULT.test(path))
}

/** From their sources, in the order of `resultLinks`; until one is here, the table has its name. */
export function relatedOf(whole: Linked, sources: readonly (string | null | undefined)[]): Related {
  const byPath = new Map(resultLinks(whole).map(({ path }, at) => [path, sources[at]]))
  const written = whole.source === null ? [] : referencesIn(readResource(toUtf8(whole.source)))
  const pathOf = new Map(written.map((reference) => [reference.written, reference.path]))
  return (reference) => {
    const source = byPath.get(pathOf.get(reference) ?? '')
    return typeof source === 'string' ? readResource(toUtf8(source)) : undefined
  }
}
