/** The small world that the matrix asks about: two houses, a suspended one, and everybody of the page. */
import { toHex, toUtf8 } from '#kernel'
import { signOutEndpoint, suspendOrganisationEndpoint } from '#identity/model'
import { confirmOrderEndpoint, proposeOrderEndpoint } from '#identity/model'
import { addFhir } from '#records'
import { finishVisitEndpoint } from '#records/model'

import { openTestNode, type TestNode } from '../../fixtures/node.ts'
import {
  addReadings,
  newDoctor,
  newHospital,
  newLicence,
  newOfficer,
  newPatient,
  newResident,
  newStaff,
  type Doctor,
  type House,
  type Resident,
} from '../../fixtures/town.ts'
import { allow, ask, openVisit, revoke } from '../../fixtures/visits.ts'

/** Words that stand in one entry each of the patient's chart, and nowhere else. */
export const WORDS = { hospital: 'kingfisher', clinic: 'heron', patient: 'plover' } as const

export interface Houses {
  readonly hospital: House
  readonly clinic: House
  readonly laboratory: House
  readonly closed: House
}

/** Everybody of the page who has an account. */
export interface Cast {
  readonly patient: Resident
  readonly neighbour: Resident
  readonly doctor: Doctor
  readonly colleague: Doctor
  readonly stranger: Doctor
  readonly suspended: Doctor
  readonly closed: Doctor
  readonly clerk: Resident
  readonly nurse: Resident
  readonly pharmacist: Resident
  readonly analyst: Resident
  readonly administrator: Resident
  readonly outsider: Resident
  readonly officer: Resident
  readonly second: Resident
}

/** What stands in charts. */
export interface Entries {
  readonly hospital: string
  readonly scan: string
  readonly clinic: string
  readonly patient: string
  readonly neighbour: string
}

export interface Visits {
  readonly doctor: string
  readonly ended: string
  readonly takenBack: string
  readonly suspended: string
  readonly closed: string
}

export interface Stage extends AsyncDisposable {
  readonly world: TestNode
  readonly houses: Houses
  readonly cast: Cast
  readonly entries: Entries
  readonly visits: Visits
  /** The cookies this caller sends. */
  cookies(caller: string): string
}

export async function openStage(): Promise<Stage> {
  await using opening = new AsyncDisposableStack()
  const world = opening.use(await openTestNode())
  const { houses, cast } = await settle(world)
  const entries = await fillCharts(world, houses, cast)
  const visits = await openVisits(houses, cast, entries)
  await suspend(houses, cast)
  const gone = await goneCookies(world)
  const opened = opening.move()
  const named = new Map<string, Resident>(Object.entries(cast))
  return {
    world,
    houses,
    cast,
    entries,
    visits,
    cookies: (caller) => (caller === 'gone' ? gone : cookiesOf(named.get(caller))),
    [Symbol.asyncDispose]: () => opened.disposeAsync(),
  }
}

async function settle(world: TestNode): Promise<Pick<Stage, 'houses' | 'cast'>> {
  const officer = await newOfficer(world, 'Officer Nair')
  const second = await newOfficer(world, 'Officer Rao')
  const hospital = await newHospital(world, 'Sahyadri Hospital')
  const clinic = await newHospital(world, 'Tunga Clinic')
  const laboratory = await newHospital(world, 'Malnad Laboratory')
  const closed = await newHospital(world, 'Bhadra Nursing Home')
  const patient = await newPatient(world, hospital, 'Lakshmi Devi', 0)
  await world.node.identity.registrations.add(world.node.database, clinic.id, patient.person)
  const cast: Cast = {
    officer,
    second,
    patient,
    neighbour: await newPatient(world, clinic, 'Savitri Bai', 0),
    doctor: await newDoctor(world, hospital, officer, 'Asha Hegde'),
    colleague: await newDoctor(world, hospital, officer, 'Ravi Shetty'),
    stranger: await newDoctor(world, clinic, officer, 'Meera Pai'),
    suspended: await newDoctor(world, hospital, officer, 'Kiran Bhat'),
    closed: await makeDoctor(world, closed, officer),
    clerk: await newStaff(world, hospital, 'records-clerk', 'Clerk'),
    nurse: await newStaff(world, hospital, 'nurse', 'Nurse'),
    pharmacist: await newStaff(world, hospital, 'pharmacist', 'Pharmacist'),
    analyst: await newStaff(world, hospital, 'analyst', 'Analyst'),
    administrator: hospital.administrator,
    outsider: clinic.administrator,
  }
  return { houses: { hospital, clinic, laboratory, closed }, cast }
}

/** The administrator of a house becomes its doctor, too. */
async function makeDoctor(world: TestNode, house: House, officer: Resident): Promise<Doctor> {
  const { administrator } = house
  await world.node.identity.establishing.staff(house.id, administrator.person, 'practitioner')
  return { ...administrator, practitioner: await newLicence(world, officer, administrator.person) }
}

