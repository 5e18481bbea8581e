/** A node with its ledger, database and web server, for identity's own tests: everything is real but the gateways. */
import { openEventHub, type EventHub } from '#http'
import {
  openSigner,
  seededChance,
  systemChance,
  systemClock,
  taggedHmac,
  toInstant,
  toUtf8,
  type Bytes,
  type Clock,
} from '#kernel'
import { found, ledgerMigrations, openLedger, type Ledger } from '#ledger'
import type { Database } from '#storage'

import { HOUSE, PASSWORD } from '../../test/fixtures/forms.ts'
import { serveRoutes, type ServedRoutes } from '../../test/serve-routes.ts'
import { openTestDatabase } from '../../test/support.ts'
import { Browser } from './browser.fixture.ts'
import {
  foundAuthority,
  identityMigrations,
  identityProjections,
  openIdentity,
  openVault,
  type Founder,
  type Identity,
} from './index.ts'
import {
  identityTransactions,
  mailboxEndpoint,
  parseContact,
  signUpEndpoint,
  verifyEndpoint,
} from './model/index.ts'

export const PUBLIC_URL = 'http://localhost:8080'
const NODE = 1000

/** A clock that tests move forward. */
class MovableClock implements Clock {
  #ahead = 0

  now() {
    return toInstant(systemClock.now() + this.#ahead)
  }

  advance(milliseconds: number): void {
    this.#ahead += milliseconds
  }
}

export interface World extends AsyncDisposable, Town {
  readonly database: Database
  readonly ledger: Ledger
  readonly live: EventHub
  readonly identity: Identity
  readonly clock: MovableClock
  readonly authority: Bytes
  /** People for whom a chart had to come to be. */
  readonly born: readonly string[]
  /** People whose work somewhere ended. */
  readonly left: readonly string[]
  readonly failures: readonly unknown[]
}

interface Town {
  browser(): Browser
  /** The newest message to this address or number. */
  messageTo(contact: string): Promise<string>
  codeFor(contact: string): Promise<string>
  /** Somebody with a verified account, signed in. */
  person(name: string, contact: string): Promise<Person>
}

/** Somebody's browser, and the number on their card. */
export class Person extends Browser {
  healthId = ''
}

export async function openWorld(seed: string): Promise<World> {
  await using opening = new AsyncDisposableStack()
  const database = opening.use(await openTestDatabase([...ledgerMigrations, ...identityMigrations]))
  const clock = new MovableClock()
  const keys = { keyFor: (use: string) => taggedHmac('test/1', toUtf8(seed), toUtf8(use)) }
  const vault = openVault(keys, systemChance)
  const founder = await foundAuthority(
    database,
    { vault, clock, chance: systemChance, node: NODE },
    AUTHORITY,
  )
  const live = opening.use(await openEventHub(database))
  const ledger = opening.use(await openTestLedger(database, clock, founder, live))
  const [born, left]: [string[], string[]] = [[], []]
  const identity = opening.use(
    openIdentity({
      database,
      ledger,
      live,
      vault,
      clock,
      chance: systemChance,
      publicUrl: PUBLIC_URL,
      node: NODE,
      authority: founder.id,
      messages: { mail: 'mailbox', mailFrom: 'twinchart@example.org', sms: 'mailbox' },
      undelivered: (channel) => {
        throw new Error(`no ${channel} could be delivered`)
      },
      atBirth: async (_, people) => void born.push(...people),
      atLeaving: async (_, __, person) => void left.push(person),
    }),
  )
  const served = opening.use(
    await serveRoutes(identity.routes, [], { authenticator: identity.authenticator, limiter }),
  )
  const opened = opening.move()

  return {
    database,
    ledger,
    live,
    identity,
    clock,
    born,
    left,
    authority: founder.id,
    failures: served.failures,
    ...openTown(identity, served),
    [Symbol.asyncDispose]: () => opened.disposeAsync(),
  }
}

/** The people around the node: their browsers and their post. */
function openTown(identity: Identity, served: ServedRoutes): Town {
  const town: Town = {
    browser: () => new Browser(served),
    async messageTo(contact) {
      await identity.courier.settled()
      const { address } = parseContact(contact)
      const { messages } = await town.browser().call(mailboxEndpoint)
      return messages.find(({ to }) => to === address)?.text ?? ''
    },
    codeFor: async (contact) => /\d{6}/.exec(await town.messageTo(contact))?.[0] ?? '',
    async person(name, contact) {
      const person = new Person(served)
      const { signUp } = await person.call(signUpEndpoint, { body: { ...FORM, name, contact } })
      const body = { signUp, code: await town.codeFor(contact) }
      person.healthId = (await person.call(verifyEndpoint, { body })).healthId
      return person
    },
  }
  return town
}

export const FORM = { birthDate: '1980-06-01', sex: 'female', password: PASSWORD, language: 'en' } as const

const AUTHORITY = {
  name: 'State Health Authority',
  address: 'Ananda Rao Circle 1',
  place: 'Bengaluru',
  district: 'Bengaluru Urban',
  state: 'Karnataka',
  pin: '560009',
  phone: '080 2222 0000',
  registration: 'SHA 1',
}

export const HOSPITAL = { ...HOUSE, kind: 'hospital', name: 'Sahyadri Hospital' } as const

/** How often one machine may ask is the server's own matter, and tested there. */
const limiter = async () => {}

async function openTestLedger(
  database: Database,
  clock: Clock,
  founder: Founder,
  live: Parameters<typeof identityProjections>[0],
): Promise<Ledger> {
  const chance = seededChance('identity')
  const [validator, home] = [openSigner(chance.bytes(32)), openSigner(chance.bytes(32))]
  const signerFor = (organisation: Bytes) => openSigner(taggedHmac('test/1', chance.bytes(0), organisation))
  return openLedger({
    database,
    clock,
    validator,
    home,
    signerFor,
    transactions: identityTransactions,
    projections: identityProjections(live),
    sources: [],
    genesis: () =>
      found({
        chain: 'twinchart-test',
        time: clock.now(),
        validator: validator.publicKey,
        authority: founder.id,
        organisations: [
          {
            ...founder,
            kind: 'authority',
            key: signerFor(founder.id).publicKey,
            number: NODE,
            state: 'active',
          },
        ],
      }),
  })
}

/** What is thrown for a refusal with this code. */
export function refusal(code: string): { readonly code: string } {
  return { code }
}
