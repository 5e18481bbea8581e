import { once } from 'node:events'
import { connect } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'

import { describe, expect, it } from 'vitest'
import { z } from 'zod'

import { newActor, serveRoutes, type ServedRoutes } from '../../test/serve-routes.ts'
import { HttpError, serve } from './index.ts'
import { defineEndpoint, problemSchema } from './model/index.ts'

const shape = { method: 'POST', summary: 'Takes something.', caller: { who: 'anyone' } } as const

const dose = z.strictObject({ item: z.string().min(1).max(20), dose: z.int().max(4) })
const jsonRoute = serve(
  defineEndpoint({
    ...shape,
    name: 'take.json',
    path: '/api/json',
    body: z.strictObject({ doses: z.array(dose), note: z.string().optional() }),
    answer: z.strictObject({ taken: z.int() }),
    maxBytes: 200,
  }),
  (_, { body }) => ({ taken: body.doses.length }),
)
const emptyRoute = serve(defineEndpoint({ ...shape, name: 'take.nothing', path: '/api/nothing' }), () => ({}))
const countSchema = z.strictObject({ bytes: z.int() })
const bytesRoute = serve(
  defineEndpoint({
    ...shape,
    name: 'take.bytes',
    path: '/api/bytes',
    upload: 'bytes',
    media: ['application/pdf'],
    answer: countSchema,
    maxBytes: 100_000,
  }),
  async (_, { body }) => ({ bytes: await lengthOf(body) }),
)
const fileSchema = z.strictObject({
  field: z.string(),
  fileName: z.string(),
  mediaType: z.string(),
  bytes: z.int(),
})
const formRoute = serve(
  defineEndpoint({
    ...shape,
    name: 'take.form',
    path: '/api/form',
    upload: 'form',
    body: z.strictObject({ kind: z.enum(['report', 'scan']), tags: z.array(z.string()).optional() }),
    answer: z.strictObject({ kind: z.string(), tags: z.array(z.string()), files: z.array(fileSchema) }),
    maxBytes: 3_000_000,
  }),
  async (_, { body }) => {
    const files: z.infer<typeof fileSchema>[] = []
    for await (const { bytes, ...file } of body.files) files.push({ ...file, bytes: await lengthOf(bytes) })
    return { kind: body.fields.kind, tags: body.fields.tags ?? [], files }
  },
)
const routes = [jsonRoute, emptyRoute, bytesRoute, formRoute]

async function lengthOf(chunks: AsyncIterable<Uint8Array>): Promise<number> {
  let length = 0
  for await (const chunk of chunks) length += chunk.length
  return length
}

async function send(
  served: ServedRoutes,
  path: string,
  body: BodyInit,
  type?: string,
): Promise<{ readonly status: number; readonly body: unknown }> {
  const headers = type === undefined ? {} : { 'content-type': type }
  const answer = await served.ask(path, { method: 'POST', body, headers, duplex: 'half' })
  return { status: answer.status, body: await answer.json() }
}

function inPieces(pieces: readonly (string | Uint8Array)[]): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  const left = [...pieces]
  return new ReadableStream({
    pull(controller) {
      const piece = left.shift()
      if (piece === undefined) controller.close()
      else controller.enqueue(typeof piece === 'string' ? encoder.encode(piece) : piece)
    },
  })
}

const JSON_TYPE = 'application/json'

