/**
 * FHIR that comes in: cut into resources as they were written, checked, and made into drafts. All of a Bundle or nothing:
 * the first thing found wrong stops it, with every problem named by resource and path.
 */
import { randomUUID } from 'node:crypto'

import { DAY, fromUtf8, type Bytes } from '#kernel'

import { nameWords } from './model/fhir/words.ts'
import { BEFORE_PREGNANCY, earliestCare, isEarlier } from './model/fits/birth.ts'
import {
  careDateOf,
  codesIn,
  inheritSensitivity,
  isResource,
  openSlice,
  previewOf,
  referencesIn,
  resolverOf,
  sensitivityOf,
  sliceBundle,
  type Resolve,
  type Resource,
  type Slice,
} from './model/index.ts'
import { identifiersOf, identityOf, nameOfCondition } from './model/identifiers.ts'
import { RecordsError } from './model/records-error.ts'
import type { NewEntry } from './rows.ts'
import type { Link } from './sealing.ts'
import { validateResource, type Problem } from './validation.ts'

const MOST_PROBLEMS = 50

/** What no single patient's chart holds: stored once, beside the charts. */
const DIRECTORY_TYPES: ReadonlySet<string> = new Set([
  'Organization',
  'Practitioner',
  'PractitionerRole',
  'Location',
])

export interface IncomingEntry extends NewEntry {
  readonly links: readonly Link[]
  /** References of its own that nothing in the text answers, in FHIRPath. */
  readonly unanswered: readonly string[]
}

export interface DirectoryItem {
  readonly id: string
  readonly resourceType: string
  /** Two with the same are one. */
  readonly identity: string
  readonly stored: Bytes
}

/** Something a reference leads to, in the text or beside the charts. */
export interface Known {
  readonly id: string
  readonly resource: Resource
}

/** What is known beside the text. */
interface Beside {
  /** Dates what does not say when it was. */
  readonly addedAt: number
  /** Answers what was asked. */
  readonly known?: ReadonlyMap<string, Known> | undefined
  /** Of the patient whose chart it is for. */
  readonly birthDate?: string | undefined
}

/** A text that was read and checked. */
export interface Intake {
  /** What goes into a chart, in the order of the text. */
  readonly resources: readonly Resource[]
  /** The Patient resources in it: for a chart there is one at most. */
  readonly patients: readonly Resource[]
  readonly directory: readonly DirectoryItem[]
  /** Conditional references that nothing in the text answers, by `nameOfCondition`. */
  readonly asked: readonly string[]
  entries(beside: Beside): readonly IncomingEntry[]
  /** The URL that a resource of the text goes by there. */
  sourceOf(resource: Resource): string | null
}

/** A resource of the text, with where it came from. */
interface Incoming extends Known {
  readonly slice: Slice
  readonly references: ReturnType<typeof referencesIn>
  readonly stored: Bytes
}

/** What is wrong with resources, each named. */
export class NotWellFormed extends RecordsError {
  readonly problems: readonly Problem[]

  constructor(problems: readonly Problem[]) {
    super('NOT_WELL_FORMED', 'Some of it is not well formed, and nothing was kept. Look at what is named.', {
      fields: problems.map(({ path, problem }) => ({ path, message: problem })),
    })
    this.problems = problems
  }
}

/** Reads a Bundle or a resource on its own. */
export function openIntake(bytes: Bytes): Intake {
  const incoming = sliceBundle(bytes).entries.map((slice) => toIncoming(bytes, slice))
  refuseMalformed(incoming)
  const isClinical = ({ resource }: Known) => !DIRECTORY_TYPES.has(resource.resourceType)
  const clinical = incoming.filter(isClinical)
  const here = namedIn(incoming)
  const resolve = resolverOf<Known>(incoming.map((each) => ({ fullUrl: each.slice.fullUrl, value: each })))
  return {
    resources: clinical.map(({ resource }) => resource),
    patients: clinical.flatMap(({ resource }) => (resource.resourceType === 'Patient' ? [resource] : [])),
    sourceOf: (wanted) => incoming.find(({ resource }) => resource === wanted)?.slice.fullUrl ?? null,
    directory: incoming.filter((each) => !isClinical(each)).map(toDirectoryItem),
    asked: conditionsOf(clinical).filter((name) => !here.has(name)),
    entries(beside) {
      const { addedAt, known } = beside
      const anywhere: Resolve<Known> = (written, from) => {
        const name = nameOfCondition(written)
        return name === undefined ? resolve(written, from) : (here.get(name) ?? known?.get(name))
      }
      const entries = clinical.map((each) => toEntry(each, anywhere, addedAt))
      refuseImpossible(clinical, entries, beside)
      return withSensitivity(clinical, entries)
    },
  }
}

function toIncoming(bytes: Bytes, slice: Slice): Incoming {
  const resource = openSlice(bytes, slice)
  if (!isResource(resource)) throw new NotWellFormed([{ path: slice.path, problem: 'is not a resource' }])
  const stored = bytes.subarray(slice.start, slice.end)
  return { id: randomUUID(), slice, resource, references: referencesIn(resource), stored }
}

