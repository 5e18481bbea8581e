import type { Context } from '../context.ts'
import type { Contact } from '../model/index.ts'
import { openAccount } from './sign-up.ts'

/**
 * Gives somebody known without an account a verified one, for who holds the node in hand: the demonstration, and an
 * operator. Nobody is asked for a code.
 */
export async function openVerifiedAccount(
  context: Context,
  person: string,
  contact: Contact,
  password: string,
): Promise<void> {
  const { auth, database, vault, contacts, people, clock } = context
  await openAccount(context, person, password)
  const { internalAdapter } = await auth.$context
  const account = await internalAdapter.findUserByEmail(vault.handleOf(person))
  if (!account) throw new Error('an account that was just made is not there')
  await internalAdapter.updateUser(account.user.id, { emailVerified: true })
  await database.transaction(async (session) => {
    await contacts.confirm(session, person, contact, clock.now())
    await people.claim(session, person)
  })
}
