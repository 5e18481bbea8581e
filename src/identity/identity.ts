import type { Authenticator, Route } from '#http'
import type { Bytes, Chance, Clock } from '#kernel'
import type { RandomId } from '#ledger/model'
import type { Database, Session } from '#storage'

import { openVerifiedAccount } from './accounts/open.ts'
import { openSignUps } from './accounts/sign-up.ts'
import { openAuthenticator } from './actor.ts'
import { openAuth } from './auth/auth.ts'
import { appointOfficer } from './bootstrap.ts'
import { openConfirmations, type ConfirmationPorts, type Confirmations } from './codes/confirmations.ts'
import { dropCounts } from './codes/limit.ts'
import { openOneTimeCodes } from './codes/one-time.ts'
import { openPasskeyWords } from './codes/passkey.ts'
import type { AtLeaving, Context, Live } from './context.ts'
import { openEstablishing, type Establishing } from './establish.ts'
import { isRegistered, register } from './counter/patients.ts'
import { openQueue } from './counter/queue.ts'
import { openKnownPeople, type KnownPeople } from './known.ts'
import { openCourier, type Courier } from './messages/courier.ts'
import { openMailbox } from './messages/mailbox.ts'
import type { Message } from './messages/message.ts'
import { openMessenger, usesMailbox, type MessageSettings } from './messages/open.ts'
import { parseContact } from './model/index.ts'
import { readOrganisations, type Organisation } from './organisations/store.ts'
import { openContacts } from './people/contacts.ts'
import { readPhoto } from './people/photos.ts'
import { openPeople, type AtBirth, type People } from './people/store.ts'
import { mailboxRoutes } from './routes/development.ts'
import { identityRoutes } from './routes/index.ts'
import type { Vault } from './vault.ts'

interface IdentityPorts {
  readonly database: Database
  readonly ledger: Context['ledger']
  readonly live: Live
  readonly vault: Vault
  readonly clock: Clock
  readonly chance: Chance
  readonly publicUrl: string
  /** The node's number: the first four digits of the health IDs it issues. */
  readonly node: number
  readonly authority: RandomId
  readonly messages: MessageSettings
  /** Told of a message that no gateway took: by channel only. */
  readonly undelivered: (channel: Message['channel']) => void
  readonly atBirth: AtBirth
  readonly atLeaving: AtLeaving
}

export interface Identity extends AsyncDisposable {
  readonly routes: readonly Route[]
  readonly authenticator: Authenticator
  readonly people: People
  readonly known: KnownPeople
  readonly confirmations: Confirmations
  readonly registrations: Registrations
  readonly courier: Courier
  /** A verified account for somebody known without one; nobody is asked for a code. */
  openAccount(person: string, contact: string, password: string): Promise<void>
  /** For a demonstration, or an operator who moves in. */
  readonly establishing: Establishing
  /** Makes somebody an officer, or leaves an invitation for whoever proves to have this address or number. */
  appointOfficer(identifier: string): Promise<'appointed' | 'invited'>
  organisations(ids: readonly RandomId[]): Promise<ReadonlyMap<string, Organisation>>
  photoOf(person: string): Promise<Bytes>
  /** Forgets what has run out: sign-ups that nobody verified, counts of tries. For every hour or so. */
  tidy(): Promise<void>
}

export interface Registrations {
  isRegistered(organisation: RandomId, person: string): Promise<boolean>
  /** Registers whom an import found to be an organisation's patient. */
  add(session: Session, organisation: RandomId, person: string): Promise<void>
}

export function openIdentity(ports: IdentityPorts): Identity {
  const { database, vault, clock, chance, messages } = ports
  const account = openAuth({ databaseUrl: database.url, publicUrl: ports.publicUrl, vault })
  const mailbox = openMailbox(database, vault, clock, chance)
  const courier = openCourier(openMessenger(messages, mailbox), ports.undelivered)
  const context: Context = { ...ports, ...openParts(ports, courier), auth: account.auth }
  return {
    routes: [...identityRoutes(context), ...(usesMailbox(messages) ? mailboxRoutes(mailbox) : [])],
    authenticator: openAuthenticator(ports),
    people: context.people,
    known: openKnownPeople(context, openQueue(context)),
    confirmations: openConfirmations(context),
    registrations: openRegistrations(database, clock),
    courier,
    openAccount: (person, contact, password) =>
      openVerifiedAccount(context, person, parseContact(contact), password),
    establishing: openEstablishing(context),
    appointOfficer: (identifier) => appointOfficer(context, identifier),
    organisations: (ids) => readOrganisations(vault, database, ids),
    photoOf: (person) => readPhoto(vault, database, person),
    async tidy() {
      await openSignUps(context).dropStale()
      await dropCounts(database, clock)
    },
    async [Symbol.asyncDispose]() {
      await courier[Symbol.asyncDispose]()
      await account[Symbol.asyncDispose]()
    },
  }
}

function openParts(ports: IdentityPorts, courier: Courier): ConfirmationPorts {
  const { database, vault, clock, chance } = ports
  return {
    database,
    vault,
    clock,
    courier,
    people: openPeople(ports),
    contacts: openContacts(vault),
    codes: openOneTimeCodes(vault, clock, chance),
    passkeys: openPasskeyWords(ports.publicUrl),
  }
}

function openRegistrations(database: Database, clock: Clock): Registrations {
  return {
    isRegistered: (organisation, person) => isRegistered(database, organisation, person),
    add: (session, organisation, person) =>
      register(session, { organisation, person, since: clock.now(), method: 'import' }),
  }
}
