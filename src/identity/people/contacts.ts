import { z } from 'zod'

import type { Session } from '#storage'

import { CHANNELS, type Channel, type Contact } from '../model/index.ts'
import { identityTables, type IdentityTables } from '../tables.ts'
import type { Vault } from '../vault.ts'

const contactSchema = z.strictObject({ channel: z.enum(CHANNELS), address: z.string() })

/** How people are reached. */
export interface Contacts {
  of(session: Session, person: string): Promise<readonly Contact[]>
  /** Where a code goes: the phone, which is at hand, before the e-mail address. */
  preferred(session: Session, person: string): Promise<Contact | undefined>
  /** Keeps the contact of a sign-up, which its code has yet to prove. */
  propose(session: Session, person: string, contact: Contact): Promise<void>
  /** The contact was proved; what was verified on this channel before is forgotten, and returned. */
  confirm(session: Session, person: string, contact: Contact, at: number): Promise<Contact | undefined>
  /** The contact that a sign-up waits for. */
  proposed(session: Session, person: string): Promise<Contact | undefined>
  remove(session: Session, person: string, channel: Channel): Promise<void>
}

type Row = IdentityTables['identity.contact']

export function openContacts(vault: Vault): Contacts {
  const opened = ({ person, sealed }: Pick<Row, 'person' | 'sealed'>) =>
    contactSchema.parse(vault.unsealJson('contact', person, sealed))

  const toRow = (person: string, contact: Contact, at: number | null): Row => ({
    person,
    channel: contact.channel,
    lookup: vault.lookupOf(contact),
    sealed: vault.sealJson('contact', person, contact),
    verified_at: at,
  })

  const contacts: Contacts = {
    of: async (session, person) => (await rowsOf(session, person, true)).map(opened),
    preferred: async (session, person) => (await contacts.of(session, person))[0],
    async proposed(session, person) {
      const [row] = await rowsOf(session, person, false)
      return row && opened(row)
    },
    async propose(session, person, contact) {
      await identityTables(session)
        .insertInto('identity.contact')
        .values(toRow(person, contact, null))
        .execute()
    },
    async confirm(session, person, contact, at) {
      const before = (await contacts.of(session, person)).find(({ channel }) => channel === contact.channel)
      await contacts.remove(session, person, contact.channel)
      await identityTables(session)
        .insertInto('identity.contact')
        .values(toRow(person, contact, at))
        .execute()
      return before?.address === contact.address ? undefined : before
    },
    async remove(session, person, channel) {
      const query = identityTables(session).deleteFrom('identity.contact')
      await query.where('person', '=', person).where('channel', '=', channel).execute()
    },
  }
  return contacts
}

function rowsOf(session: Session, person: string, isVerified: boolean): Promise<readonly Row[]> {
  return identityTables(session)
    .selectFrom('identity.contact')
    .selectAll()
    .where('person', '=', person)
    .where('verified_at', isVerified ? 'is not' : 'is', null)
    .orderBy('channel', 'desc')
    .execute()
}
