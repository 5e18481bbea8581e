/** A patient, a cousin and a doctor, and what consents need of the node around them, with a real ledger. */
import { randomUUID } from 'node:crypto'

import { isSame, seededChance, systemChance, systemClock, toHex, toUtf8, type Bytes } from '#kernel'
import type { PractitionerActor } from '#http/model'
import { ledgerMigrations, type Ledger } from '#ledger'
import type { Database } from '#storage'

import { house, openTestLedger } from '../../test/fixtures/solo-ledger.ts'
import { openTestDatabase } from '../../test/support.ts'
import {
  consentLeafSources,
  consentMigrations,
  consentProjections,
  openGate,
  openKeyring,
  openLookBook,
  type ConsentPorts,
  type CoverableEntry,
  type Gate,
  type LookBook,
} from './index.ts'
import { ConsentError, grantConsent, revokeConsent } from './model/index.ts'

const chance = seededChance('consents of a test')
export const practitioner = toHex(chance.bytes(16))
export const organisation = toHex(house)

const entries: readonly CoverableEntry[] = [
  entry('result', '2024-03-01', 0, []),
  entry('result', '2024-03-02', 1, ['hiv']),
  entry('medicine', '2024-03-02', 2, []),
  entry('result', '2019-01-01', 3, []),
]

export const patient = randomUUID()
export const cousin = randomUUID()
export const doctor = actor(randomUUID())
export const self = { ...actor(patient), practitioner: null }

/** A code that went to somebody. */
export interface SentCode {
  readonly person: string
  readonly digest: Bytes
  readonly words: object
}

interface Surroundings extends AsyncDisposable {
  readonly database: Database
  readonly ledger: Ledger
  readonly gate: Gate
  readonly looks: LookBook
  readonly ports: ConsentPorts
  readonly sent: SentCode[]
}

export async function openSurroundings(): Promise<Surroundings> {
  await using stack = new AsyncDisposableStack()
  const database = stack.use(await openTestDatabase([...ledgerMigrations, ...consentMigrations]))
  const keyring = openKeyring(database, chance.bytes(32), systemChance)
  for (const person of [patient, cousin, doctor.person]) await keyring.create(database, person)
  const ledger = stack.use(
    await openTestLedger(database, {
      transactions: [grantConsent, revokeConsent],
      projections: consentProjections(keyring, house),
      sources: consentLeafSources,
    }),
  )
  const registrations = { isRegistered: async (_: Bytes, person: string) => person === patient }
  const looks = openLookBook({ database, ledger, home: house, clock: systemClock, chance: systemChance })
  const gate = openGate({ database, keyring, clock: systemClock, registrations, home: house, looks })
  const sent: SentCode[] = []
  const ports: ConsentPorts = {
    database,
    ledger,
    gate,
    keyring,
    clock: systemClock,
    chance: systemChance,
    keys: { words: chance.bytes(32), revocation: chance.bytes(32) },
    announcer: { announce: () => undefined },
    coverable: { entries: async () => entries },
    people,
    confirmations: confirmationsInto(sent),
  }
  const opened = stack.move()
  return { database, ledger, gate, looks, ports, sent, [Symbol.asyncDispose]: () => opened.disposeAsync() }
}

const people: ConsentPorts['people'] = {
  meant: async ({ value }) => (value === 'family' ? [patient, cousin] : value === 'nobody' ? [] : [patient]),
  readerOf: async () => ({
    practitioner,
    name: 'Asha Hegde',
    qualification: 'MBBS',
    registration: 'KMC 1',
    licence: 'active',
    organisation: 'Taluk Hospital',
    organisationId: organisation,
  }),
  nameOf: async () => 'Lakshmi',
}

function confirmationsInto(sent: SentCode[]): ConsentPorts['confirmations'] {
  return {
    sendCode: async (person, digest, words) => {
      sent.push({ person, digest, words })
      return { sentTo: '•••• 4821' }
    },
    challenge: async () => ({}),
    confirm: async (person, digest, proof) => {
      const isMeant = sent.some((code) => code.person === person && isSame(code.digest, digest))
      if (!isMeant || proof.by !== 'otp' || proof.code !== codeOf(person)) {
        throw new ConsentError('NOT_ASKED_FOR', 'a wrong code')
      }
      return { method: 'otp', evidence: toUtf8('{"code":"told"}') }
    },
  }
}

function entry(
  kind: 'result' | 'medicine',
  careDate: string,
  index: number,
  sensitive: readonly string[],
): CoverableEntry {
  return {
    entry: idOf(index),
    place: { strand: 7, index },
    kind,
    title: kind,
    careDate,
    where: null,
    sensitive,
  }
}

export function idOf(index: number): string {
  return `00000000-0000-4000-8000-00000000000${index}`
}

export function codeOf(person: string): string {
  return person === patient ? '111111' : '222222'
}

export function actor(person: string): PractitionerActor {
  return {
    person,
    session: randomUUID(),
    memberships: [{ organisation, role: 'practitioner', active: true }],
    practitioner: { id: practitioner, organisations: [organisation] },
    officer: false,
    language: 'en',
  }
}
