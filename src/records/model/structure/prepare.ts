/**
 * The official JSON schema of FHIR R4 with what it forgets put in: cardinalities of primitives and choices (from the
 * StructureDefinitions), whole numbers and their bounds, base64, days that exist, nulls in lists of primitives (R4,
 * section 2.24.0.1 "JSON representation of primitive elements"). Resources inside resources are left to their own type.
 */
import { isObject, objectAt, type JsonObject } from '../read.ts'

export interface Cardinality {
  readonly needed: Readonly<Record<string, readonly (readonly string[])[]>>
  readonly choices: Readonly<Record<string, readonly (readonly string[])[]>>
}

/** The names of the rules that JSON schema has no word for; `rules.ts` gives their meaning. */
export const NEEDS = 'needs'
export const ONE_OF_CHOICE = 'oneOfChoice'

const INTEGER_MOST = 2_147_483_647

/** R4 section 2.24.0 "Primitive types". */
const MENDED: JsonObject = {
  xhtml: { type: 'string' },
  base64Binary: { type: 'string', format: 'base64' },
  boolean: { type: 'boolean' },
  decimal: { type: 'number' },
  integer: { type: 'integer', minimum: -INTEGER_MOST - 1, maximum: INTEGER_MOST },
  positiveInt: { type: 'integer', minimum: 1, maximum: INTEGER_MOST },
  unsignedInt: { type: 'integer', minimum: 0, maximum: INTEGER_MOST },
  ResourceList: { type: 'object' },
}

const WITH_DAYS = new Set(['date', 'dateTime', 'instant'])
const ELEMENT = { $ref: '#/definitions/Element' }
const LIST_OF_ELEMENTS = { type: 'array', items: { if: { type: 'null' }, else: ELEMENT } }

/** The definitions, ready to be compiled one type at a time. */
export function prepareDefinitions(official: JsonObject, cardinality: Cardinality): JsonObject {
  const patterns = patternNames(official)
  const prepared: Record<string, unknown> = {}
  for (const [name, definition] of Object.entries(official)) {
    if (isObject(definition)) prepared[name] = prepareDefinition(name, definition, patterns, cardinality)
  }
  return prepared
}

function prepareDefinition(
  name: string,
  definition: JsonObject,
  patterns: ReadonlyMap<string, string>,
  cardinality: Cardinality,
): JsonObject {
  const mended = objectAt(MENDED, name)
  if (mended) return mended
  if (WITH_DAYS.has(name)) return { type: 'string', pattern: definition['pattern'], format: 'existing-day' }
  const properties = objectAt(definition, 'properties')
  if (!properties) return { type: definition['type'], pattern: definition['pattern'] }
  return {
    type: 'object',
    properties: prepareProperties(properties, patterns),
    additionalProperties: false,
    required: definition['required'] ?? [],
    ...(name in cardinality.needed && { [NEEDS]: cardinality.needed[name] }),
    ...(name in cardinality.choices && { [ONE_OF_CHOICE]: cardinality.choices[name] }),
  }
}

function prepareProperties(properties: JsonObject, patterns: ReadonlyMap<string, string>): JsonObject {
  const prepared: Record<string, unknown> = {}
  for (const [name, property] of Object.entries(properties)) {
    if (!isObject(property)) continue
    const items = objectAt(property, 'items')
    const isPrimitive = `_${name}` in properties || name.startsWith('_') || isCanonical(items ?? property)
    if (isCanonical(items ?? property)) prepared[`_${name}`] = items ? LIST_OF_ELEMENTS : ELEMENT
    if (!items) prepared[name] = prepareValue(property, patterns)
    else prepared[name] = { type: 'array', items: orNull(prepareValue(items, patterns), isPrimitive) }
  }
  return prepared
}

/** The official schema takes canonical for a type that cannot be extended; R4 section 2.24.0 has it among the primitives. */
function isCanonical(value: JsonObject): boolean {
  return value['$ref'] === '#/definitions/canonical'
}

/** A primitive written out where its name would do is called by its name again: it is mended and compiled once. */
function prepareValue(value: JsonObject, patterns: ReadonlyMap<string, string>): JsonObject {
  const named = patterns.get(`${String(value['type'])} ${String(value['pattern'])}`)
  if (named !== undefined) return { $ref: `#/definitions/${named}` }
  const { description: _, ...rest } = value
  return rest
}

function orNull(items: JsonObject, isPrimitive: boolean): JsonObject {
  return isPrimitive ? { if: { type: 'null' }, else: items } : items
}

/** Names by pattern; `string` and `markdown` share one, and mean the same here. */
function patternNames(official: JsonObject): ReadonlyMap<string, string> {
  const names = new Map<string, string>([['string ^(\\s*([0-9a-zA-Z\\+/=]){4}\\s*)+$', 'base64Binary']])
  for (const [name, definition] of Object.entries(official)) {
    if (!isObject(definition) || 'properties' in definition || !('pattern' in definition)) continue
    names.set(`${String(definition['type'])} ${String(definition['pattern'])}`, name)
  }
  return names
}
