import { SESSION_ENDED, type Actor } from '#http/model'

import { refusingAs } from '../auth/calls.ts'
import type { Context } from '../context.ts'
import { IdentityError } from '../model/index.ts'

interface OpenSession {
  readonly session: string
  readonly since: number
  readonly until: number
  readonly browser: string | null
  readonly isThisOne: boolean
}

export interface Sessions {
  list(actor: Actor, headers: Headers): Promise<readonly OpenSession[]>
  end(actor: Actor, session: string, headers: Headers): Promise<void>
  signOut(actor: Actor, headers: Headers): Promise<readonly string[]>
  /** Signs out everywhere, here too. */
  endAll(actor: Actor, headers: Headers): Promise<readonly string[]>
}

export function openSessions({ auth, live }: Context): Sessions {
  const sessionsOf = (headers: Headers) => auth.api.listSessions({ headers })

  async function signOut(headers: Headers): Promise<readonly string[]> {
    const answer = await auth.api.signOut({ headers, returnHeaders: true })
    return answer.headers.getSetCookie()
  }

  return {
    async list(actor, headers) {
      const sessions = await sessionsOf(headers)
      return sessions.map(({ id, createdAt, expiresAt, userAgent }) => ({
        session: id,
        since: createdAt.getTime(),
        until: expiresAt.getTime(),
        browser: userAgent || null,
        isThisOne: id === actor.session,
      }))
    },
    async end(_, session, headers) {
      const found = (await sessionsOf(headers)).find(({ id }) => id === session)
      if (!found) throw new IdentityError('NO_SUCH_SESSION', 'this session is over already')
      await refusingAs('SIGN_IN_REFUSED', () =>
        auth.api.revokeSession({ body: { token: found.token }, headers }),
      )
      await live.publish(session, SESSION_ENDED)
    },
    async signOut(actor, headers) {
      const cookies = await signOut(headers)
      await live.publish(actor.session, SESSION_ENDED)
      return cookies
    },
    async endAll(actor, headers) {
      await auth.api.revokeSessions({ headers })
      await live.publish(actor.person, SESSION_ENDED)
      return signOut(headers)
    },
  }
}
