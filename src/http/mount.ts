import type { Hono } from 'hono'

import { mediaTypeOf } from './answer/media-type.ts'
import type { PlainHeaders } from './answer/respond.ts'
import { receive, type Bindings, type HttpPorts } from './receive.ts'
import type { Route } from './serve.ts'

/** Puts endpoints into an app; the order in which they are given decides nothing. */
export function mount(
  app: Hono<Bindings>,
  routes: readonly Route[],
  headers: PlainHeaders,
  ports: HttpPorts,
): void {
  refuseTwins(routes)
  for (const route of routes.toSorted((a, b) => compare(sortKeyOf(a), sortKeyOf(b)))) {
    const { method, path } = route.endpoint
    const own = { ...headers, 'content-type': mediaTypeOf(route.endpoint) }
    app.on(method, path, (context) => receive(route, context, own, ports))
  }
}

function refuseTwins(routes: readonly Route[]): void {
  const seen = new Set<string>()
  for (const { endpoint } of routes) {
    const place = `${endpoint.method} ${endpoint.path.replaceAll(/:\w+/g, ':')}`
    if (seen.has(endpoint.name) || seen.has(place))
      throw new Error(`${endpoint.name} is served twice: ${place}`)
    seen.add(endpoint.name).add(place)
  }
}

/** Words come before parameters, because the first that fits is taken. */
function sortKeyOf({ endpoint }: Route): string {
  return endpoint.path.replaceAll(/:\w+/g, '~')
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b)
}
