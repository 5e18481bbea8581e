import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { text } from 'node:stream/consumers'
import { afterAll, afterEach, beforeAll, expect, expectTypeOf, it, vi } from 'vitest'
import { z } from 'zod'
import { defineEndpoint } from '#http/model'
import { addressOf, call } from './client.ts'
import { isProblem } from './problem.ts'

const readEndpoint = defineEndpoint({
  name: 'note.read',
  method: 'GET',
  path: '/api/notes/:note',
  summary: '',
  caller: { who: 'anyone' },
  params: z.strictObject({ note: z.string() }),
  query: z.strictObject({ kinds: z.array(z.string()).optional(), first: z.number().optional() }),
  answer: z.object({ url: z.string() }),
})

const writeEndpoint = defineEndpoint({
  name: 'note.write',
  method: 'POST',
  path: '/api/notes',
  summary: '',
  caller: { who: 'anyone' },
  body: z.strictObject({ text: z.string() }),
  answer: z.object({ received: z.string(), type: z.string() }),
})

const pictureEndpoint = defineEndpoint({
  name: 'note.picture',
  method: 'PUT',
  path: '/api/notes/picture',
  summary: '',
  caller: { who: 'anyone' },
  upload: 'bytes',
  media: ['image/png'],
  answer: z.object({ received: z.string(), type: z.string() }),
})

const formEndpoint = defineEndpoint({
  name: 'note.form',
  method: 'POST',
  path: '/api/notes/form',
  summary: '',
  caller: { who: 'anyone' },
  upload: 'form',
  body: z.strictObject({ kind: z.string() }),
  answer: z.object({ received: z.string(), type: z.string() }),
})

const bytesEndpoint = defineEndpoint({
  name: 'note.bytes',
  method: 'GET',
  path: '/api/notes/bytes',
  summary: '',
  caller: { who: 'anyone' },
  returns: 'bytes',
})

type Answering = (request: IncomingMessage, response: ServerResponse, body: string) => void

let answering: Answering
const server = createServer((request, response) => {
  void text(request).then((body) => answering(request, response, body))
})

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const base = typeof address === 'object' ? `http://127.0.0.1:${address?.port}` : ''
  const { fetch } = globalThis
  vi.stubGlobal('fetch', (url: string, init: RequestInit) => fetch(new URL(url, base), init))
})
afterAll(() => void server.close())
afterEach(() => (answering = unasked))

const unasked: Answering = (_, response) => response.writeHead(500).end()
const json = (value: unknown, status = 200): Answering => {
  return (_, response) =>
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value))
}
const echoBody: Answering = (request, response, received) =>
  response.end(JSON.stringify({ received, type: request.headers['content-type'] }))

it('puts parameters in the path and the query, a list as its name several times, and nothing for what is not given', async () => {
  answering = ({ url }, response) => response.end(JSON.stringify({ url }))
  const read = await call(readEndpoint, { params: { note: 'a/b c' }, query: { kinds: ['x', 'y'] } })
  expect(read.url).toBe('/api/notes/a%2Fb%20c?kinds=x&kinds=y')
  expect(await call(readEndpoint, { params: { note: '1' } })).toEqual({ url: '/api/notes/1' })
})

it('types what is given and what is answered by the schemas', () => {
  expectTypeOf(call<typeof readEndpoint>).returns.resolves.toEqualTypeOf<{ url: string }>()
  expectTypeOf(call<typeof bytesEndpoint>).returns.resolves.toEqualTypeOf<Blob>()
  expectTypeOf(call<typeof readEndpoint>)
    .parameter(1)
    .toHaveProperty('params')
  expectTypeOf<Parameters<typeof call<typeof writeEndpoint>>[1]['body']>().toEqualTypeOf<{ text: string }>()
  expectTypeOf<Parameters<typeof call<typeof readEndpoint>>[1]['query']>().toBeNullable()
})

it('sends JSON', async () => {
  answering = echoBody
  const { received, type } = await call(writeEndpoint, { body: { text: 'ಜ್ವರ' } })
  expect(JSON.parse(received)).toEqual({ text: 'ಜ್ವರ' })
  expect(type).toBe('application/json')
})

it('sends bytes with their media type', async () => {
  answering = echoBody
  const picture = new Blob(['not really'], { type: 'image/png' })
  expect(await call(pictureEndpoint, { body: picture })).toEqual({
    received: 'not really',
    type: 'image/png',
  })
})

it('sends a form, its text before its files', async () => {
  answering = echoBody
  const { received, type } = await call(formEndpoint, {
    body: { kind: 'document' },
    files: { file: new File(['x'], 'a.pdf') },
  })
  expect(type).toMatch(/^multipart\/form-data/)
  expect(received.indexOf('name="kind"')).toBeLessThan(received.indexOf('filename="a.pdf"'))
})

it('answers bytes as they are', async () => {
  answering = (_, response) => response.writeHead(200, { 'content-type': 'image/png' }).end('bytes')
  const blob = await call(bytesEndpoint, {})
  expect([blob.type, await blob.text()]).toEqual(['image/png', 'bytes'])
  expect(addressOf(bytesEndpoint, {})).toBe('/api/notes/bytes')
})

it('throws the problem that the server answers, with the message of each field', async () => {
  const fields = [{ path: 'text', message: 'is missing' }]
  answering = json(
    { type: 'about:blank', title: 'Bad', status: 400, code: 'INVALID_INPUT', detail: 'no', fields },
    400,
  )
  const problem = await call(writeEndpoint, { body: { text: '' } }).catch((error: unknown) => error)
  if (!isProblem(problem, 'INVALID_INPUT')) throw new Error('it is no such problem')
  expect(problem.messageFor('text')).toBe('is missing')
  expect(problem.messageFor('other')).toBeUndefined()
})

it.each([
  ['an answer that does not fit the schema', json({ url: 5 })],
  ['an answer that is no JSON', (_, response) => response.end('<html>')],
  ['an error that is no problem document', json({ message: 'oops' }, 502)],
] satisfies readonly [string, Answering][])('calls %s unreadable', async (_, answer) => {
  answering = answer
  await expect(call(readEndpoint, { params: { note: '1' } })).rejects.toMatchObject({ code: 'UNREADABLE' })
})

it('says offline where no answer comes', async () => {
  answering = (_, response) => response.destroy()
  await expect(call(readEndpoint, { params: { note: '1' } })).rejects.toMatchObject({ code: 'OFFLINE' })
})

it('lets an abort be an abort', async () => {
  answering = () => {}
  const stopping = new AbortController()
  const called = call(readEndpoint, { params: { note: '1' } }, { signal: stopping.signal })
  stopping.abort()
  await expect(called).rejects.toMatchObject({ name: 'AbortError' })
})
