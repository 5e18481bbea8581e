import { SESSION_ENDED, type Actor } from '#http/model'

import { authRefusal, refusingAs } from '../auth/calls.ts'
import { countCode } from '../codes/count.ts'
import type { Context } from '../context.ts'
import { wordsOf } from '../messages/texts.ts'
import { IdentityError, parseIdentifier, type Contact, type Identifier } from '../model/index.ts'
import { findPeople } from '../people/find.ts'
import { EVEN_TIME, evenly } from './evenly.ts'
import { requireStrong } from './sign-up.ts'

export interface Passwords {
  change(actor: Actor, current: string, next: string, headers: Headers): Promise<readonly string[]>
  /** Sends a code to everybody whom the identifier may mean, each with the end of their health ID. */
  forgotten(identifier: string): Promise<void>
  reset(identifier: string, code: string, password: string): Promise<void>
  /** Throws unless this is the password of whoever is signed in. */
  require(password: string, headers: Headers): Promise<void>
}

export function openPasswords(context: Context): Passwords {
  const { auth, database, vault, clock } = context
  return {
    async change({ person, session }, currentPassword, newPassword, headers) {
      requireStrong(newPassword, await aboutThem(context, person))
      const others = (await auth.api.listSessions({ headers })).filter(({ id }) => id !== session)
      const call = {
        body: { currentPassword, newPassword, revokeOtherSessions: true },
        headers,
        returnHeaders: true,
      } as const
      const answer = await refusingAs('PASSWORD_REFUSED', () => auth.api.changePassword(call))
      for (const { id } of others) await context.live.publish(id, SESSION_ENDED)
      return answer.headers.getSetCookie()
    },
    forgotten: (typed) =>
      evenly(EVEN_TIME, async () => {
        const identifier = parseIdentifier(typed)
        await countCode(database, vault.lookupOf(identifier), clock)
        for (const person of await findPeople(vault, database, identifier))
          await sendCode(context, person, identifier)
      }),
    reset: (typed, code, password) =>
      evenly(EVEN_TIME, async () => {
        const identifier = parseIdentifier(typed)
        const people = await findPeople(vault, database, identifier)
        requireStrong(password, [identifier.address])
        const person = await whoseCode(context, people, code, password)
        await context.live.publish(person, SESSION_ENDED)
      }),
    async require(password, headers) {
      await refusingAs('PASSWORD_REFUSED', () => auth.api.verifyPassword({ body: { password }, headers }))
    },
  }
}

/** Who of several people got this code; each of them has tries of their own. */
async function whoseCode(
  { auth, vault }: Context,
  people: readonly string[],
  otp: string,
  password: string,
): Promise<string> {
  for (const person of people) {
    try {
      const body = { email: vault.handleOf(person), otp, password }
      await refusingAs('CODE_REFUSED', () => auth.api.resetPasswordEmailOTP({ body }))
      return person
    } catch (error) {
      if (!(error instanceof IdentityError)) throw error
    }
  }
  throw authRefusal('CODE_REFUSED')
}

async function sendCode(context: Context, person: string, identifier: Identifier): Promise<void> {
  const { auth, vault, database, people, courier } = context
  const to = await contactFor(context, person, identifier)
  if (!to) return
  const { language, healthId } = await people.read(database, person)
  const body = { email: vault.handleOf(person), type: 'forget-password' } as const
  const said = {
    kind: 'password',
    code: await auth.api.createVerificationOTP({ body }),
    card: healthId.slice(-4),
  } as const
  courier.take({ channel: to.channel, to: to.address, ...wordsOf(language, 'password', said) })
}

async function contactFor(
  { database, contacts }: Context,
  person: string,
  identifier: Identifier,
): Promise<Contact | undefined> {
  if (identifier.channel === 'health-id') return contacts.preferred(database, person)
  return { channel: identifier.channel, address: identifier.address }
}

async function aboutThem(
  { database, people, contacts }: Context,
  person: string,
): Promise<readonly string[]> {
  const { name, healthId } = await people.read(database, person)
  return [name, healthId, ...(await contacts.of(database, person)).map(({ address }) => address)]
}
