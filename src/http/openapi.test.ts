import { Validator } from '@seriousme/openapi-schema-validator'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'

import { newActor, serveRoutes, statusOf } from '../../test/serve-routes.ts'
import { serve, toOpenApi } from './index.ts'
import { defineEndpoint, liveEndpoint } from './model/index.ts'

const tree = z.strictObject({
  name: z.string(),
  get children() {
    return z.array(tree)
  },
})
const organisation = z.strictObject({ organisation: z.uuid() })
const endpoints = [
  liveEndpoint,
  defineEndpoint({
    name: 'thing.list',
    method: 'GET',
    path: '/api/things',
    summary: 'Lists things.',
    caller: { who: 'anyone' },
    query: z.strictObject({ after: z.string().optional(), kind: z.enum(['a', 'b']) }),
    answer: z.object({ things: z.array(tree) }),
  }),
  defineEndpoint({
    name: 'thing.make',
    method: 'POST',
    path: '/api/things',
    summary: 'Makes a thing.',
    caller: { who: 'person' },
    body: z.discriminatedUnion('by', [
      z.strictObject({ by: z.literal('name'), name: z.string().regex(/^\w+$/).max(20) }),
      z.strictObject({ by: z.literal('time'), at: z.custom<number>((value) => typeof value === 'number') }),
    ]),
    answer: tree,
    refusals: ['NUMBER_TAKEN'],
  }),
  defineEndpoint({
    name: 'thing.scan',
    method: 'PUT',
    path: '/api/org/:organisation/scan',
    summary: 'Takes a scan.',
    caller: { who: 'staff', roles: ['nurse'] },
    params: organisation,
    upload: 'bytes',
    media: ['image/png', 'application/pdf'],
    returns: 'bytes',
  }),
  defineEndpoint({
    name: 'thing.papers',
    method: 'POST',
    path: '/api/org/:organisation/papers',
    summary: 'Takes papers.',
    caller: { who: 'staff', roles: ['nurse'] },
    params: organisation,
    body: z.strictObject({ kind: z.string() }),
    upload: 'form',
    failure: 'operation-outcome',
  }),
]
const outcome = { schema: { $ref: '#/components/schemas/OperationOutcome' } }
const info = { title: 'Twinchart', version: '0.1.0', sessionCookie: 'session' }

const operations = z.record(
  z.string(),
  z.object({ responses: z.record(z.string(), z.object({ description: z.string().optional() })) }),
)
const described = z
  .object({ paths: z.record(z.string(), operations) })
  .parse(toOpenApi(endpoints, info, statusOf)).paths

/** By status, what is said of it. */
function refusalsIn(operation: z.infer<typeof operations>[string] | undefined) {
  const { 200: _, ...refused } = operation?.responses ?? {}
  return Object.fromEntries(Object.entries(refused).map(([status, { description }]) => [status, description]))
}

describe('the OpenAPI description', () => {
  it('keeps the rules of OpenAPI 3.1', async () => {
    const { valid, errors } = await new Validator().validate({ ...toOpenApi(endpoints, info, statusOf) })
    expect({ valid, errors }).toEqual({ valid: true, errors: undefined })
  })

  it('is checked by a tool that sees when a rule is broken', async () => {
    const broken = {
      ...toOpenApi(endpoints, info, statusOf),
      paths: { 'no-slash': { get: { responses: 7 } } },
    }
    expect((await new Validator().validate(broken)).valid).toBe(false)
  })

  it('names each parameter, body, answer, caller, limit and refusal', () => {
    expect(toOpenApi(endpoints, info, statusOf)).toMatchObject({
      openapi: '3.1.1',
      paths: {
        '/api/things': {
          get: {
            operationId: 'thing.list',
            tags: ['thing'],
            parameters: [
              { name: 'after', in: 'query', required: false },
              { name: 'kind', in: 'query', required: true, schema: { enum: ['a', 'b'] } },
            ],
            security: [],
          },
          post: {
            requestBody: { required: true, content: { 'application/json': { schema: { oneOf: [{}, {}] } } } },
            responses: { 200: { content: { 'application/json': {} } } },
            security: [{ session: [] }],
            'x-caller': { who: 'person' },
            'x-limit': 'write',
            'x-refusals': ['NUMBER_TAKEN'],
          },
        },
        '/api/org/{organisation}/scan': {
          put: {
            parameters: [{ name: 'organisation', in: 'path', required: true, schema: { format: 'uuid' } }],
            requestBody: { content: { 'image/png': {}, 'application/pdf': {} } },
            responses: { 200: { content: { '*/*': {} } } },
          },
        },
        '/api/org/{organisation}/papers': {
          post: {
            requestBody: { content: { 'multipart/form-data': { schema: { properties: { kind: {} } } } } },
            responses: { 422: { content: { 'application/fhir+json': outcome } } },
          },
        },
        '/api/events': { get: { responses: { 200: { content: { 'text/event-stream': {} } } } } },
      },
    })
  })

  it('names by status all that an endpoint may refuse with: for its caller, its body, its limit, its own', () => {
    const { get, put } = described['/api/org/{organisation}/scan'] ?? {}
    expect(get).toBeUndefined()
    expect(refusalsIn(put)).toEqual({
      401: 'Unauthorized: SIGN_IN_FIRST.',
      403: 'Forbidden: CROSS_SITE, NOT_ALLOWED.',
      404: 'Not Found: NOT_FOUND.',
      413: 'Payload Too Large: BODY_TOO_LARGE.',
      415: 'Unsupported Media Type: WRONG_MEDIA_TYPE.',
      422: 'Unprocessable Entity: INVALID_INPUT.',
      429: 'Too Many Requests: TOO_MANY_REQUESTS.',
      500: 'Internal Server Error: our fault, and written down under the name that it gives.',
      503: 'Service Unavailable: our fault, and it will pass.',
      default: undefined,
    })
    const { get: list, post: make } = described['/api/things'] ?? {}
    expect(Object.keys(refusalsIn(list))).toEqual(['403', '422', '429', '500', '503', 'default'])
    expect(refusalsIn(make)).toMatchObject({
      400: 'Bad Request: MALFORMED_BODY.',
      409: 'Conflict: NUMBER_TAKEN.',
    })
  })

  it('is not made where an endpoint refuses with a code that has no status', () => {
    const endpoint = defineEndpoint({
      ...{ name: 'thing.slip', method: 'GET', path: '/api/slip', summary: 'Slips.' },
      caller: { who: 'anyone' },
      refusals: ['NUMBER_TAKEM'],
    })
    expect(() => toOpenApi([endpoint], info, statusOf)).toThrow('thing.slip refuses with NUMBER_TAKEM')
  })

  it('is served', async () => {
    await using served = await serveRoutes([serve(liveEndpoint, async function* () {})])
    const answer = await served.ask('/openapi.json')
    const { valid } = await new Validator().validate(
      z.record(z.string(), z.unknown()).parse(await answer.json()),
    )
    expect(valid).toBe(true)
  })
})

