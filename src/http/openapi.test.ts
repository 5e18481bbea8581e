import { Validator } from '@seriousme/openapi-schema-validator'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'

import { serveRoutes } from '../../test/serve-routes.ts'
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
const info = { title: 'Twinchart', version: '0.1.0', sessionCookie: 'session' }

describe('the OpenAPI description', () => {
  it('keeps the rules of OpenAPI 3.1', async () => {
    const { valid, errors } = await new Validator().validate({ ...toOpenApi(endpoints, info) })
    expect({ valid, errors }).toEqual({ valid: true, errors: undefined })
  })

  it('is checked by a tool that sees when a rule is broken', async () => {
    const broken = { ...toOpenApi(endpoints, info), paths: { 'no-slash': { get: { responses: 7 } } } }
    expect((await new Validator().validate(broken)).valid).toBe(false)
  })

  it('names each parameter, body, answer, caller, limit and refusal', () => {
    expect(toOpenApi(endpoints, info)).toMatchObject({
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
            responses: { default: { $ref: '#/components/responses/outcome' } },
          },
        },
        '/api/events': { get: { responses: { 200: { content: { 'text/event-stream': {} } } } } },
      },
    })
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
