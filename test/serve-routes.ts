import { systemChance, systemClock } from '#kernel'

import {
  ALLOWANCES,
  listen,
  newLimiter,
  openMemoryAuthenticator,
  openMemoryBuckets,
  type Authenticator,
  type FailureLog,
  type HttpPorts,
  type Route,
} from '#http'
import { isSessionToken, type Actor, type SessionToken } from '#http/model'
import { composeApp, type AppParts } from '../src/server/app.ts'
import { statusOf } from '../src/server/problems.ts'

/** The server's own. */
export { statusOf }

type Failure = Parameters<FailureLog['failed']>[0]

/** How to ask: as whom, and whether the body is sent in pieces. */
export interface Asking extends RequestInit {
  readonly session?: string
  readonly duplex?: 'half'
}

/** Routes on a real server of this machine, and how to ask them as somebody. */
export interface ServedRoutes extends AsyncDisposable {
  readonly url: URL
  /** What broke on the server's side. */
  readonly failures: readonly Failure[]
  /** Asks as the actor that has this session, or as nobody. */
  ask(path: string, init?: Asking): Promise<Response>
}

/** Serves routes to these actors; each signs in by the name of its session. */
export async function serveRoutes(
  routes: readonly Route[],
  actors: readonly Actor[] = [],
  parts: Partial<AppParts> = {},
): Promise<ServedRoutes> {
  const failures: Failure[] = []
  const app = composeApp({ ...portsFor(actors, failures), routes, health: [], api: API, ...parts })
  const server = await listen(app, { host: '127.0.0.1', port: 0, grace: 500 })
  return {
    url: server.url,
    failures,
    ask: (path, { session, ...init } = {}) => fetch(new URL(path, server.url), as(session, init)),
    [Symbol.asyncDispose]: () => server.close(),
  }
}

/** Somebody signed in, without any role unless it is given. */
export function newActor(person: string, more: Partial<Actor> = {}): Actor {
  const session = `session-of-${person}`
  return { person, session, memberships: [], practitioner: null, officer: false, language: 'en', ...more }
}

/** Knows these actors by the names of their sessions. */
export function authenticatorOf(actors: readonly Actor[]): Authenticator {
  return openMemoryAuthenticator(new Map(actors.map((actor) => [tokenOf(actor.session), actor])))
}

const API = { title: 'Twinchart', version: '0', sessionCookie: 'session' }

function portsFor(actors: readonly Actor[], failures: Failure[]): HttpPorts {
  const buckets = openMemoryBuckets()
  const limits = { guess: buckets, write: buckets, read: buckets, bulk: buckets }
  return {
    statusOf,
    chance: systemChance,
    log: { failed: (failure) => void failures.push(failure) },
    authenticator: authenticatorOf(actors),
    limiter: newLimiter(ALLOWANCES, limits, systemClock),
    settings: { publicUrl: new URL('http://localhost:8080'), hosts: [], strictAnswers: true },
  }
}

function tokenOf(session: string): SessionToken {
  const token = session.padEnd(16, '.')
  if (!isSessionToken(token)) throw new Error('a session is named by letters, digits and dashes')
  return token
}

function as(session: string | undefined, init: RequestInit): RequestInit {
  if (session === undefined) return init
  const headers = new Headers(init.headers)
  headers.set('authorization', `Session ${tokenOf(session)}`)
  return { ...init, headers }
}