describe('what a server refuses', () => {
  const thing = { caller: { who: 'person' }, params: z.strictObject({ thing: z.uuid() }) } as const
  const routes = [
    serve(
      defineEndpoint({
        ...thing,
        ...{ name: 'thing.write', method: 'POST', path: '/api/things/:thing', summary: 'Writes.' },
        body: z.strictObject({ note: z.string() }),
        maxBytes: 100,
      }),
      () => ({}),
    ),
    serve(
      defineEndpoint({
        ...thing,
        ...{ name: 'thing.fhir', method: 'PUT', path: '/api/things/:thing', summary: 'Takes FHIR.' },
        ...{ upload: 'bytes', media: ['application/fhir+json'], failure: 'operation-outcome' },
        caller: { who: 'officer' },
      }),
      () => Promise.reject(new Error('ours')),
    ),
  ]
  const asha = newActor('asha')
  const officer = newActor('officer', { officer: true })
  const id = '6b4f9a0e-7a39-4f5e-9f8e-0c5f4f2a1a11'
  const json = { 'content-type': 'application/json' }
  const fhir = { 'content-type': 'application/fhir+json' }

  it.each([
    ['nobody', 'POST', id, {}, 401],
    [
      'a page of another site',
      'POST',
      id,
      { session: asha.session, headers: { 'sec-fetch-site': 'cross-site' } },
      403,
    ],
    ['a name of nothing', 'POST', 'x', { session: asha.session }, 404],
    ['what is no JSON', 'POST', id, { session: asha.session, headers: json, body: '{' }, 400],
    ['what is too long', 'POST', id, { session: asha.session, headers: json, body: ' '.repeat(101) }, 413],
    ['another kind of content', 'POST', id, { session: asha.session, body: 'note' }, 415],
    ['what does not fit', 'POST', id, { session: asha.session, headers: json, body: '{}' }, 422],
    ['a query that nobody asked for', 'POST', `${id}?x=1`, { session: asha.session }, 422],
    ['another role', 'PUT', id, { session: asha.session, headers: fhir, body: '{}' }, 403],
    ['a handler that breaks', 'PUT', id, { session: officer.session, headers: fhir, body: '{}' }, 500],
  ])('is described, by status, media type and code: %s', async (_, method, path, init, status) => {
    await using served = await serveRoutes(routes, [asha, officer])
    const answer = await served.ask(`/api/things/${path}`, { method, ...init })
    expect(answer.status).toBe(status)
    const { paths } = responses.parse(await (await served.ask('/openapi.json')).json())
    const said = paths['/api/things/{thing}']?.[method.toLowerCase()]?.responses[status]
    expect(Object.keys(said?.content ?? {})).toEqual([answer.headers.get('content-type')])
    const [code = ''] = /SIGN_IN_FIRST|[A-Z]+(?:_[A-Z]+)+|BROKEN/.exec(await answer.text()) ?? []
    expect(said?.description).toContain(code === 'BROKEN' ? 'our fault' : code)
  })
})

const responses = z.object({
  paths: z.record(
    z.string(),
    z.record(
      z.string(),
      z.object({
        responses: z.record(
          z.string(),
          z.object({
            description: z.string().optional(),
            content: z.record(z.string(), z.unknown()).optional(),
          }),
        ),
      }),
    ),
  ),
})
