/** A node's data with a little of everything in it, for harming: every harm is done to a copy. */
import { toUtf8 } from '#kernel'
import { visitEntryEndpoint, visitTimelineEndpoint } from '#records/model'
import { addDocument } from '#records'
import type { FsckReport } from '#server'
import { openDatabase } from '#storage'

import { configSchema } from '../../../src/server/config-settings.ts'
import { fsck } from '../../../src/server/fsck/fsck.ts'
import { useStore } from '../../../src/server/start.ts'
import { copyPlace, openPlace, openTestNode, type Place, type TestNode } from '../../fixtures/node.ts'
import {
  addReadings,
  newDoctor,
  newHospital,
  newOfficer,
  newPatient,
  type Resident,
} from '../../fixtures/town.ts'
import { openVisit, revoke } from '../../fixtures/visits.ts'

/** What the data of these tests is known by in SQL. */
export interface Named {
  readonly chart: string
  readonly other: string
  /** A consent in force, and one that was taken back. */
  readonly open: string
  readonly revoked: string
}

type Harm = (sql: (text: string) => Promise<unknown>, data: string) => Promise<unknown>

export interface Kept extends AsyncDisposable, Named {
  readonly place: Place
  /** Runs fsck in a copy, after what was done to it. */
  after(harm: Harm, rebuild?: boolean): Promise<FsckReport>
}

export async function openKept(): Promise<Kept> {
  await using opening = new AsyncDisposableStack()
  const place = opening.use(await openPlace())
  const world = await openTestNode(place)
  const named = await fill(world)
  await world.node.ledger.settle()
  await world[Symbol.asyncDispose]()
  const opened = opening.move()
  return {
    ...named,
    place,
    after: (harm, rebuild = false) => after(place, harm, rebuild),
    [Symbol.asyncDispose]: () => opened.disposeAsync(),
  }
}

/** What a report says, a line each. */
export function told({ findings }: FsckReport): readonly string[] {
  return findings.map(({ kind, id, differs }) => `${kind} ${id}: ${differs}`)
}

async function after(place: Place, harm: Harm, rebuild: boolean): Promise<FsckReport> {
  await using copy = await copyPlace(place)
  await using database = await openDatabase(copy.databaseUrl)
  await harm((text) => database.rows({ text }), copy.data)
  const config = configSchema.parse({ data: copy.data, databaseUrl: copy.databaseUrl })
  return await useStore(config, (store) => fsck(store, { rebuild, tell: () => {} }))
}

/** Two patients, documents, a consent that is open and one taken back, looks under both, a licence. */
async function fill(world: TestNode): Promise<Named> {
  const house = await newHospital(world, 'Sahyadri Hospital')
  const officer = await newOfficer(world, 'Officer Nair')
  const doctor = await newDoctor(world, house, officer, 'Asha Hegde')
  const patient = await newPatient(world, house, 'Lakshmi Devi', 6)
  const other = await newPatient(world, house, 'Ramesh Gowda', 3)
  for (const text of ['a discharge letter', 'another letter']) await addText(world, patient, text)
  const revoked = await openVisit(doctor, house.id, patient)
  await readTwo(doctor, revoked)
  await revoke(patient, revoked)
  const open = await openVisit(doctor, house.id, patient)
  await readTwo(doctor, open)
  await openVisit(doctor, house.id, other)
  await addReadings(world, house.id, patient.person, 2, 10)
  return { chart: patient.person, other: other.person, open, revoked }
}

async function readTwo({ browser }: Resident, consent: string): Promise<void> {
  const { lines } = await browser.call(visitTimelineEndpoint, { params: { consent } })
  for (const { entry } of lines.slice(0, 2))
    await browser.call(visitEntryEndpoint, { params: { consent, entry } })
}

async function addText({ node, services }: TestNode, { person }: Resident, text: string): Promise<void> {
  const fields = { kind: 'document', careDay: '2024-05-01', where: 'Sahyadri', title: text }
  const actor = { person, session: '', memberships: [], practitioner: null, officer: false } as const
  const permission = await node.gate.patientWrites({ ...actor, language: 'en' })
  await addDocument(services.records, permission, { fields, files: filesOf(text) })
}

async function* filesOf(text: string) {
  yield { field: 'file', fileName: `${text}.txt`, mediaType: 'text/plain', bytes: piecesOf(text) }
}

async function* piecesOf(text: string) {
  yield toUtf8(`${text}: rest and plenty of water`)
}