describe('a JSON body', () => {
  it('reaches the handler after its schema, whole or in pieces', async () => {
    await using served = await serveRoutes(routes)
    const body = '{"doses":[{"item":"x","dose":2}]}'
    const taken = { status: 200, body: { taken: 1 } }
    expect(await send(served, '/api/json', body, 'application/json; charset=utf-8')).toEqual(taken)
    expect(await send(served, '/api/json', inPieces([body.slice(0, 9), body.slice(9)]), JSON_TYPE)).toEqual(
      taken,
    )
  })

  it('may be absent where nothing is asked for, and only there', async () => {
    await using served = await serveRoutes(routes)
    expect((await served.ask('/api/nothing', { method: 'POST' })).status).toBe(200)
    expect((await served.ask('/api/json', { method: 'POST' })).status).toBe(422)
    expect((await send(served, '/api/nothing', '{"a":1}', JSON_TYPE)).status).toBe(422)
  })

  it('is refused field by field, in words that repeat nothing of it', async () => {
    await using served = await serveRoutes(routes)
    const doses = [{ item: 'secret-medicine-of-asha', dose: 2.5 }, { dose: 9 }, 'secret']
    const refused = await send(served, '/api/json', JSON.stringify({ doses, secret: 1 }), JSON_TYPE)
    expect(refused.status).toBe(422)
    expect(problemSchema.parse(refused.body)).toEqual({
      type: 'about:blank',
      title: 'Unprocessable Entity',
      status: 422,
      code: 'INVALID_INPUT',
      detail: expect.any(String),
      fields: [
        { path: 'doses.0.item', message: 'is too big: at most 20 characters' },
        { path: 'doses.0.dose', message: 'is not a whole number' },
        { path: 'doses.1.item', message: 'is missing' },
        { path: 'doses.1.dose', message: 'is too big: at most 4' },
        { path: 'doses.2', message: 'is not a group of fields' },
        { path: '', message: 'has a field that is not known here' },
      ],
    })
    expect(JSON.stringify(refused.body)).not.toContain('secret')
  })

  it.each([
    ['cut short', '{"doses":[', 400, 'MALFORMED_BODY'],
    ['not UTF-8', Uint8Array.of(0x22, 0xff, 0x22), 400, 'MALFORMED_BODY'],
    ['larger than allowed', `"${'x'.repeat(300)}"`, 413, 'BODY_TOO_LARGE'],
  ])('is refused where it is %s', async (_, body, status, code) => {
    await using served = await serveRoutes(routes)
    expect(await send(served, '/api/json', body, JSON_TYPE)).toMatchObject({ status, body: { code } })
    const pieces = inPieces(
      code === 'BODY_TOO_LARGE' ? Array.from({ length: 40 }, () => ' '.repeat(9)) : [body],
    )
    expect(await send(served, '/api/json', pieces, JSON_TYPE)).toMatchObject({ status, body: { code } })
    expect(served.failures).toEqual([])
  })

  it.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', undefined])(
    'is refused as %s, which a page of another site could send unasked',
    async (type) => {
      await using served = await serveRoutes(routes)
      const body = new TextEncoder().encode('{"doses":[]}')
      expect(await send(served, '/api/json', body, type)).toMatchObject({
        status: 415,
        body: { code: 'WRONG_MEDIA_TYPE' },
      })
    },
  )
})

describe('raw bytes', () => {
  it('stream to the handler', async () => {
    await using served = await serveRoutes(routes)
    const pieces = inPieces(Array.from({ length: 50 }, () => new Uint8Array(1_000)))
    expect(await send(served, '/api/bytes', pieces, 'application/pdf')).toEqual({
      status: 200,
      body: { bytes: 50_000 },
    })
  })

  it('are refused where they are too many, announced or not', async () => {
    await using served = await serveRoutes(routes)
    const tooMany = { status: 413, body: { code: 'BODY_TOO_LARGE' } }
    expect(await send(served, '/api/bytes', new Uint8Array(100_001), 'application/pdf')).toMatchObject(
      tooMany,
    )
    const pieces = inPieces(Array.from({ length: 101 }, () => new Uint8Array(1_000)))
    expect(await send(served, '/api/bytes', pieces, 'application/pdf')).toMatchObject(tooMany)
  })

  it('may be refused at the first look, and the sender hears of it and can go on', async () => {
    const endpoint = defineEndpoint({
      ...bytesRoute.endpoint,
      returns: 'json',
      upload: 'bytes',
      maxBytes: 30_000_000,
    })
    const picky = serve(endpoint, async (_, { body }) => {
      for await (const chunk of body) if (chunk[0] === 0) throw new HttpError('WRONG_MEDIA_TYPE')
      return { bytes: 0 }
    })
    await using served = await serveRoutes([picky])
    for (let round = 0; round < 5; round++) {
      const pieces = inPieces(Array.from({ length: 200 }, () => new Uint8Array(100_000)))
      expect(await send(served, '/api/bytes', pieces, 'application/pdf')).toMatchObject({ status: 415 })
      expect(await send(served, '/api/bytes', Uint8Array.of(1), 'application/pdf')).toMatchObject({
        status: 200,
      })
    }
  })

  it('are refused as another media type', async () => {
    await using served = await serveRoutes(routes)
    expect(await send(served, '/api/bytes', new Uint8Array(1), 'text/html')).toMatchObject({ status: 415 })
  })

  it('need their media types named', () => {
    const endpoint = defineEndpoint({ ...shape, name: 'take.any', path: '/api/any', upload: 'bytes' })
    expect(() => serve(endpoint, () => ({}))).toThrow(/no media type/)
  })
})