function refuseMalformed(incoming: readonly Incoming[]): void {
  const problems: Problem[] = []
  for (const { resource, slice } of incoming) {
    problems.push(...validateResource(resource, nameOf(resource, slice)))
    if (problems.length >= MOST_PROBLEMS) break
  }
  if (problems.length > 0) throw new NotWellFormed(problems.slice(0, MOST_PROBLEMS))
}

/** What was seen or given when it is written down; a plan, an appointment, a procedure may lie ahead. */
const DONE = new Set(['Observation', 'DiagnosticReport', 'Immunization'])

/**
 * What has not come would stand above all that is true; a day more, since the day turns elsewhere first. And nobody is
 * examined before the pregnancy they are born of: the year is another, or the patient is.
 */
function refuseImpossible(
  incoming: readonly Incoming[],
  entries: readonly IncomingEntry[],
  { addedAt, birthDate }: Beside,
): void {
  const earliest = birthDate === undefined ? '' : earliestCare(birthDate)
  const wrongIn = (entry: IncomingEntry | undefined) => {
    if (entry && entry.careAt > addedAt + DAY) return 'that has not come yet'
    return entry && isEarlier(entry.careDay, earliest) ? BEFORE_PREGNANCY : undefined
  }
  const problems = incoming.flatMap(({ resource, slice }, i) => {
    const wrong = DONE.has(resource.resourceType) ? wrongIn(entries[i]) : undefined
    return wrong ? [{ path: nameOf(resource, slice), problem: `has a date of care ${wrong}` }] : []
  })
  if (problems.length > 0) throw new NotWellFormed(problems.slice(0, MOST_PROBLEMS))
}

/** How a problem names its resource, in FHIRPath: `Bundle.entry[3].resource.ofType(Observation)`. */
function nameOf({ resourceType }: Resource, { path }: Slice): string {
  return path === resourceType ? path : `${path}.ofType(${resourceType})`
}

function namedIn(incoming: readonly Incoming[]): ReadonlyMap<string, Known> {
  return new Map(
    incoming.flatMap((each) => identifiersOf(each.resource).map((name) => [name, each] as const)),
  )
}

function conditionsOf(incoming: readonly Incoming[]): readonly string[] {
  const names = incoming.flatMap(({ references }) =>
    references.flatMap(({ written }) => nameOfCondition(written) ?? []),
  )
  return [...new Set(names)]
}

function toEntry(incoming: Incoming, resolve: Resolve<Known>, addedAt: number): IncomingEntry {
  const { id, slice, resource, stored } = incoming
  const directory = (reference: string) => wordsOf(resolve(reference, slice.fullUrl)?.resource)
  const { kind, title, figure, where, who, abnormal, status, encounter, careDate } = previewOf(
    resource,
    directory,
  )
  const visit = encounter === null ? undefined : resolve(encounter, slice.fullUrl)
  const when = careDate ?? careDateOf(resource)
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
    ...linksOf(incoming, resolve),
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

/** A URN has no other place to be looked for (R4 section 3.1.0.5); a URL may well lead to the server it came from. */
function linksOf(
  { resource, references, slice }: Incoming,
  resolve: Resolve<Known>,
): Pick<IncomingEntry, 'links' | 'unanswered'> {
  const links: Link[] = []
  const unanswered: string[] = []
  for (const { path, written } of references) {
    const found = resolve(written, slice.fullUrl)
    if (found) links.push({ path, to: found.id })
    else if (written.startsWith('urn:'))
      unanswered.push(nameOf(resource, slice) + path.slice(resource.resourceType.length))
  }
  return { links, unanswered }
}

/** Sensitive is inherited: a result of a visit at the ART centre counts as the visit does. */
function withSensitivity(
  clinical: readonly Incoming[],
  entries: readonly IncomingEntry[],
): readonly IncomingEntry[] {
  const own = new Map(clinical.map(({ id, resource }) => [id, sensitivityOf({ resource }).categories]))
  const links = entries.flatMap(({ id, links }) => links.map((link) => ({ ...link, from: id })))
  const inherited = inheritSensitivity(own, links)
  return entries.map((entry) => {
    const others = inherited.get(entry.id) ?? []
    const sensitive = new Set([...(own.get(entry.id) ?? []), ...others.map(({ category }) => category)])
    return sensitive.size > 0 ? { ...entry, preview: { ...entry.preview, sensitive: [...sensitive] } } : entry
  })
}

function toDirectoryItem({ id, slice, resource, stored }: Incoming): DirectoryItem {
  const { resourceType } = resource
  return { id, resourceType, identity: identityOf(resource, slice) ?? `bytes|${fromUtf8(stored)}`, stored }
}

/** What a reference is called: the name of a house or a person. */
function wordsOf(resource: Resource | undefined): string | undefined {
  if (resource?.resourceType === 'Organization' || resource?.resourceType === 'Location') return resource.name
  const [name] = resource?.resourceType === 'Practitioner' ? (resource.name ?? []) : []
  return name && nameWords(name)
}
