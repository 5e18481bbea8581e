import { STATUS_CODES } from 'node:http'

import { z } from 'zod'

import { mediaTypeOf } from './answer/media-type.ts'
import type { FailurePorts } from './failure.ts'
import { problemSchema, type Endpoint, type Failure } from './model/index.ts'
import { operationOutcomeSchema } from './operation-outcome.ts'
import { refusalsOf } from './refusals.ts'

type Json = Readonly<Record<string, unknown>>

export interface ApiInfo {
  readonly title: string
  readonly version: string
  /** The cookie that carries the session. */
  readonly sessionCookie: string
}

type StatusOf = FailurePorts['statusOf']

/** How a refusal is written. */
const CONTENT: Readonly<Record<Failure, Json>> = {
  problem: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
  'operation-outcome': {
    'application/fhir+json': { schema: { $ref: '#/components/schemas/OperationOutcome' } },
  },
}

/** What is our own fault has codes that no caller can do anything about. */
const OURS: Readonly<Record<number, string>> = {
  500: 'our fault, and written down under the name that it gives',
  503: 'our fault, and it will pass',
}

/** What is refused at the gate, before there is an endpoint. */
const OUTSIDE = {
  description: 'Refused before the endpoint: 414 URL_TOO_LONG, 421 WRONG_HOST.',
  content: CONTENT.problem,
}

/** All endpoints as an OpenAPI 3.1 description (spec.openapis.org/oas/v3.1.1). */
export function toOpenApi(endpoints: readonly Endpoint[], info: ApiInfo, statusOf: StatusOf): Json {
  const byPath = Map.groupBy(endpoints, ({ path }) => path.replaceAll(/:(\w+)/g, '{$1}'))
  return {
    openapi: '3.1.1',
    info: { title: info.title, version: info.version },
    paths: Object.fromEntries([...byPath].map(([path, group]) => [path, pathItemOf(group, statusOf)])),
    components: {
      schemas: {
        Problem: toSchema(problemSchema, 'output', 'Problem'),
        OperationOutcome: toSchema(operationOutcomeSchema, 'output', 'OperationOutcome'),
      },
      responses: { outside: OUTSIDE },
      securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: info.sessionCookie } },
    },
  }
}

function pathItemOf(endpoints: readonly Endpoint[], statusOf: StatusOf): Json {
  return Object.fromEntries(
    endpoints.map((endpoint) => [endpoint.method.toLowerCase(), operationOf(endpoint, statusOf)]),
  )
}

function operationOf(endpoint: Endpoint, statusOf: StatusOf): Json {
  const { name, summary, caller, limit, refusals } = endpoint
  return {
    operationId: name,
    tags: [name.split('.', 1)[0]],
    summary,
    parameters: [...parametersOf(endpoint, 'path'), ...parametersOf(endpoint, 'query')],
    ...requestOf(endpoint),
    responses: {
      200: { description: 'Done.', content: answerOf(endpoint) },
      ...refusedOf(endpoint, statusOf),
      default: { $ref: '#/components/responses/outside' },
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

/** By status, what it is called and the codes it comes with. */
function refusedOf(endpoint: Endpoint, statusOf: StatusOf): Json {
  const codes = [...refusalsOf(endpoint, statusOf)].map(([status, of]) => [status, of.join(', ')] as const)
  const content = CONTENT[endpoint.failure]
  const refused = (status: number, why: string) => ({
    description: `${STATUS_CODES[status] ?? status}: ${why}.`,
    content,
  })
  return Object.fromEntries(
    [...codes, ...Object.entries(OURS)].map(([status, why]) => [status, refused(Number(status), why)]),
  )
}

/** A schema in JSON Schema 2020-12, which OpenAPI 3.1 takes as it is; one that refers to itself needs a name to refer to. */
function toSchema(schema: z.ZodType, io: 'input' | 'output', name: string): z.core.JSONSchema.BaseSchema {
  const { $schema: _, ...plain } = z.toJSONSchema(schema, { unrepresentable: 'any', io })
  return JSON.stringify(plain).includes('"$ref":"#') ? { $id: name, ...plain } : plain
}
