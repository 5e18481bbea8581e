/** Elements that no table of ours names, under R4's own names. */
import type { Directory } from '../fhir/concept.ts'
import { isAmount } from '../fhir/amount.ts'
import { isObject, listAt, type JsonObject } from '../read.ts'
import { elementValue } from './elements.ts'
import { isPeriod, text, type Value } from './value.ts'

export interface RestElement {
  /** As R4 names it, in words: `lot number`. The page shows it as FHIR's. */
  readonly name: string
  readonly values: readonly Value[]
}

/** What says how a resource is kept, not what it says. */
const HANDLING = new Set('resourceType id meta implicitRules language text contained intent'.split(' '))

export function restOf(
  resource: JsonObject,
  read: ReadonlySet<string>,
  directory: Directory,
): readonly RestElement[] {
  return Object.keys(resource)
    .filter((name) => !HANDLING.has(name) && !read.has(name) && !name.startsWith('_'))
    .map((name) => ({
      name: inWords(name),
      values: listAt(resource, name).flatMap((value) => restValue(name, value, directory) ?? []),
    }))
    .filter(({ values }) => values.length > 0)
}

/** `lotNumber` is "lot number". */
function inWords(name: string): string {
  return name.replaceAll(/([a-z])(?=[A-Z])/g, '$1 ').toLowerCase()
}

function restValue(name: string, value: unknown, directory: Directory): Value | undefined {
  const simple = elementValue(name, value, directory)
  if (simple !== undefined || !isObject(value) || isAmount(value) || isPeriod(value)) return simple
  return text(spelledOut(value, directory))
}

const DEEPEST = 6
const SKIPPED = new Set(['id', 'data', 'div', 'system', 'linkId'])

/** An element of many parts, each with its name. */
function spelledOut(value: JsonObject, directory: Directory, depth = 0): string | undefined {
  if (depth > DEEPEST) return undefined
  const parts = Object.keys(value)
    .filter((name) => !SKIPPED.has(name))
    .flatMap((name) => listAt(value, name).flatMap((one) => partOf(name, one, directory, depth) ?? []))
  return parts.length === 0 ? undefined : parts.join('; ')
}

function partOf(name: string, value: unknown, directory: Directory, depth: number): string | undefined {
  const simple = plainText(elementValue(name, value, directory))
  const words = simple ?? (isObject(value) ? spelledOut(value, directory, depth + 1) : undefined)
  return words === undefined ? undefined : `${inWords(name)}: ${words}`
}

function plainText(value: Value | undefined): string | undefined {
  if (value?.as === 'text') return value.text
  if (value?.as === 'date') return value.date
  if (value?.as === 'code') return value.code
  if (value?.as === 'truth') return value.truth ? '✓' : '✗'
  if (value?.as === 'period') return [value.start, value.end].map((day) => day ?? '…').join(' – ')
  return undefined
}
