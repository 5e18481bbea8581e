import { z } from 'zod'

import { mediaTypeOf } from './answer/media-type.ts'
import { problemSchema, type Endpoint } from './model/index.ts'

type Json = Readonly<Record<string, unknown>>

export interface ApiInfo {
  readonly title: string
  readonly version: string
  /** The cookie that carries the session. */
  readonly sessionCookie: string
}

const PROBLEM = {
  description: 'Refused, and why.',
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
}
const OUTCOME = {
  description: 'Refused, and why, as an OperationOutcome of FHIR R4.',
  content: { 'application/fhir+json': { schema: { type: 'object' } } },
}

/** All endpoints as an OpenAPI 3.1 description (spec.openapis.org/oas/v3.1.1). */
export function toOpenApi(endpoints: readonly Endpoint[], info: ApiInfo): Json {
  const byPath = Map.groupBy(endpoints, ({ path }) => path.replaceAll(/:(\w+)/g, '{$1}'))
  return {
    openapi: '3.1.1',
    info: { title: info.title, version: info.version },
    paths: Object.fromEntries([...byPath].map(([path, group]) => [path, pathItemOf(group)])),
    components: {
      schemas: { Problem: toSchema(problemSchema, 'output', 'Problem') },
      responses: { problem: PROBLEM, outcome: OUTCOME },
      securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: info.sessionCookie } },
    },
  }
}

function pathItemOf(endpoints: readonly Endpoint[]): Json {
  return Object.fromEntries(
    endpoints.map((endpoint) => [endpoint.method.toLowerCase(), operationOf(endpoint)]),
  )
}

function operationOf(endpoint: Endpoint): Json {
  const { name, summary, caller, limit, failure, refusals } = endpoint
  const refused = failure === 'problem' ? 'problem' : 'outcome'
  return {
    operationId: name,
    tags: [name.split('.', 1)[0]],
    summary,
    parameters: [...parametersOf(endpoint, 'path'), ...parametersOf(endpoint, 'query')],
    ...requestOf(endpoint),
    responses: {
      200: { description: 'Done.', content: answerOf(endpoint) },
      default: { $ref: `#/components/responses/${refused}` },
    },
    security: caller.who === 'anyone' ? [] : [{ session: [] }],
    'x-caller': caller,
    'x-limit': limit,
    'x-refusals': refusals,
  }
}

function parametersOf(endpoint: Endpoint, place: 'path' | 'query'): readonly Json[] {
  const { name, params, query } = endpoint
  const { properties = {}, required = [] } = toSchema(
    place === 'path' ? params : query,
    'input',
    `${name}.${place}`,
  )
  return Object.entries(properties).map(([parameter, schema]) => ({
    name: parameter,
    in: place,
    required: place === 'path' || required.includes(parameter),
    schema,
  }))
}

function requestOf(endpoint: Endpoint): Json {
  const { method, upload, body } = endpoint
  if (upload === 'bytes') return { requestBody: { required: true, content: bytesOf(endpoint) } }
  if (method === 'GET' || (upload === 'json' && isEmpty(body))) return {}
  const required = upload === 'form' || !body.safeParse({}).success
  return { requestBody: { required, content: upload === 'form' ? formOf(endpoint) : jsonOf(endpoint) } }
}

function isEmpty(schema: z.ZodType): boolean {
  return schema instanceof z.ZodObject && Object.keys(schema.shape).length === 0
}

function bytesOf({ media }: Endpoint): Json {
  return Object.fromEntries(media.map((type) => [type, {}]))
}

function jsonOf({ name, body }: Endpoint): Json {
  return { 'application/json': { schema: toSchema(body, 'input', `${name}.body`) } }
}

/** Text fields as named, and files under any name. */
function formOf({ name, body }: Endpoint): Json {
  const file = { type: 'string', contentMediaType: 'application/octet-stream' }
  const schema = { ...toSchema(body, 'input', `${name}.body`), additionalProperties: file }
  return { 'multipart/form-data': { schema } }
}

function answerOf(endpoint: Endpoint): Json {
  const { name, returns, answer } = endpoint
  if (returns === 'bytes') return { '*/*': {} }
  return { [mediaTypeOf(endpoint)]: { schema: toSchema(answer, 'output', `${name}.answer`) } }
}

/** A schema in JSON Schema 2020-12, which OpenAPI 3.1 takes as it is; one that refers to itself needs a name to refer to. */
function toSchema(schema: z.ZodType, io: 'input' | 'output', name: string): z.core.JSONSchema.BaseSchema {
  const { $schema: _, ...plain } = z.toJSONSchema(schema, { unrepresentable: 'any', io })
  return JSON.stringify(plain).includes('"$ref":"#') ? { $id: name, ...plain } : plain
}