async function fillCharts(world: TestNode, { hospital, clinic }: Houses, cast: Cast): Promise<Entries> {
  const { patient, neighbour, clerk } = cast
  await addReadings(world, clinic.id, neighbour.person, 1)
  const [reading] = await world.node.database.rows<{ id: string }>(
    { text: 'select id from records.entry where chart = $1' },
    [neighbour.person],
  )
  return {
    hospital: await newEntry(world, hospital, patient, WORDS.hospital),
    clinic: await newEntry(world, clinic, patient, WORDS.clinic),
    scan: await upload(world, clerk, recordsOf(hospital, patient), WORDS.hospital),
    patient: await upload(world, patient, '/api/me/chart', WORDS.patient),
    neighbour: reading?.id ?? '',
  }
}

/** Where staff of a house find a patient. */
export function recordsOf({ id }: House, { person }: Resident): string {
  return `/api/organisations/${toHex(id)}/patients/${person}`
}

/** An entry in which this word stands, written by the house. */
export async function newEntry(
  { node, services }: TestNode,
  { id }: House,
  { person }: Resident,
  word: string,
): Promise<string> {
  const resource = {
    resourceType: 'Observation',
    status: 'final',
    code: { text: `sighting of a ${word}` },
    effectiveDateTime: '2024-03-01',
    valueString: `${word} ${++written}`,
  }
  const bundle = { resourceType: 'Bundle', type: 'collection', entry: [{ resource }] }
  const permission = await node.gate.importWrites(id, person)
  const added = await addFhir(services.records, permission, toUtf8(JSON.stringify(bundle)))
  return added.written[0]?.id ?? ''
}

let written = 0

export const BY_STAFF = { department: 'general' } as const

/** A document in which this word stands, as a form; staff say of which department it is. */
export function documentOf(word: string, more: Readonly<Record<string, string>> = {}): FormData {
  const form = new FormData()
  const fields = { kind: 'document', careDay: '2024-03-02', where: 'here', title: '', ...more }
  for (const [name, value] of Object.entries(fields)) form.append(name, value)
  form.append('file', new Blob([`${word} ${++written}`]), 'note.txt')
  return form
}

/** Adds a document as somebody; answers its entry. */
export async function upload(
  { served }: TestNode,
  { browser }: Resident,
  chart: string,
  word: string,
): Promise<string> {
  const body = documentOf(word, chart.startsWith('/api/organisations') ? BY_STAFF : {})
  const headers = { cookie: cookiesOf({ browser }), origin: 'http://localhost:8080' }
  const answer = await served.ask(`${chart}/documents`, { method: 'POST', headers, body })
  const { entry }: { entry?: string } = await answer.json()
  if (entry === undefined) throw new Error(`the document was refused: ${answer.status}`)
  return entry
}

async function openVisits({ hospital, closed }: Houses, cast: Cast, entries: Entries): Promise<Visits> {
  const { doctor, patient, suspended } = cast
  const shown = new Set([entries.hospital, entries.scan])
  const request = await ask(doctor, hospital.id, patient)
  const ended = await openVisit(doctor, hospital.id, patient)
  await doctor.browser.call(finishVisitEndpoint, { params: { consent: ended } })
  const takenBack = await openVisit(doctor, hospital.id, patient)
  await revoke(patient, takenBack)
  return {
    doctor: await allow(patient, request, 'passkey', (entry) => shown.has(entry)),
    ended,
    takenBack,
    suspended: await openVisit(suspended, hospital.id, patient),
    closed: await openVisit(cast.closed, closed.id, patient),
  }
}

async function suspend({ closed }: Houses, { officer, second, suspended }: Cast): Promise<void> {
  const params = { practitioner: suspended.practitioner }
  const body = { kind: 'suspend', order: ORDER } as const
  const { order } = await officer.browser.call(proposeOrderEndpoint, { params, body })
  await second.browser.call(confirmOrderEndpoint, { params: { order } })
  await officer.browser.call(suspendOrganisationEndpoint, {
    params: { organisation: toHex(closed.id) },
    body: { reason: 'an inspection' },
  })
}

export const ORDER = { issuer: 'Karnataka Medical Council', number: '7/2026', date: '2026-01-05', text: '' }

async function goneCookies(world: TestNode): Promise<string> {
  const gone = await newResident(world, 'Who Went')
  const cookies = cookiesOf(gone)
  await gone.browser.call(signOutEndpoint)
  return cookies
}

function cookiesOf(resident: Pick<Resident, 'browser'> | undefined): string {
  const cookies = resident?.browser.cookies ?? new Map<string, string>()
  return [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
}
