/**
 * An entry for reading: its facts in order, results as tables, medicines as a list, texts, attachments; then whatever
 * else the resource holds, under R4's own names. Nothing in it is left out, and nothing in it is markup.
 */
import type { Kind } from '#consent/model'

import type { Directory } from '../fhir/concept.ts'
import type { Resource } from '../fhir/resource.ts'
import { kindOf } from '../kinds.ts'
import { previewOf } from '../preview.ts'
import { isObject, type JsonObject } from '../read.ts'
import { attachmentsIn, type ReadableAttachment } from './attachments.ts'
import { namesOf, valuesAt } from './elements.ts'
import { COMMON, FACTS, type FactRow } from './facts.ts'
import type { ReadableLabel } from './labels.ts'
import { listsOf, type LabelledValues } from './lists.ts'
import { restOf, type RestElement } from './rest.ts'
import { tablesOf, type Related, type Table } from './table.ts'
import { textsOf, type LabelledText } from './texts.ts'
import type { Value } from './value.ts'

export interface Readable {
  readonly kind: Kind
  readonly title: string | null
  readonly facts: readonly LabelledValues[]
  readonly tables: readonly Table[]
  readonly lists: readonly LabelledValues[]
  readonly texts: readonly LabelledText[]
  readonly attachments: readonly ReadableAttachment[]
  readonly rest: readonly RestElement[]
}

/** The whole of a resource, for reading. `directory` names what it refers to, `related` opens it. */
export function readable(
  resource: Resource,
  directory: Directory = nobody,
  related: Related = nothing,
): Readable {
  const holder: JsonObject = isObject(resource) ? resource : {}
  return {
    kind: kindOf(resource),
    title: previewOf(resource, directory).title,
    facts: factsOf(holder, resource.resourceType, directory),
    tables: tablesOf(resource, directory, related),
    lists: listsOf(resource, directory),
    texts: textsOf(resource),
    attachments: attachmentsIn(resource),
    rest: restOf(holder, readWhole(holder, resource.resourceType), directory),
  }
}

const nobody: Directory = () => undefined
const nothing: Related = () => undefined

/** Rows of one label are one fact. An element of a type's own row is not read again by a common one. */
function factsOf(holder: JsonObject, type: string, directory: Directory): readonly LabelledValues[] {
  const facts = new Map<ReadableLabel, readonly Value[]>()
  for (const [label, path] of rowsOf(type)) {
    const values = valuesAt(holder, path, directory)
    if (values.length > 0) facts.set(label, [...(facts.get(label) ?? []), ...values])
  }
  return [...facts].map(([label, values]) => ({ label, values }))
}

function rowsOf(type: string): readonly FactRow[] {
  const own = FACTS.get(type) ?? []
  const taken = new Set(own.map(([, path]) => stepOf(path)))
  return [...own, ...COMMON.filter(([, path]) => !taken.has(stepOf(path)))]
}

/** Elements that the facts, tables, texts and attachments say all of; of others the rest is still to be read. */
function readWhole(holder: JsonObject, type: string): ReadonlySet<string> {
  const facts = rowsOf(type).flatMap(([, path]) => (path.includes('.') ? [] : namesOf(holder, path)))
  return new Set([...facts, ...(WHOLE.get(type) ?? []).flatMap((step) => namesOf(holder, step)), 'note'])
}

function stepOf(path: string): string {
  return path.split('.')[0] ?? ''
}

const WHOLE: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({
    Binary: ['data', 'contentType'],
    Composition: ['section'],
    DiagnosticReport: ['result', 'presentedForm'],
    Media: ['content'],
    MedicationDispense: ['dosageInstruction'],
    MedicationRequest: ['dosageInstruction'],
    MedicationStatement: ['dosage'],
    Observation: ['value[x]', 'component', 'referenceRange', 'interpretation', 'dataAbsentReason'],
    QuestionnaireResponse: ['item'],
  }),
)
