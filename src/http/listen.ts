import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import { isIPv6 } from 'node:net'

import { getRequestListener } from '@hono/node-server'

import { MINUTE, SECOND } from '#kernel'

import { Connections } from './connections.ts'
import type { Connection } from './receive.ts'

/** What answers requests. */
export interface App {
  fetch(request: Request, connection?: Connection): Response | Promise<Response>
}

export interface Listening extends AsyncDisposable {
  readonly url: URL
  /** Takes no more requests, lets those under way end, and cuts off what is left after the grace. */
  close(): Promise<void>
}

interface ListenOptions {
  readonly host: string
  /** 0 for any that is free. */
  readonly port: number
  /** Milliseconds for requests under way when it closes. */
  readonly grace?: number
}

const GRACE = 8 * SECOND

/** Whoever sends a letter at a time holds a connection no longer than this. */
const LIMITS = {
  maxHeaderSize: 16_384,
  headersTimeout: 10 * SECOND,
  /** For a whole upload: 32 MiB from a telephone at 0.5 Mbit/s take nine minutes. */
  requestTimeout: 10 * MINUTE,
  /** Longer than the 60 s of common proxies, which else reuse a connection that was just closed. */
  keepAliveTimeout: 65 * SECOND,
  connectionsCheckingInterval: 5 * SECOND,
}
const LONGEST_SILENCE = 2 * MINUTE

/** Serves an app over HTTP until closed. */
export async function listen(app: App, { host, port, grace = GRACE }: ListenOptions): Promise<Listening> {
  const answer = getRequestListener((request, connection) => app.fetch(request, connection))
  const server = createServer(LIMITS, (incoming, outgoing) => void answer(incoming, outgoing))
  const connections = new Connections(server)
  server.setTimeout(LONGEST_SILENCE)
  server.listen(port, host)
  await once(server, 'listening')
  const close = () => closeGently(server, connections, grace)
  return { url: urlOf(server, host), close, [Symbol.asyncDispose]: close }
}

function urlOf(server: Server, host: string): URL {
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the server has no port')
  return new URL(`http://${isIPv6(host) ? `[${host}]` : host}:${address.port}`)
}

async function closeGently(server: Server, connections: Connections, grace: number): Promise<void> {
  if (!server.listening) return
  const closed = once(server, 'close')
  server.close()
  connections.end()
  const cutOff = setTimeout(() => server.closeAllConnections(), grace)
  await closed
  clearTimeout(cutOff)
}
