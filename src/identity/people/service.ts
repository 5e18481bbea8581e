import type { Actor, Language } from '#http/model'
import { fromHex, taggedHash, toUtf8, type Bytes } from '#kernel'

import { countCode } from '../codes/count.ts'
import type { Context } from '../context.ts'
import { wordsOf } from '../messages/texts.ts'
import {
  IdentityError,
  formatHealthId,
  maskContact,
  parseContact,
  type Channel,
  type Contact,
  type Me,
  type Theme,
} from '../model/index.ts'
import { readOrganisations } from '../organisations/store.ts'
import { readLicences } from '../licences/store.ts'
import { identityTables } from '../tables.ts'
import { peopleWithPhoto } from './photos.ts'

/** What people do about themselves. */
export interface Selves {
  me(actor: Actor): Promise<Me>
  settings(actor: Actor, settings: { readonly language: Language; readonly theme: Theme }): Promise<void>
  /** Sends a code to a new contact; answers where it went, shortened. */
  changeContact(actor: Actor, contact: string): Promise<string>
  /** The new contact takes the old one's place, and the old one is told. */
  confirmContact(actor: Actor, contact: string, code: string): Promise<void>
  removeContact(actor: Actor, channel: Channel): Promise<void>
}

export function openSelves(context: Context): Selves {
  const { database } = context
  return {
    me: (actor) => me(context, actor),
    async settings({ person }, { language, theme }) {
      const query = identityTables(database).updateTable('identity.person').set({ language, theme })
      await query.where('person', '=', person).execute()
    },
    changeContact: (actor, typed) => changeContact(context, actor, parseContact(typed)),
    confirmContact: (actor, typed, code) => confirmContact(context, actor, parseContact(typed), code),
    async removeContact({ person }, channel) {
      await database.transaction(async (session) => {
        const lock = identityTables(session).selectFrom('identity.person').select('person')
        await lock.where('person', '=', person).forUpdate().execute()
        await context.contacts.remove(session, person, channel)
        const left = await context.contacts.of(session, person)
        if (left.length === 0) throw new IdentityError('LAST_CONTACT', 'one way to reach you must stay')
      })
    },
  }
}

async function changeContact(context: Context, { person }: Actor, contact: Contact): Promise<string> {
  const { database, vault, clock, codes, courier, people } = context
  await countCode(database, vault.lookupOf(contact), clock)
  const { language } = await people.read(database, person)
  const code = await codes.issue(database, person, digestOf(contact))
  const words = wordsOf(language, 'contact', { kind: 'contact', code })
  courier.take({ channel: contact.channel, to: contact.address, ...words })
  return maskContact(contact)
}

async function confirmContact(
  context: Context,
  { person }: Actor,
  contact: Contact,
  code: string,
): Promise<void> {
  const { database, clock, codes, contacts, courier, people } = context
  await codes.spend(database, person, digestOf(contact), code)
  const before = await database.transaction((session) =>
    contacts.confirm(session, person, contact, clock.now()),
  )
  if (!before) return
  const { language } = await people.read(database, person)
  const words = wordsOf(language, 'contact-changed', { kind: 'contact-changed', to: maskContact(contact) })
  courier.take({ channel: before.channel, to: before.address, ...words })
}

function digestOf({ channel, address }: Contact): Bytes {
  return taggedHash('contact-change/1', toUtf8(`${channel}:${address}`))
}

const FACTORS = {
  name: 'identity-factors',
  text: `select coalesce(u."twoFactorEnabled", false) as factor,
           (select count(*)::int4 from auth.passkey k where k."userId" = u.id) as passkeys
         from identity.person p join auth."user" u on u.email = p.handle where p.person = $1`,
}

async function me(context: Context, actor: Actor): Promise<Me> {
  const { database, people, contacts, clock } = context
  const { person } = actor
  const { healthId, name, birthDate, sex, language, theme } = await people.read(database, person)
  const [factors] = await database.rows<{ factor: boolean; passkeys: number }>(FACTORS, [person])
  const licences = await readLicences(database, [person], clock.now())
  return {
    person,
    healthId: formatHealthId(healthId),
    name,
    birthDate,
    sex,
    language,
    theme,
    hasPhoto: (await peopleWithPhoto(database, [person])).has(person),
    contacts: [...(await contacts.of(database, person))],
    hasSecondFactor: factors?.factor ?? false,
    passkeys: factors?.passkeys ?? 0,
    memberships: await membershipsOf(context, actor),
    licences: licences.map(({ practitioner, system, state, validUntil }) => ({
      practitioner,
      system,
      state,
      validUntil,
    })),
    isOfficer: actor.officer,
  }
}

async function membershipsOf(
  { database, vault }: Context,
  { memberships }: Actor,
): Promise<Me['memberships']> {
  const byOrganisation = Map.groupBy(memberships, ({ organisation }) => organisation)
  const known = await readOrganisations(vault, database, [...byOrganisation.keys()].map(fromHex))
  return [...byOrganisation].flatMap(([organisation, held]) => {
    const house = known.get(organisation)
    if (!house) return []
    const { name, kind, state, code } = house
    return [{ organisation, name, kind, state, roles: held.map(({ role }) => role), counter: code }]
  })
}
