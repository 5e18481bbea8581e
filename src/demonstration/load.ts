/** Brings an invented population into a node, through the services that everybody's records go through. */
import { toInstant, toUtf8, type Bytes, type Clock } from '#kernel'
import type { Gate } from '#consent'
import type { Identity } from '#identity'
import type { RandomId } from '#ledger/model'
import { addDocument, addResources, openIntake, type RecordsPorts } from '#records'
import type { Database } from '#storage'

import { renderDocument } from './documents.ts'
import type { DemoEntry, DemoOrganisation, DemoPerson, OrganisationKey, Population } from './model/index.ts'

/** The one password of everybody who can sign in to a demonstration. */
export const DEMONSTRATION_PASSWORD = 'namaskara-2026'

interface LoadPorts {
  readonly database: Database
  readonly identity: Identity
  readonly gate: Gate
  readonly records: RecordsPorts
  readonly authority: RandomId
  readonly clock: Clock
}

/** Somebody who can sign in, for the first page. */
export interface SignIn {
  readonly role: string
  readonly name: string
  readonly healthId: string
  readonly person: string
}

interface Loaded {
  readonly people: number
  readonly entries: number
  readonly signIns: readonly SignIn[]
}

/** Who became whom. */
interface Cast {
  readonly people: ReadonlyMap<string, { readonly person: string; readonly healthId: string }>
  readonly organisations: ReadonlyMap<OrganisationKey, RandomId>
}

export type Tell = (step: 'people' | 'organisations' | 'charts', done: number, total: number) => void

export async function loadPopulation(ports: LoadPorts, population: Population, tell: Tell): Promise<Loaded> {
  const people = await bearPeople(ports, population, tell)
  await openAccounts(ports, population, people)
  const organisations = await establish(ports, population, people, tell)
  const cast = { people, organisations }
  const entries = await writeCharts(ports, population, cast, tell)
  const named = new Map(population.people.map((person) => [person.key, person]))
  const signIns = population.signIns.flatMap(({ role, person }) => {
    const [who, known] = [named.get(person), people.get(person)]
    return who && known ? [{ role, name: who.name.displayed, ...known }] : []
  })
  return { people: people.size, entries, signIns }
}

async function bearPeople(
  { database, identity }: LoadPorts,
  population: Population,
  tell: Tell,
): Promise<Cast['people']> {
  const born = await database.transaction((session) =>
    identity.people.create(
      session,
      population.people.map(({ name, birthDate, sex, language }) => ({
        ...{ name: name.displayed, birthDate, sex, language },
        withAccount: false,
      })),
    ),
  )
  tell('people', born.length, born.length)
  return new Map(population.people.map(({ key }, i) => [key, bornAt(born, i)]))
}

function bornAt<T>(born: readonly T[], i: number): T {
  const one = born[i]
  if (!one) throw new Error('somebody was not born')
  return one
}

/** Those on the first page have accounts; the others are patients whom a hospital knows. */
async function openAccounts(
  { identity }: LoadPorts,
  population: Population,
  people: Cast['people'],
): Promise<void> {
  const named = new Map(population.people.map((person) => [person.key, person]))
  const seen = new Set<string>()
  for (const { person: key } of population.signIns) {
    const [who, known] = [named.get(key), people.get(key)]
    if (!who || !known || seen.has(key)) continue
    seen.add(key)
    await identity.openAccount(known.person, contactOf(who), DEMONSTRATION_PASSWORD)
  }
}

function contactOf({ key, phone, email }: DemoPerson): string {
  return email ?? phone ?? `${key}@demonstration.invalid`
}

