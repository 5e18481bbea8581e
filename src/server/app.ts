import { Hono } from 'hono'

import {
  apiHeaders,
  HttpError,
  mount,
  newReadiness,
  newRequestGate,
  respond,
  toFailure,
  toOpenApi,
  type ApiInfo,
  type App,
  type Bindings,
  type HealthPart,
  type HttpPorts,
  type PlainHeaders,
  type Route,
  type Site,
} from '#http'

/** What an app is made of. */
export interface AppParts extends HttpPorts {
  readonly routes: readonly Route[]
  readonly health: readonly HealthPart[]
  readonly api: ApiInfo
  /** The built web app; without it, only the API answers. */
  readonly site?: Site
}

/** What is answered outside of endpoints, under a name for the log. */
const OUTSIDE = { name: 'server', failure: 'problem' } as const

/** Endpoints, health, description and web app as one. */
export function composeApp(parts: AppParts): App {
  const { publicUrl, hosts } = parts.settings
  const headers = apiHeaders(publicUrl)
  const app = new Hono<Bindings>()
  mount(app, parts.routes, headers, parts)
  addHealth(app, parts.health, headers)
  addDescription(app, parts, headers)
  app.notFound(({ req }) => answerRest(req.raw, parts.site))
  app.onError((error) => toFailure(error, OUTSIDE, headers, parts))
  const gate = newRequestGate(publicUrl, hosts)
  return {
    fetch(request, connection = {}) {
      try {
        gate(request)
      } catch (error) {
        return toFailure(error, OUTSIDE, headers, parts)
      }
      return app.fetch(request, connection)
    },
  }
}

function addHealth(app: Hono<Bindings>, health: readonly HealthPart[], headers: PlainHeaders): void {
  const readiness = newReadiness(health)
  app.get('/health/live', () => json({ live: true }, 200, headers))
  app.get('/health/ready', async () => {
    const answer = await readiness()
    return json(answer, answer.ready ? 200 : 503, headers)
  })
}

function addDescription(
  app: Hono<Bindings>,
  { routes, api, statusOf }: AppParts,
  headers: PlainHeaders,
): void {
  const endpoints = routes.map(({ endpoint }) => endpoint)
  const description = toOpenApi(endpoints, api, statusOf)
  app.get('/openapi.json', () => json(description, 200, headers))
}

function answerRest(request: Request, site: Site | undefined): Response {
  const isPage = !/^\/(api|health)(\/|$)/.test(new URL(request.url).pathname)
  const answer = isPage ? site?.answer(request) : undefined
  if (!answer) throw new HttpError('NOT_FOUND')
  return answer
}

function json(value: unknown, status: number, headers: PlainHeaders): Response {
  return respond(JSON.stringify(value), status, {
    headers: { ...headers, 'content-type': 'application/json' },
  })
}
