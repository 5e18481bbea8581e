/**
 * FHIR that comes in: cut into resources as they were written, checked, and made into drafts. All of a Bundle or nothing:
 * the first thing found wrong stops it, with every problem named by resource and path.
 */
import { randomUUID } from 'node:crypto'

import type { Bytes } from '#kernel'

import {
  careDateOf,
  codesIn,
  isResource,
  openSlice,
  previewOf,
  referencesIn,
  resolverOf,
  sliceBundle,
  type Resolve,
  type Resource,
  type Slice,
} from './model/index.ts'
import { RecordsError } from './model/records-error.ts'
import { nameWords } from './model/fhir/words.ts'
import { inheritSensitivity, sensitivityOf } from './model/sensitive/index.ts'
import { validateResource, type Problem } from './validation.ts'
import type { NewEntry } from './writing.ts'

const MOST_PROBLEMS = 50

/** What no single patient's chart holds: stored once, beside the charts. */
const DIRECTORY_TYPES: ReadonlySet<string> = new Set([
  'Organization',
  'Practitioner',
  'PractitionerRole',
  'Location',
])

/** A reference that was resolved: the element it stands in, and the entry or directory item it leads to. */
export interface Link {
  readonly path: string
  readonly to: string
}

export interface IncomingEntry extends NewEntry {
  readonly links: readonly Link[]
}

export interface DirectoryItem {
  readonly id: string
  readonly resourceType: string
  readonly fullUrl: string | null
  readonly ifNoneExist: string | null
  readonly stored: Bytes
}

export interface Intake {
  /** The Patient resources in it: for a chart there is one at most. */
  readonly patients: readonly Resource[]
  readonly entries: readonly IncomingEntry[]
  readonly directory: readonly DirectoryItem[]
}

/** A resource of the text, with where it came from. */
interface Incoming {
  readonly id: string
  readonly slice: Slice
  readonly resource: Resource
  readonly stored: Bytes
}

/** What is wrong with resources, each named. */
export class NotWellFormed extends RecordsError {
  readonly problems: readonly Problem[]

  constructor(problems: readonly Problem[]) {
    super(
      'NOT_WELL_FORMED',
      problems
        .map(({ path, problem }) => `${path} ${problem}`)
        .slice(0, 5)
        .join('; '),
    )
    this.problems = problems
  }
}

/** Reads a Bundle or a resource on its own; `addedAt` dates what does not say when it was. */
export function readIntake(bytes: Bytes, addedAt: number): Intake {
  const incoming = sliceBundle(bytes).entries.map((slice) => toIncoming(bytes, slice))
  refuseMalformed(incoming)
  const resolve = resolverOf(incoming.map((each) => ({ fullUrl: each.slice.fullUrl, value: each })))
  const clinical = incoming.filter(({ resource }) => !DIRECTORY_TYPES.has(resource.resourceType))
  const drafts = clinical.map((each) => toEntry(each, resolve, addedAt))
  return {
    patients: clinical.flatMap(({ resource }) => (resource.resourceType === 'Patient' ? [resource] : [])),
    entries: withSensitivity(clinical, drafts),
    directory: incoming
      .filter(({ resource }) => DIRECTORY_TYPES.has(resource.resourceType))
      .map(toDirectoryItem),
  }
}

function toIncoming(bytes: Bytes, slice: Slice): Incoming {
  const resource = openSlice(bytes, slice)
  if (!isResource(resource)) throw new NotWellFormed([{ path: slice.path, problem: 'is not a resource' }])
  return { id: randomUUID(), slice, resource, stored: bytes.subarray(slice.start, slice.end) }
}

function refuseMalformed(incoming: readonly Incoming[]): void {
  const problems: Problem[] = []
  for (const { resource, slice } of incoming) {
    problems.push(...validateResource(resource, nameOf(resource, slice)))
    if (problems.length >= MOST_PROBLEMS) break
  }
  if (problems.length > 0) throw new NotWellFormed(problems.slice(0, MOST_PROBLEMS))
}

/** How a problem names its resource: `Bundle.entry[3].resource (Observation)`. */
function nameOf({ resourceType }: Resource, { path }: Slice): string {
  return path === 'resource' ? resourceType : `${path} (${resourceType})`
}

function toEntry(
  { id, slice, resource, stored }: Incoming,
  resolve: Resolve<Incoming>,
  addedAt: number,
): IncomingEntry {
  const directory = (reference: string) => wordsOf(resolve(reference, slice.fullUrl)?.resource)
  const { kind, title, figure, where, who, abnormal, status, encounter } = previewOf(resource, directory)
  const when = careDateOf(resource)
  const visit = encounter === null ? undefined : resolve(encounter, slice.fullUrl)
  return {
    id,
    kind,
    stored,
    careAt: when?.at ?? addedAt,
    careDay: (when?.written ?? new Date(addedAt).toISOString()).slice(0, 10),
    replaces: null,
    struck: status === 'entered-in-error',
    document: null,
    codes: codesIn(resource),
    links: linksOf(resource, slice, resolve),
    preview: {
      resourceType: resource.resourceType,
      title,
      figure,
      where,
      who,
      abnormal,
      status,
      visit: resource.resourceType === 'Encounter' ? id : (visit?.id ?? null),
      sensitive: [],
      reason: null,
      file: null,
    },
  }
}

function linksOf(resource: Resource, { fullUrl }: Slice, resolve: Resolve<Incoming>): readonly Link[] {
  return referencesIn(resource).flatMap(({ path, written }) => {
    const found = written === null ? undefined : resolve(written, fullUrl)
    return found ? [{ path, to: found.id }] : []
  })
}

/** Sensitive is inherited: a result of a visit at the ART centre counts as the visit does. */
function withSensitivity(
  clinical: readonly Incoming[],
  entries: readonly IncomingEntry[],
): readonly IncomingEntry[] {
  const own = clinical.map(({ resource }) => sensitivityOf({ resource }))
  const inherited = inheritSensitivity(
    entries.map(({ id, links }, i) => ({ id, evidence: own[i] ?? [], refersTo: links.map(({ to }) => to) })),
  )
  return entries.map((entry) => {
    const sensitive = inherited.get(entry.id) ?? []
    return sensitive.length > 0 ? { ...entry, preview: { ...entry.preview, sensitive } } : entry
  })
}

function toDirectoryItem({ id, slice, resource, stored }: Incoming): DirectoryItem {
  return {
    id,
    resourceType: resource.resourceType,
    fullUrl: slice.fullUrl,
    ifNoneExist: slice.ifNoneExist,
    stored,
  }
}

/** What a reference is called: the name of a house or a person. */
function wordsOf(resource: Resource | undefined): string | undefined {
  if (resource?.resourceType === 'Organization' || resource?.resourceType === 'Location') return resource.name
  const [name] = resource?.resourceType === 'Practitioner' ? (resource.name ?? []) : []
  return name && nameWords(name)
}
