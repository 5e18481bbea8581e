import { HttpError } from '#http'

import { readAssertion } from '../auth/assertion.ts'
import { authRefusal, refusingAs } from '../auth/calls.ts'
import { TRY_AGAIN, isWithin } from '../codes/limit.ts'
import type { Context } from '../context.ts'
import { newUuid } from '../ids.ts'
import { formatHealthId, parseIdentifier, type Identifier, type SignedIn } from '../model/index.ts'
import { findPeople } from '../people/find.ts'
import { withCookies, withoutSession, type WithCookies } from './answer.ts'
import { EVEN_TIME, evenly } from './evenly.ts'

/** In a quarter of an hour. NIST SP 800-63B-4, 3.2.2 allows 100 failures in a row; fewer cost nobody much. */
const MOST_TRIES = 20

export type SecondFactor = { readonly by: 'totp' | 'backup'; readonly code: string }

export interface SignIns {
  /** By whatever names a person, and a password. Where several people of one phone share it, asks which of them. */
  signIn(identifier: string, password: string, headers: Headers): Promise<WithCookies<SignedIn>>
  secondFactor(factor: SecondFactor, headers: Headers): Promise<readonly string[]>
  passkeyOptions(headers: Headers): Promise<WithCookies<Record<string, unknown>>>
  passkey(assertion: Record<string, unknown>, headers: Headers): Promise<readonly string[]>
}

export function openSignIns(context: Context): SignIns {
  const { auth } = context
  return {
    signIn: (identifier, password, headers) =>
      evenly(EVEN_TIME, () => signIn(context, toIdentifier(identifier), password, withoutSession(headers))),
    async secondFactor({ by, code }, headers) {
      const call = { body: { code }, headers: withoutSession(headers), returnHeaders: true } as const
      const answer = await refusingAs('CODE_REFUSED', async () =>
        by === 'totp' ? auth.api.verifyTOTP(call) : auth.api.verifyBackupCode(call),
      )
      return answer.headers.getSetCookie()
    },
    async passkeyOptions(headers) {
      const call = { headers: withoutSession(headers), returnHeaders: true } as const
      const { response, headers: answered } = await auth.api.generatePasskeyAuthenticationOptions(call)
      return withCookies({ ...response }, answered)
    },
    async passkey(given, headers) {
      const response = readAssertion(given)
      const call = {
        body: { response },
        headers: withoutSession(headers),
        returnHeaders: true,
      } as const
      const answer = await refusingAs('PASSKEY_REFUSED', () => auth.api.verifyPasskeyAuthentication(call))
      return answer.headers.getSetCookie()
    },
  }
}

async function signIn(context: Context, identifier: Identifier, password: string, headers: Headers) {
  await countTry(context, identifier)
  const people = await findPeople(context.vault, context.database, identifier)
  const matching = people.length > 1 ? await thoseWith(context, people, password) : people
  if (matching.length > 1) return { value: await choice(context, matching), cookies: [] }
  return signInAs(context, matching[0], password, headers)
}

/** better-auth takes as long for somebody who is not there. */
async function signInAs(
  { auth, vault, chance }: Context,
  person: string | undefined,
  password: string,
  headers: Headers,
): Promise<WithCookies<SignedIn>> {
  const email = vault.handleOf(person ?? newUuid(chance))
  const { response, headers: answered } = await refusingAs('SIGN_IN_REFUSED', () =>
    auth.api.signInEmail({ body: { email, password }, headers, returnHeaders: true }),
  )
  const needsMore = 'twoFactorRedirect' in response && response.twoFactorRedirect === true
  return withCookies({ state: needsMore ? 'second-factor' : 'signed-in' }, answered)
}

const HASHES = {
  name: 'identity-password-hashes',
  text: `select p.person, a.password as hash
         from identity.person p
         join auth."user" u on u.email = p.handle
         join auth.account a on a."userId" = u.id and a."providerId" = 'credential'
         where p.person = any($1::uuid[]) and a.password is not null`,
}

/** Those of several people whose password this is: all are tried, so that the time tells nothing. */
async function thoseWith({ auth, database }: Context, people: readonly string[], password: string) {
  const { password: passwords } = await auth.$context
  const rows = await database.rows<{ person: string; hash: string }>(HASHES, [people])
  const fits = await Promise.all(rows.map(({ hash }) => passwords.verify({ hash, password })))
  return rows.filter((_, place) => fits[place]).map(({ person }) => person)
}

async function choice({ database, people }: Context, ids: readonly string[]): Promise<SignedIn> {
  const found = await people.readAll(database, ids)
  return {
    state: 'choose',
    people: [...found.values()].map(({ name, healthId }) => ({ name, healthId: formatHealthId(healthId) })),
  }
}

/** Many machines guessing at one account are slowed here; one machine guessing at many, by the limits of the endpoint. */
async function countTry(
  { database, vault, clock }: Context,
  { channel, address }: Identifier,
): Promise<void> {
  const lookup = vault.tokenOf('sign-in', `${channel}:${address}`)
  if (await isWithin(MOST_TRIES, database, lookup, clock)) return
  throw new HttpError('TOO_MANY_REQUESTS', { retryAfter: TRY_AGAIN })
}

/** What is no identifier at all belongs to nobody. */
function toIdentifier(typed: string): Identifier {
  try {
    return parseIdentifier(typed)
  } catch {
    throw authRefusal('SIGN_IN_REFUSED')
  }
}
