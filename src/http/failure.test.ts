import { describe, expect, it } from 'vitest'
import { z } from 'zod'

import { DomainError } from '#kernel'

import { serveRoutes, type ServedRoutes } from '../../test/serve-routes.ts'
import { serve, type BytesAnswer } from './index.ts'
import { defineEndpoint, problemSchema, type Failure } from './model/index.ts'

const SECRET = 'Asha Rao, 98450 12345, diabetic'

function failing(failure: Failure, error: unknown) {
  const endpoint = defineEndpoint({
    name: 'thing.fail',
    method: 'GET',
    path: '/api/fail',
    summary: 'Fails.',
    caller: { who: 'anyone' },
    query: z.strictObject({ count: z.string().regex(/^\d+$/).optional() }),
    failure,
  })
  return serve(endpoint, () => {
    throw error
  })
}

async function heads(answer: Response): Promise<string> {
  return JSON.stringify([...answer.headers]) + (await answer.text())
}

describe('a refusal of a domain', () => {
  const refusal = new DomainError('NO_SUCH_REQUEST', 'nobody asked you this')

  it('has the status of its code and says what happened (RFC 9457)', async () => {
    await using served = await serveRoutes([failing('problem', refusal)])
    const answer = await served.ask('/api/fail')
    expect(answer.headers.get('content-type')).toBe('application/problem+json')
    expect(problemSchema.parse(await answer.json())).toEqual({
      type: 'about:blank',
      title: 'Not Found',
      status: 404,
      code: 'NO_SUCH_REQUEST',
      detail: 'nobody asked you this',
    })
    expect(served.failures).toEqual([])
  })

  it('names the fields it is about, where its domain does', async () => {
    const fields = [{ path: 'careDay', message: 'has not come yet' }]
    const about = new DomainError('NOT_ASKED_FOR', 'That day has not come.', { fields })
    await using served = await serveRoutes([failing('problem', about)])
    expect(await (await served.ask('/api/fail')).json()).toMatchObject({ status: 422, fields })
  })

  it('is an OperationOutcome where a FHIR client asks', async () => {
    await using served = await serveRoutes([failing('operation-outcome', refusal)])
    const answer = await served.ask('/api/fail')
    expect([answer.status, answer.headers.get('content-type')]).toEqual([404, 'application/fhir+json'])
    expect(await answer.json()).toEqual({
      resourceType: 'OperationOutcome',
      issue: [
        {
          severity: 'error',
          code: 'not-found',
          details: { text: 'nobody asked you this' },
          diagnostics: 'NO_SUCH_REQUEST',
        },
      ],
    })
  })

  it('names the field in an OperationOutcome as FHIRPath does', async () => {
    await using served = await serveRoutes([failing('operation-outcome', refusal)])
    const answer = await served.ask('/api/fail?count=many')
    expect(await answer.json()).toMatchObject({
      issue: [
        {
          code: 'invalid',
          expression: ['count'],
          details: { text: 'does not have the form that is asked for' },
        },
      ],
    })
  })
})

describe('an error of our own', () => {
  it.each([
    ['a plain error', new Error(SECRET)],
    ['an error with a cause', new TypeError('outer', { cause: new Error(SECRET) })],
    ['a code that nobody gave a status', new DomainError('NEVER_HEARD_OF', SECRET)],
    ['damage', new DomainError('LEDGER_DAMAGED', SECRET)],
    ['something that is no error', SECRET],
  ])('says nothing but its number: %s', async (_, error) => {
    await using served = await serveRoutes([failing('problem', error)])
    const answer = await served.ask('/api/fail')
    expect(answer.status).toBe(500)
    const said = await heads(answer)
    expect(said).not.toMatch(/Asha|98450|diabetic|outer|\.ts/)
    const [failure] = served.failures
    expect(failure).toMatchObject({ endpoint: 'thing.fail', error })
    expect(said).toContain(`urn:twinchart:incident:${failure?.incident}`)
  })

  it('that will pass is a 503', async () => {
    await using served = await serveRoutes([failing('problem', new DomainError('LEDGER_BUSY', SECRET))])
    const answer = await served.ask('/api/fail')
    expect(answer.status).toBe(503)
    expect(await heads(answer)).not.toContain('Asha')
  })
})

describe('bytes', () => {
  async function served(answer: BytesAnswer): Promise<ServedRoutes> {
    const endpoint = defineEndpoint({
      name: 'thing.bytes',
      method: 'GET',
      path: '/api/bytes',
      summary: 'Gives bytes.',
      caller: { who: 'anyone' },
      returns: 'bytes',
    })
    return serveRoutes([serve(endpoint, () => answer)])
  }

  it('come whole, under their name in any script, and are kept by no cache', async () => {
    const bytes = new TextEncoder().encode('%PDF-')
    await using server = await served({
      mediaType: 'application/pdf',
      bytes,
      fileName: 'आशा\'s "card".pdf',
      shown: true,
    })
    const answer = await server.ask('/api/bytes')
    expect(new Uint8Array(await answer.arrayBuffer())).toEqual(bytes)
    expect(answer.headers.get('content-disposition')).toBe(
      'inline; filename="____s _card_.pdf"; ' +
        "filename*=UTF-8''%E0%A4%86%E0%A4%B6%E0%A4%BE%27s%20%22card%22.pdf",
    )
    expect(answer.headers.get('content-type')).toBe('application/pdf')
    expect(answer.headers.get('cache-control')).toBe('no-store')
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
  })

  it.each(['text/html', 'image/svg+xml', 'application/xhtml+xml', 'text/xml', 'nonsense'])(
    'that may run script are saved, not shown: %s',
    async (mediaType) => {
      await using server = await served({ mediaType, bytes: new Uint8Array(1), shown: true })
      const { headers } = await server.ask('/api/bytes')
      expect(headers.get('content-disposition')).toBe('attachment')
      expect(headers.get('content-security-policy')).toMatch(/default-src 'none'.*sandbox/)
    },
  )

  it('stream, piece by piece', async () => {
    async function* pieces() {
      for (let piece = 0; piece < 100; piece++) yield new Uint8Array(10_000).fill(piece)
    }
    await using server = await served({ mediaType: 'application/zip', bytes: pieces() })
    const answer = await server.ask('/api/bytes')
    expect((await answer.arrayBuffer()).byteLength).toBe(1_000_000)
  })

  it('that cannot be finished are cut off, never passed off as whole', async () => {
    async function* pieces() {
      yield new Uint8Array(10_000)
      throw new Error(SECRET)
    }
    await using server = await served({ mediaType: 'application/zip', bytes: pieces() })
    const answer = await server.ask('/api/bytes')
    await expect(answer.arrayBuffer()).rejects.toThrow(/terminated/)
    expect(server.failures).toMatchObject([{ endpoint: 'thing.bytes' }])
  })

  it('are no longer made for whoever has gone', async () => {
    const left = Promise.withResolvers<string>()
    async function* pieces() {
      try {
        for (;;) yield new Uint8Array(100_000)
      } finally {
        left.resolve('left')
      }
    }
    await using server = await served({ mediaType: 'application/zip', bytes: pieces() })
    const answer = await server.ask('/api/bytes')
    await answer.body?.cancel()
    expect(await left.promise).toBe('left')
    expect(server.failures).toEqual([])
  })
})
