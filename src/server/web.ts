/** The node on the network: API, live events, description and the built web app. */
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

import {
  ALLOWANCES,
  listen,
  liveRoutes,
  newLimiter,
  openMemoryBuckets,
  openPostgresBuckets,
  openSite,
  type App,
  type FailureLog,
  type Limiter,
  type Listening,
  type Route,
} from '#http'

import description from '../../package.json' with { type: 'json' }
import { composeApp } from './app.ts'
import { publicUrlOf } from './config.ts'
import type { Log } from './log.ts'
import { isOpaque, newOpaque } from './log-fields.ts'
import type { OpenNode } from './node.ts'
import { statusOf } from './problems.ts'

const SESSION_COOKIE = 'twinchart.session_token'
const SITE = fileURLToPath(new URL('../../build/web', import.meta.url))

/** Serves the routes of a node until closed. */
export async function openWeb(node: OpenNode, routes: readonly Route[], log: Log): Promise<Listening> {
  const { host, port } = node.config
  return listen(await appOf(node, routes, log), { host, port })
}

/** `limiter` is another than the node's own where a test asks oftener than anybody may. */
export async function appOf(
  node: OpenNode,
  routes: readonly Route[],
  log: Log,
  limiter: Limiter = limiterOf(node),
): Promise<App> {
  const { config, database, chance, identity, live } = node
  const publicUrl = new URL(publicUrlOf(config))
  const site = existsSync(SITE) ? { site: await openSite(SITE, publicUrl, chance, SESSION_COOKIE) } : {}
  return composeApp({
    ...site,
    routes: [...routes, ...liveRoutes(live)],
    authenticator: identity.authenticator,
    limiter,
    statusOf,
    chance,
    log: toFailureLog(log),
    settings: {
      publicUrl,
      hosts: ['localhost', '127.0.0.1'].map((name) => `${name}:${config.port}`),
      strictAnswers: false,
      ...(config.proxyHeader === null ? {} : { proxyHeader: config.proxyHeader }),
    },
    health: [
      {
        name: 'database',
        isReady: async () => (await database.rows({ text: 'select 1' })).length === 1,
      },
      { name: 'ledger', isReady: async () => (await node.ledger.provable()).head.header.height > 0 },
    ],
    api: { title: 'Twinchart', version: description.version, sessionCookie: SESSION_COOKIE },
  })
}

/** What can be guessed is counted in the database, so that a restart or a second server forgets nothing. */
function limiterOf({ database, keys, clock }: OpenNode): Limiter {
  const memory = openMemoryBuckets()
  const guess = openPostgresBuckets(database, keys.keyFor('guesses/1'))
  return newLimiter(ALLOWANCES, { guess, write: memory, read: memory, bulk: memory }, clock)
}

function toFailureLog(log: Log): FailureLog {
  return {
    failed: ({ incident, error }) =>
      log.error('request-failed', error, {
        request: isOpaque(incident) ? incident : newOpaque(),
        status: 500,
      }),
  }
}
