import type { Language } from '#http/model'
import { DAY } from '#kernel'

import { refusingAs } from '../auth/calls.ts'
import { countCode } from '../codes/count.ts'
import type { Context } from '../context.ts'
import { wordsOf } from '../messages/texts.ts'
import {
  IdentityError,
  formatHealthId,
  isWeakPassword,
  maskContact,
  parseContact,
  type Contact,
  type PersonDetails,
} from '../model/index.ts'
import { identityTables } from '../tables.ts'
import { withCookies, withoutSession, type WithCookies } from './answer.ts'

/** A sign-up that was not verified is forgotten after this long. */
const UNVERIFIED_LASTS = DAY

export interface SignUpForm extends PersonDetails {
  readonly contact: string
  readonly password: string
  readonly language: Language
}

export interface SignUps {
  begin(form: SignUpForm): Promise<{ readonly signUp: string; readonly sentTo: string }>
  /** Sends another code, where there is a sign-up that waits for one. */
  resend(signUp: string): Promise<void>
  verify(signUp: string, code: string, headers: Headers): Promise<WithCookies<{ readonly healthId: string }>>
  /** Forgets sign-ups that nobody verified. */
  dropStale(): Promise<void>
}

export function openSignUps(context: Context): SignUps {
  const { database, vault, auth, people, contacts, clock } = context
  return {
    async begin({ contact: typed, password, language, ...details }) {
      const contact = parseContact(typed)
      requireStrong(password, [details.name, contact.address])
      await countCode(database, vault.lookupOf(contact), clock)
      const signUp = await database.transaction(async (session) => {
        const [born] = await people.create(session, [{ ...details, language, withAccount: true }])
        if (!born) throw new Error('nobody was born')
        await contacts.propose(session, born.person, contact)
        return born.person
      })
      await openAccount(context, signUp, password)
      await sendCode(context, signUp, contact, language)
      return { signUp, sentTo: maskContact(contact) }
    },
    async resend(signUp) {
      const waiting = await waitingFor(context, signUp)
      if (!waiting) return
      await countCode(database, vault.lookupOf(waiting.contact), clock)
      await sendCode(context, signUp, waiting.contact, waiting.language)
    },
    async verify(signUp, code, headers) {
      const body = { email: vault.handleOf(signUp), otp: code }
      const answer = await refusingAs('CODE_REFUSED', () =>
        auth.api.verifyEmailOTP({ body, headers: withoutSession(headers), returnHeaders: true }),
      )
      const { healthId } = await database.transaction(async (session) => {
        const contact = await contacts.proposed(session, signUp)
        if (contact) await contacts.confirm(session, signUp, contact, clock.now())
        await people.verify(session, signUp)
        return people.read(session, signUp)
      })
      return withCookies({ healthId: formatHealthId(healthId) }, answer.headers)
    },
    dropStale: () => dropStale(context),
  }
}

/** An account by its handle, with a password; it cannot sign in before it is verified. */
export async function openAccount({ auth, vault }: Context, person: string, password: string): Promise<void> {
  const handle = vault.handleOf(person)
  await refusingAs('PASSWORD_REFUSED', () =>
    auth.api.signUpEmail({ body: { email: handle, name: handle, password } }),
  )
}

export function requireStrong(password: string, about: readonly string[]): void {
  if (isWeakPassword(password, about))
    throw new IdentityError('PASSWORD_TOO_WEAK', 'this password is too easily thought of: take another')
}

async function sendCode({ auth, vault, courier }: Context, person: string, to: Contact, language: Language) {
  const code = await auth.api.createVerificationOTP({
    body: { email: vault.handleOf(person), type: 'email-verification' },
  })
  courier.take({
    channel: to.channel,
    to: to.address,
    ...wordsOf(language, 'sign-up', { kind: 'sign-up', code }),
  })
}

async function waitingFor({ database, contacts }: Context, person: string) {
  const row = await identityTables(database)
    .selectFrom('identity.person')
    .select('language')
    .where('person', '=', person)
    .where('handle', 'is not', null)
    .where('verified_at', 'is', null)
    .executeTakeFirst()
  const contact = row && (await contacts.proposed(database, person))
  return contact && { contact, language: row.language }
}

async function dropStale({ database, clock }: Context): Promise<void> {
  const before = clock.now() - UNVERIFIED_LASTS
  await database.transaction(async (session) => {
    const dropped = await identityTables(session)
      .deleteFrom('identity.person')
      .where('handle', 'is not', null)
      .where('verified_at', 'is', null)
      .where('created_at', '<', before)
      .returning('handle')
      .execute()
    const handles = dropped.flatMap(({ handle }) => handle ?? [])
    await session.rows({ text: 'delete from auth."user" where email = any($1)' }, [handles])
  })
}
