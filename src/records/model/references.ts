/** What a resource refers to: an index beside its bytes, which are never changed to hold the answer. */
import { toPathText, walk } from './walk.ts'

/** The forms of R4 section 2.3.0.1 "Literal References" and 3.1.0.12 "Conditional references". */
export type Target =
  | { readonly form: 'relative'; readonly type: string; readonly id: string }
  | {
      readonly form: 'absolute'
      readonly url: string
      readonly type: string | null
      readonly id: string | null
    }
  | { readonly form: 'contained'; readonly id: string }
  | { readonly form: 'conditional'; readonly type: string; readonly query: Query }

/** Search parameters in the order they were written. */
export type Query = readonly (readonly [name: string, value: string])[]

interface FoundReference {
  /** Of the Reference: `Observation.subject`. */
  readonly path: string
  readonly written: string
  readonly target: Target
}

/** Every literal reference in a resource and in what it contains. */
export function referencesIn(resource: object): readonly FoundReference[] {
  const found: FoundReference[] = []
  walk(resource, (name, value, _, path) => {
    if (name !== 'reference' || typeof value !== 'string') return
    const target = readTarget(value)
    if (target) found.push({ path: toPathText(path.slice(0, -1)), written: value, target })
  })
  return found
}

/** Reads a reference; undefined where it has none of the forms of R4. */
export function readTarget(written: string): Target | undefined {
  if (written.startsWith('urn:'))
    return URN.test(written) ? { form: 'absolute', url: written, type: null, id: null } : undefined
  if (written.startsWith('#')) return { form: 'contained', id: written.slice(1) }
  const conditional = CONDITIONAL.exec(written)
  if (conditional)
    return { form: 'conditional', type: conditional[1] ?? '', query: readQuery(conditional[2] ?? '') }
  const [, base, type = null, id = null] = RESTFUL.exec(written) ?? []
  if (base === '' && type !== null && id !== null) return { form: 'relative', type, id }
  return ABSOLUTE.test(written) ? { form: 'absolute', url: written, type, id } : undefined
}

/** `identifier=http://system|value&active=true`, as in a conditional reference or in `ifNoneExist`. */
export function readQuery(written: string): Query {
  return written
    .split('&')
    .filter((pair) => pair !== '')
    .map((pair) => {
      const [name = '', ...value] = pair.split('=')
      return [decoded(name), decoded(value.join('='))] as const
    })
}

const CONDITIONAL = /^([A-Z][A-Za-z]+)\?(.+)$/
const RESTFUL =
  /^(|https?:\/\/.*\/)([A-Z][A-Za-z]+)\/([A-Za-z0-9\-.]{1,64})(?:\/_history\/[A-Za-z0-9\-.]{1,64})?$/
const URN = /^urn:(?:uuid|oid):\S+$/
const ABSOLUTE = /^https?:\/\/\S+$/

function decoded(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', '%20'))
  } catch {
    return text
  }
}

/** One entry of a Bundle, for finding it by what others call it. */
export interface Addressed<T> {
  readonly fullUrl: string | null
  readonly value: T
}

export type Resolve<T> = (written: string, from: string | null) => T | undefined

/**
 * Finds entries of one Bundle (R4 section 3.1.0.5 "Resolving references in Bundles"): by fullUrl as it is, else a relative
 * reference under the base of the fullUrl of the entry it stands in. Two entries under one fullUrl are the same thing.
 */
export function resolverOf<T>(entries: readonly Addressed<T>[]): Resolve<T> {
  const byUrl = new Map<string, T>()
  for (const { fullUrl, value } of entries)
    if (fullUrl !== null && !byUrl.has(fullUrl)) byUrl.set(fullUrl, value)
  return (written, from) => {
    const [url = ''] = written.split('/_history/')
    const base = from === null ? undefined : RESTFUL.exec(from)?.[1]
    return byUrl.get(url) ?? (base === undefined ? undefined : byUrl.get(base + url))
  }
}
