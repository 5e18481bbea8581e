/** A box of the visit's first screen. An empty one says whether somebody asked. */
import type { CodeableConcept } from '@medplum/fhirtypes'

import type { Directory } from '../fhir/concept.ts'
import type { Resource } from '../fhir/resource.ts'
import { previewOf } from '../preview.ts'

/** An entry that is open, with its resource and its date of care. */
export interface Source {
  readonly entry: string
  readonly resource: Resource
  /** A FHIR date, perhaps a year only. */
  readonly careDay: string
  readonly careAt: number
}

export interface Item {
  readonly entry: string
  readonly title: string
  readonly figure: string | null
  readonly careDay: string
}

export interface Empty {
  /** `none-known` was asked and denied on that day; `nothing-here` was not asked, or not shared. */
  readonly state: 'none-known' | 'nothing-here'
  readonly askedOn: string | null
}

export interface Box<T extends Item = Item> {
  readonly items: readonly T[]
  readonly empty: Empty | null
}

/** What references lead to is named by the directory, as a medicine that is a resource of its own. */
export function toItem({ entry, resource, careDay }: Source, directory?: Directory): Item {
  const { title, figure } = previewOf(resource, directory)
  return { entry, title: title ?? resource.resourceType, figure, careDay }
}

/** Statements that there is none stand in for an empty box only: one thing known goes before any number of denials. */
export function toBox<T extends Item>(items: readonly T[], denials: readonly Source[] = []): Box<T> {
  if (items.length > 0) return { items, empty: null }
  const [last] = newestFirst(denials)
  return { items, empty: last ? { state: 'none-known', askedOn: last.careDay || null } : NOTHING_HERE }
}

const NOTHING_HERE: Empty = { state: 'nothing-here', askedOn: null }

export function newestFirst<T extends Source>(sources: readonly T[]): readonly T[] {
  return sources.toSorted((a, b) => b.careAt - a.careAt || (a.entry < b.entry ? -1 : 1))
}

/**
 * What makes two entries be about the same thing: a code they share, else the same words. The first coding is not enough,
 * as hospitals put theirs before the common one.
 */
export function keysOf(concept: CodeableConcept | undefined): readonly string[] {
  const codes = (concept?.coding ?? []).flatMap(({ system, code }) =>
    system && code ? [`${system}|${code}`] : [],
  )
  if (codes.length > 0) return codes
  return concept?.text === undefined ? [] : [concept.text.trim().toLowerCase()]
}

/** Of entries about the same thing, the newest; one about nothing nameable stands alone. */
export function newestOfEach<T extends Source>(
  sources: readonly T[],
  conceptOf: (source: T) => CodeableConcept | undefined,
): readonly T[] {
  const seen = new Set<string>()
  return newestFirst(sources).filter((source) => {
    const keys = keysOf(conceptOf(source))
    const isNew = !keys.some((key) => seen.has(key))
    for (const key of keys) seen.add(key)
    return isNew
  })
}