/** The houses, who works there, and what they are licensed for. */
async function establish(
  { identity, authority }: LoadPorts,
  { organisations, staff, practitioners }: Population,
  people: Cast['people'],
  tell: Tell,
): Promise<Cast['organisations']> {
  const personOf = (key: string) => people.get(key)?.person ?? ''
  const made = new Map<OrganisationKey, RandomId>([['authority', authority]])
  for (const organisation of organisations.filter(({ kind }) => kind !== 'authority')) {
    const administrator = staff.find(
      (one) => one.organisation === organisation.key && one.role === 'administrator',
    )
    const first = administrator ?? staff.find(({ role }) => role === 'administrator')
    made.set(
      organisation.key,
      await identity.establishing.organisation(claimOf(organisation), personOf(first?.person ?? '')),
    )
    tell('organisations', made.size, organisations.length)
  }
  const at = (key: OrganisationKey) => made.get(key) ?? authority
  for (const { person, organisation, role } of staff) {
    const given = role === 'officer' ? 'administrator' : role
    await identity.establishing.staff(at(organisation), personOf(person), given)
  }
  const officer = personOf(staff.find(({ role }) => role === 'officer')?.person ?? '')
  for (const practitioner of practitioners) {
    const {
      person,
      employers,
      council,
      registrationNumber: number,
      system,
      qualification,
      state,
      validUntil,
    } = practitioner
    const scan = await renderDocument(certificateOf(practitioner), toInstant(0))
    const claim = { council, number, system, qualification, registeredIn: state, validUntil }
    await identity.establishing.licence(personOf(person), officer, claim, scan)
    for (const employer of employers)
      await identity.establishing.staff(at(employer), personOf(person), 'practitioner')
  }
  return made
}

function claimOf({ kind, name, registration, phone, address }: DemoOrganisation) {
  const { line, place, district, state, pin } = address
  return { kind, name, registration, phone, address: line, place, district, state, pin }
}

function certificateOf({
  name,
  council,
  registrationNumber,
  qualification,
}: Population['practitioners'][number]) {
  const lines = [
    council.toUpperCase(),
    'CERTIFICATE OF REGISTRATION',
    '',
    name,
    qualification,
    `No. ${registrationNumber}`,
  ]
  return { fileName: 'certificate.jpg', contentType: 'image/jpeg', kind: 'discharge summary', lines } as const
}

/** Chart by chart, house by house; a few at a time, as hospitals would. */
async function writeCharts(
  ports: LoadPorts,
  population: Population,
  cast: Cast,
  tell: Tell,
): Promise<number> {
  const charts = [...Map.groupBy(population.entries, ({ person }) => person)]
  let [next, done, entries] = [0, 0, 0]
  const work = async () => {
    for (let chart = charts[next++]; chart; chart = charts[next++]) {
      entries += await writeChart(ports, cast, chart)
      tell('charts', ++done, charts.length)
    }
  }
  await Promise.all(Array.from({ length: WRITERS }, work))
  return entries
}

const WRITERS = 4

async function writeChart(
  ports: LoadPorts,
  cast: Cast,
  [key, entries]: readonly [string, readonly DemoEntry[]],
): Promise<number> {
  const person = cast.people.get(key)?.person
  if (person === undefined) throw new Error('a chart of nobody')
  let written = 0
  for (const [house, own] of Map.groupBy(entries, ({ organisation }) => organisation)) {
    const organisation = cast.organisations.get(house) ?? ports.authority
    await ports.identity.registrations.add(ports.database, organisation, person)
    const permission = await ports.gate.importWrites(organisation, person)
    const bundle = bundleOf(own)
    if (bundle) written += (await addResources(ports.records, permission, openIntake(bundle))).written.length
    for (const entry of own) {
      if (entry.kind !== 'document') continue
      await addDocument(ports.records, permission, await formOf(entry))
      written += 1
    }
  }
  return written
}

function bundleOf(entries: readonly DemoEntry[]): Bytes | undefined {
  const resources = entries.flatMap((entry) => (entry.kind === 'resource' ? [entry.resource] : []))
  if (resources.length === 0) return undefined
  const entry = resources.map((resource) => ({ fullUrl: `urn:uuid:${resource.id}`, resource }))
  return toUtf8(JSON.stringify({ resourceType: 'Bundle', type: 'collection', entry }))
}

const KINDS = {
  prescription: 'medicine',
  'laboratory report': 'result',
  'discharge summary': 'visit',
  'immunisation card': 'immunisation',
  'antenatal card': 'document',
} as const

async function formOf({ document, careAt }: Extract<DemoEntry, { kind: 'document' }>) {
  const bytes = await renderDocument(document, careAt)
  const careDay = new Date(careAt).toISOString().slice(0, 10)
  const fields = {
    kind: KINDS[document.kind],
    careDay,
    where: document.lines[0] ?? '',
    department: '',
    title: '',
  }
  return { fields, files: filesOf(document.fileName, bytes) }
}

async function* filesOf(fileName: string, bytes: Bytes) {
  yield { field: 'file', fileName, mediaType: 'application/octet-stream', bytes: piecesOf(bytes) }
}

async function* piecesOf(bytes: Bytes) {
  yield bytes
}
