import type { Language } from '#http/model'
import type { Chance, Clock } from '#kernel'
import type { Session } from '#storage'

import { newUuid } from '../ids.ts'
import { SERIALS, newHealthId, type HealthId, type PersonDetails } from '../model/index.ts'
import { identityTables, type IdentityTables } from '../tables.ts'
import type { Vault } from '../vault.ts'
import { sealedPersonSchema, type Person } from './person.ts'

/** Somebody who is to be known here. */
export interface NewPerson extends PersonDetails {
  /** The id, where it was drawn ahead. */
  readonly person?: string
  readonly language: Language
  /** Whether an account is to come: until that is verified, nobody finds the person. */
  readonly withAccount: boolean
}

export interface Born {
  readonly person: string
  readonly healthId: HealthId
}

/** Does what has to come to be with a person, in the same transaction: the chart. */
export type AtBirth = (session: Session, people: readonly string[]) => Promise<void>

export interface People {
  /** Makes people, with a health ID each. One with an account to come is nobody's patient until it is verified. */
  create(session: Session, people: readonly NewPerson[]): Promise<readonly Born[]>
  /** The account was proved: from now on the person is found. */
  verify(session: Session, person: string): Promise<void>
  /** Somebody known without an account has one now. */
  claim(session: Session, person: string): Promise<void>
  read(session: Session, person: string): Promise<Person>
  readAll(session: Session, people: readonly string[]): Promise<ReadonlyMap<string, Person>>
}

type Row = IdentityTables['identity.person']

interface Ports {
  readonly vault: Vault
  readonly clock: Clock
  readonly chance: Chance
  /** The node's number: the first four digits of the health IDs it issues. */
  readonly node: number
  readonly atBirth: AtBirth
}

export function openPeople(ports: Ports): People {
  const { vault, clock, atBirth } = ports

  function opened({ person, sealed, language, theme }: Row): Person {
    return {
      person,
      language,
      theme,
      ...sealedPersonSchema.parse(vault.unsealJson('person', person, sealed)),
    }
  }

  async function readAll(session: Session, people: readonly string[]): Promise<ReadonlyMap<string, Person>> {
    if (people.length === 0) return new Map()
    const rows = await identityTables(session)
      .selectFrom('identity.person')
      .selectAll()
      .where('person', 'in', people)
      .execute()
    return new Map(rows.map((row) => [row.person, opened(row)]))
  }

  return {
    readAll,
    async create(session, people) {
      const born: Born[] = []
      for (const person of people) born.push(await insert(ports, session, person))
      const here = born.filter((_, place) => !people[place]?.withAccount)
      await atBirth(
        session,
        here.map(({ person }) => person),
      )
      return born
    },
    async verify(session, person) {
      const verified = await identityTables(session)
        .updateTable('identity.person')
        .set({ verified_at: clock.now() })
        .where('person', '=', person)
        .where('verified_at', 'is', null)
        .returning('person')
        .execute()
      if (verified.length > 0) await atBirth(session, [person])
    },
    async claim(session, person) {
      await identityTables(session)
        .updateTable('identity.person')
        .set({ handle: vault.handleOf(person), verified_at: clock.now() })
        .where('person', '=', person)
        .execute()
    },
    async read(session, person) {
      const found = (await readAll(session, [person])).get(person)
      if (!found) throw new Error('a person who is not there')
      return found
    },
  }
}

/** Draws health IDs until one is free: with a billion to draw from, almost always the first. */
async function insert(ports: Ports, session: Session, person: NewPerson): Promise<Born> {
  for (;;) {
    const { row, born } = toRow(ports, person)
    const inserted = await identityTables(session)
      .insertInto('identity.person')
      .values(row)
      .onConflict((conflict) => conflict.column('health_id').doNothing())
      .returning('person')
      .execute()
    if (inserted.length > 0) return born
  }
}

function toRow(
  { vault, clock, chance, node }: Ports,
  said: NewPerson,
): { readonly row: Row; readonly born: Born } {
  const { name, birthDate, sex, language, withAccount } = said
  const person = said.person ?? newUuid(chance)
  const healthId = newHealthId(node, drawSerial(chance))
  const row: Row = {
    person,
    handle: withAccount ? vault.handleOf(person) : null,
    health_id: vault.lookupOf({ channel: 'health-id', address: healthId }),
    sealed: vault.sealJson('person', person, { healthId, name, birthDate, sex }),
    language,
    theme: 'system',
    created_at: clock.now(),
    verified_at: null,
  }
  return { row, born: { person, healthId } }
}

/** 48 random bits over a billion: no serial is more than 4 in a million likelier than another. */
function drawSerial(chance: Chance): number {
  const bytes = chance.bytes(6)
  return bytes.reduce((sum, byte) => sum * 256 + byte, 0) % SERIALS
}
