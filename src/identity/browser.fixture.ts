import type { z } from 'zod'

import { problemSchema, type Endpoint } from '#http/model'
import { DomainError, type Bytes } from '#kernel'

import type { ServedRoutes } from '../../test/serve-routes.ts'

interface Given<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType> {
  readonly params?: z.input<P>
  readonly query?: z.input<Q>
  readonly body?: z.input<B> | Bytes
}

const TYPES: ReadonlyMap<number | undefined, string> = new Map([
  [0x25, 'application/pdf'],
  [0xff, 'image/jpeg'],
])

/** A browser as tests use one: it keeps cookies and calls endpoints by their values; a refusal is thrown by its code. */
export class Browser {
  readonly cookies = new Map<string, string>()
  readonly #served: ServedRoutes

  constructor(served: ServedRoutes) {
    this.#served = served
  }

  async call<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, A extends z.ZodType>(
    endpoint: Endpoint<P, Q, B, A>,
    given: Given<P, Q, B> = {},
  ): Promise<z.output<A>> {
    const response = await this.#send(endpoint, given)
    return endpoint.answer.parseAsync(await response.json())
  }

  async bytes<P extends z.ZodType, Q extends z.ZodType>(
    endpoint: Endpoint<P, Q>,
    given: Given<P, Q, z.ZodType> = {},
  ): Promise<{ readonly type: string; readonly bytes: Bytes }> {
    const response = await this.#send(endpoint, given)
    return { type: response.headers.get('content-type') ?? '', bytes: await response.bytes() }
  }

  async #send(endpoint: Endpoint, { params, query, body }: Given<z.ZodType, z.ZodType, z.ZodType>) {
    const response = await this.#served.ask(addressOf(endpoint, params, query), {
      method: endpoint.method,
      headers: {
        cookie: [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; '),
        origin: 'http://localhost:8080',
        'user-agent': 'Test browser',
        'content-type': body instanceof Uint8Array ? (TYPES.get(body[0]) ?? 'image/png') : 'application/json',
      },
      ...(endpoint.method === 'GET' || endpoint.method === 'DELETE' ? {} : { body: toBody(body) }),
    })
    for (const cookie of response.headers.getSetCookie()) this.#keep(cookie)
    if (response.ok) return response
    const problem = problemSchema.parse(await response.json())
    throw new DomainError(problem.code, problem.detail)
  }

  #keep(cookie: string): void {
    const [name = '', value = ''] = (cookie.split(';', 1)[0] ?? '').split('=', 2)
    if (/max-age=0/i.test(cookie)) this.cookies.delete(name)
    else this.cookies.set(name, value)
  }
}

function addressOf(endpoint: Endpoint, params: unknown, query: unknown): string {
  const path = endpoint.path.replaceAll(/:(\w+)/g, (_, name: string) =>
    encodeURIComponent(textIn(params, name)),
  )
  const pairs = typeof query === 'object' && query !== null ? Object.entries(query) : []
  return `${path}?${new URLSearchParams(pairs.map(([name, value]) => [name, String(value)]))}`
}

function textIn(params: unknown, name: string): string {
  const value: unknown = typeof params === 'object' && params !== null ? Reflect.get(params, name) : undefined
  if (typeof value !== 'string') throw new Error(`the path needs ${name}`)
  return value
}

function toBody(body: unknown): string | Uint8Array<ArrayBuffer> {
  return body instanceof Uint8Array ? Uint8Array.from(body) : JSON.stringify(body ?? {})
}
