import { useQueries } from '@tanstack/react-query'
import { toUtf8 } from '#kernel'
import { readResource, referencesIn, type myEntryEndpoint, type Related } from '#records/model'
import type { Answer } from '../../app/client.ts'
import { entryAnswer } from './questions.ts'

type Whole = Answer<typeof myEntryEndpoint>

/** What a report's table is made of. */
const RESULT = /^DiagnosticReport\.result\[\d+\]$/

/** The results that a report of one's own refers to, once they are here: until then the table has their names. */
export function useRelated({ source, links }: Pick<Whole, 'source' | 'links'>): Related {
  const wanted = links.filter(({ path }) => RESULT.test(path))
  const found = useQueries({ queries: wanted.map(({ entry }) => entryAnswer(entry)) })
  const sources = new Map(wanted.map(({ path }, at) => [path, found[at]?.data?.source ?? undefined]))
  const written = source === null ? [] : referencesIn(readResource(toUtf8(source)))
  const pathOf = new Map(written.map((reference) => [reference.written, reference.path]))
  return (reference) => {
    const resource = sources.get(pathOf.get(reference) ?? '')
    return resource === undefined ? undefined : readResource(toUtf8(resource))
  }
}
