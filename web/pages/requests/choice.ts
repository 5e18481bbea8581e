/** What the patient is about to allow. Sensitive entries are off until switched on; all else is on until switched off. */
import { KINDS, type Kind, type requestEndpoint } from '#consent/model'
import type { Answer } from '../../app/client.ts'

export type Asked = Answer<typeof requestEndpoint>
export type OpenedEntry = Asked['entries'][number]

/** What was switched by hand; an entry that joins the chart meanwhile is as it would have been. */
export type Switched = ReadonlyMap<string, boolean>

export const NOTHING_SWITCHED: Switched = new Map()

export function isChosen({ entry, sensitive }: OpenedEntry, switched: Switched): boolean {
  return switched.get(entry) ?? sensitive.length === 0
}

export function switchTo(switched: Switched, entries: readonly OpenedEntry[], on: boolean): Switched {
  return new Map([...switched, ...entries.map(({ entry }) => [entry, on] as const)])
}

export function chosenOf(entries: readonly OpenedEntry[], switched: Switched): readonly OpenedEntry[] {
  return entries.filter((entry) => isChosen(entry, switched))
}

interface Sorted {
  readonly sensitive: readonly OpenedEntry[]
  /** The rest, by kind, in the order of the kinds. */
  readonly kinds: readonly { readonly kind: Kind; readonly entries: readonly OpenedEntry[] }[]
}

export function sorted(entries: readonly OpenedEntry[]): Sorted {
  const rest = entries.filter(({ sensitive }) => sensitive.length === 0)
  const kinds = KINDS.map((kind) => ({ kind, entries: rest.filter((entry) => entry.kind === kind) }))
  return {
    sensitive: entries.filter(({ sensitive }) => sensitive.length > 0),
    kinds: kinds.filter((group) => group.entries.length > 0),
  }
}

/** Shorter times that make a difference to somebody, and what was asked for; never longer than that. */
const SHORTER = [15, 30, 60, 240, 1440]

export function lengthsUpTo(asked: number): readonly number[] {
  return [...SHORTER.filter((minutes) => minutes < asked), asked]
}
