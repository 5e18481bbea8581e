import type { Actor, SessionToken } from './model/index.ts'

/** Who is calling. Whatever it cannot settle, it throws, and nobody is let in. */
export interface Authenticator {
  /** The session named by a cookie or header whose seal holds, else undefined. Cheap: it asks no database. */
  sessionTokenOf(request: Request): SessionToken | undefined | Promise<SessionToken | undefined>
  /** Who that is now; undefined where the session has ended. */
  actorOf(token: SessionToken): Promise<Actor | undefined>
}

/** An authenticator over sessions held in memory, named by `Authorization: Session …`. */
export function openMemoryAuthenticator(sessions: ReadonlyMap<SessionToken, Actor>): Authenticator {
  const tokens = new Map<string, SessionToken>(
    [...sessions.keys()].map((token) => [`Session ${token}`, token]),
  )
  return {
    sessionTokenOf: (request) => tokens.get(request.headers.get('authorization') ?? ''),
    actorOf: async (token) => sessions.get(token),
  }
}
