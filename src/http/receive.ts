import type { Context } from 'hono'

import { DomainError } from '#kernel'

import type { PlainHeaders } from './answer/respond.ts'
import type { Authenticator } from './authenticator.ts'
import { reportFailure, toFailure, type FailurePorts } from './failure.ts'
import { gather } from './gather.ts'
import type { Limiter } from './limits/limiter.ts'
import type { SessionToken } from './model/index.ts'
import { refuseCrossSite } from './security/cross-site.ts'
import { networkOf } from './security/network-address.ts'
import type { Arrival, Route } from './serve.ts'

interface HttpSettings {
  /** Where people reach this server. */
  readonly publicUrl: URL
  /** Other names under which it may be asked, such as a proxy's. */
  readonly hosts: readonly string[]
  /** The header in which the proxy in front tells the caller's address; without a proxy, none is believed. */
  readonly proxyHeader?: string
  /** Whether an answer with a field that its schema does not name is an error, and not cut down: in tests. */
  readonly strictAnswers: boolean
}

/** What serving needs of the other parts. */
export interface HttpPorts extends FailurePorts {
  readonly authenticator: Authenticator
  readonly limiter: Limiter
  readonly settings: HttpSettings
}

/** What Node knows of the connection a request came by; one made in memory comes without. */
export interface Connection {
  readonly incoming?: { readonly socket: { readonly remoteAddress?: string | undefined } }
  readonly outgoing?: { destroy(): unknown }
}

export interface Bindings {
  Bindings: Connection
}

/** Nginx's word for a caller who has gone: nobody reads the answer. */
const GONE = 499

/** Everything between a request and its endpoint, in the order in which it costs least to refuse. */
export async function receive(
  route: Route,
  context: Context<Bindings>,
  headers: PlainHeaders,
  ports: HttpPorts,
): Promise<Response> {
  const { endpoint } = route
  const request = context.req.raw
  try {
    refuseCrossSite(request, ports.settings.publicUrl)
    const token = await ports.authenticator.sessionTokenOf(request)
    await ports.limiter(endpoint.limit, token ?? callerOf(context, ports.settings))
    return await route.answer(arrivalOf(route, context, token, headers, ports))
  } catch (error) {
    const hasGone = request.signal.aborted && !(error instanceof DomainError)
    return hasGone ? new Response(null, { status: GONE }) : toFailure(error, endpoint, headers, ports)
  }
}

function callerOf({ env, req }: Context<Bindings>, { proxyHeader }: HttpSettings): string {
  return networkOf(env.incoming?.socket.remoteAddress, req.raw.headers, proxyHeader)
}

function arrivalOf(
  { endpoint }: Route,
  { env, req }: Context<Bindings>,
  token: SessionToken | undefined,
  headers: PlainHeaders,
  ports: HttpPorts,
): Arrival {
  const request = req.raw
  const params = req.param()
  return {
    request,
    headers,
    token,
    params,
    query: queryOf(request.url),
    organisation: params['organisation'],
    strict: ports.settings.strictAnswers,
    actor: () => (token === undefined ? undefined : ports.authenticator.actorOf(token)),
    breakOff(error) {
      if (!request.signal.aborted) reportFailure(error, endpoint.name, ports)
      env.outgoing?.destroy()
    },
  }
}

function queryOf(url: string): Arrival['query'] {
  const start = url.indexOf('?')
  return start < 0 ? {} : gather(new URLSearchParams(url.slice(start)))
}