describe('a form', () => {
  const scan = new File([new Uint8Array(1_000_000)], 'स्कैन.pdf', { type: 'application/pdf' })

  function newForm(fields: readonly (readonly [string, string])[], files: readonly File[]): FormData {
    const form = new FormData()
    for (const [name, value] of fields) form.append(name, value)
    for (const file of files) form.append('scan', file)
    return form
  }

  it('gives its fields, then its files one after the other', async () => {
    await using served = await serveRoutes(routes)
    const photo = new File(['abc'], 'photo.jpg', { type: 'image/jpeg' })
    const form = newForm(
      [
        ['kind', 'scan'],
        ['tags', 'a'],
        ['tags', 'b'],
      ],
      [scan, photo],
    )
    expect(await send(served, '/api/form', form)).toEqual({
      status: 200,
      body: {
        kind: 'scan',
        tags: ['a', 'b'],
        files: [
          { field: 'scan', fileName: 'स्कैन.pdf', mediaType: 'application/pdf', bytes: 1_000_000 },
          { field: 'scan', fileName: 'photo.jpg', mediaType: 'image/jpeg', bytes: 3 },
        ],
      },
    })
  })

  it('may have no file', async () => {
    await using served = await serveRoutes(routes)
    const sent = await send(served, '/api/form', newForm([['kind', 'report']], []))
    expect(sent).toEqual({ status: 200, body: { kind: 'report', tags: [], files: [] } })
  })

  it('is refused by its fields before any file is read', async () => {
    await using served = await serveRoutes(routes)
    expect(await send(served, '/api/form', newForm([['kind', 'other']], [scan]))).toMatchObject({
      status: 422,
      body: { fields: [{ path: 'kind', message: 'is not one of: report, scan' }] },
    })
  })

  it('is refused where it is too large, also in the middle of a file', async () => {
    await using served = await serveRoutes(routes)
    const form = newForm([['kind', 'scan']], [scan, scan, scan, scan])
    expect(await send(served, '/api/form', form)).toMatchObject({ status: 413 })
    const { body, headers } = new Request('http://x', { method: 'POST', body: form })
    const type = headers.get('content-type') ?? ''
    expect(await send(served, '/api/form', body ?? '', type)).toMatchObject({ status: 413 })
  })

  it.each([
    ['cut short', '--x\r\nContent-Disposition: form-data; name="kind"\r\n\r\nscan', 'x'],
    [
      'cut short in a file',
      '--x\r\nContent-Disposition: form-data; name="kind"\r\n\r\nscan\r\n--x\r\nContent-Disposition: form-data; name="f"; filename="f"\r\n\r\nabc',
      'x',
    ],
    ['without a boundary', '--x--', ''],
  ])('is refused where it is %s', async (_, body, boundary) => {
    await using served = await serveRoutes(routes)
    const type = `multipart/form-data; ${boundary === '' ? '' : `boundary=${boundary}`}`
    const bytes = new TextEncoder().encode(body)
    expect(await send(served, '/api/form', bytes, type)).toMatchObject({
      status: 400,
      body: { code: 'MALFORMED_BODY' },
    })
    expect(served.failures).toEqual([])
  })

  it('is refused where a field follows a file', async () => {
    await using served = await serveRoutes(routes)
    const form = newForm([['kind', 'scan']], [scan])
    form.append('tags', 'late')
    expect(await send(served, '/api/form', form)).toMatchObject({ status: 400 })
  })

  it('is refused with more fields than any page sends', async () => {
    await using served = await serveRoutes(routes)
    const many = Array.from({ length: 101 }, () => ['tags', 'x'] as const)
    expect(await send(served, '/api/form', newForm(many, []))).toMatchObject({ status: 413 })
    expect(await send(served, '/api/form', newForm([['kind', 'x'.repeat(70_000)]], []))).toMatchObject({
      status: 413,
    })
  })

  it('is refused as anything but a form', async () => {
    await using served = await serveRoutes(routes)
    const sent = await send(served, '/api/form', 'kind=scan', 'application/x-www-form-urlencoded')
    expect(sent).toMatchObject({ status: 415 })
  })

  it('does not take a connection with it where its handler stops half way', async () => {
    const impatient = serve(
      { ...formRoute.endpoint, upload: 'form', returns: 'json' },
      async (_, { body }) => {
        for await (const file of body.files) return { kind: file.fileName, tags: [], files: [] }
        return {}
      },
    )
    await using served = await serveRoutes([impatient])
    for (let round = 0; round < 3; round++) {
      const sent = await send(served, '/api/form', newForm([['kind', 'scan']], [scan, scan]))
      expect(sent).toMatchObject({ status: 200, body: { kind: 'स्कैन.pdf' } })
    }
  })
})

it('an upload that is broken off ends its handler, and is no failure of ours', async () => {
  const ended = Promise.withResolvers<readonly [boolean, string]>()
  const endpoint = defineEndpoint({
    ...shape,
    name: 'take.slowly',
    path: '/api/slow',
    upload: 'bytes',
    media: ['a/b'],
  })
  const slow = serve(endpoint, async (_, { body, signal }) => {
    const error = await lengthOf(body).catch(String)
    ended.resolve([signal.aborted, typeof error])
    throw new Error('could not go on')
  })
  await using served = await serveRoutes([slow], [newActor('asha')])
  const socket = connect(Number(served.url.port), served.url.hostname)
  await once(socket, 'connect')
  socket.write(
    'POST /api/slow HTTP/1.1\r\nHost: localhost\r\nContent-Type: a/b\r\nContent-Length: 100\r\n\r\nhalf',
  )
  await sleep(50)
  socket.destroy()
  expect(await ended.promise).toEqual([true, 'string'])
  await sleep(20)
  expect(served.failures).toEqual([])
})
