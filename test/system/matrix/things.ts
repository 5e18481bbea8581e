/** What the page's words for things mean on the stage: names for paths and bodies. */
import { randomUUID } from 'node:crypto'

import { systemChance, toHex } from '#kernel'
import { askEndpoint } from '#consent/model'
import {
  addPasskeyEndpoint,
  addScanEndpoint,
  applyEndpoint,
  beginRegistrationEndpoint,
  formatHealthId,
  giveTokenEndpoint,
  inviteEndpoint,
  newHealthId,
  passkeyOptionsEndpoint,
  passkeysEndpoint,
  proposeOrderEndpoint,
  registerOrganisationEndpoint,
  sessionsEndpoint,
  signUpEndpoint,
  suspendOrganisationEndpoint,
} from '#identity/model'
import { noticesEndpoint, strikeEndpoint, visitEntryEndpoint } from '#records/model'

import { SoftPasskey } from '../../../src/identity/authenticator.fixture.ts'
import { HOUSE, LICENCE, PASSWORD } from '../../fixtures/forms.ts'
import { PUBLIC_URL } from '../../fixtures/node.ts'
import { newLicence, newResident, signIn, type House, type Resident } from '../../fixtures/town.ts'
import { ask, codeFor, openVisit } from '../../fixtures/visits.ts'
import { askingFor } from './asking.ts'
import { newEntry, ORDER, recordsOf, upload, WORDS, type Stage } from './stage.ts'

/** Names, under what paths and bodies call them. */
export type Thing = Readonly<Record<string, string>>
type Make = () => Promise<Thing> | Thing

/** Every thing of the page; each call of a function makes it anew where it could have been used up. */
export type Things = ReadonlyMap<string, Make>

export function openThings(stage: Stage): Things {
  const parts = [nothings(), accounts(stage), houses(stage), counters(stage), licences(stage)]
  const all = Object.assign({}, ...parts, consents(stage), charts(stage), visits(stage))
  const base = { organisation: toHex(stage.houses.hospital.id), person: stage.cast.patient.person }
  const named = new Map<string, Make>(Object.entries(all))
  return new Map([...named].map(([name, make]) => [name, async () => ({ ...base, ...(await make()) })]))
}

type Named = Readonly<Record<string, Make>>

const noId = () => toHex(systemChance.bytes(16))

/** Names in their form, of nothing. */
function nothings(): Named {
  const uuid = (name: string) => () => ({ [name]: randomUUID() })
  const id = (name: string) => () => ({ [name]: noId() })
  return {
    '–': () => ({}),
    'no organisation': id('organisation'),
    'no person': () => ({ person: randomUUID(), entry: randomUUID() }),
    'no sign-up': () => ({ signUp: randomUUID(), code: '123456' }),
    'no session': uuid('session'),
    'no passkey': uuid('passkey'),
    'no invitation': uuid('invitation'),
    'no counter': () => ({ code: '0123456789' }),
    'no request': () => ({ request: randomUUID(), code: '123456' }),
    'no token': uuid('token'),
    'no application': uuid('application'),
    'no licence': id('practitioner'),
    'no order': uuid('order'),
    'no visit': () => ({ consent: noId(), entry: randomUUID() }),
    'no look': uuid('look'),
    'no entry': uuid('entry'),
    'no notice': uuid('notice'),
  }
}

/** As good as nobody: a number with its check digit that was given to no one. */
function noHealthId(): string {
  return formatHealthId(newHealthId(9999, Number.parseInt(toHex(systemChance.bytes(3)), 16)))
}

let named = 0
const newAddress = () => `somebody${++named}@example.net`

/** Another six digits. */
function wrong(code: string): string {
  return String((Number(code) + 1) % 1_000_000).padStart(6, '0')
}

function accounts({ world, cast }: Stage): Named {
  const { patient } = cast
  // Somebody else each time: how many codes go to one address is limited.
  const others = Object.values(cast).filter(({ person }) => person !== patient.person)
  const nextContact = () => others[++named % others.length]?.contact ?? ''
  const signUp = async () => {
    const browser = world.browser()
    const contact = newAddress()
    const who = { name: 'Somebody', birthDate: '1990-01-01', sex: 'other', language: 'en' } as const
    const begun = await browser.call(signUpEndpoint, { body: { ...who, contact, password: PASSWORD } })
    return { signUp: begun.signUp, code: await codeFor({ browser, contact }) }
  }
  return {
    'a new address': () => ({ address: newAddress() }),
    'no address': () => ({ address: newAddress() }),
    "somebody's address": () => ({ address: nextContact() }),
    'a sign-up': signUp,
    'a sign-up, by its code': signUp,
    'a sign-up, by a wrong code': async () => {
      const begun = await signUp()
      return { ...begun, code: wrong(begun.code) }
    },
    "somebody's password": () => ({ address: nextContact(), password: PASSWORD }),
    'a wrong password': () => ({ address: nextContact(), password: 'papaya-season-42' }),
    'no account': () => ({ address: newAddress(), password: PASSWORD }),
    '– by a wrong password': () => ({ password: 'papaya-season-42' }),
    '– by a wrong code': () => ({ address: newAddress(), code: '123456' }),
    "patient's session": async () => {
      const browser = world.browser()
      await signIn(browser, patient.healthId)
      const { sessions } = await browser.call(sessionsEndpoint)
      return { session: sessions.find(({ isThisOne }) => isThisOne)?.session ?? '' }
    },
    "patient's passkey": () => sparePasskey(patient),
  }
}

async function sparePasskey({ browser }: Resident): Promise<Thing> {
  const before = await passkeysOf(browser)
  const { options } = await browser.call(passkeyOptionsEndpoint, { body: { password: PASSWORD } })
  const attestation = new SoftPasskey(PUBLIC_URL).register(String(options['challenge']))
  await browser.call(addPasskeyEndpoint, { body: { name: 'spare', attestation } })
  const spare = (await passkeysOf(browser)).find((passkey) => !before.includes(passkey))
  return { passkey: spare ?? '' }
}

async function passkeysOf(browser: Resident['browser']): Promise<readonly string[]> {
  return (await browser.call(passkeysEndpoint)).passkeys.map(({ passkey }) => passkey)
}

function houses({ world, houses, cast }: Stage): Named {
  const { administrator, outsider, patient, neighbour, officer } = cast
  const { hospital, clinic } = houses
  const { establishing } = world.node.identity
  const claim = () => ({ ...HOUSE, kind: 'clinic', name: `Clinic ${++named}` }) as const
  const established = async () => ({
    organisation: toHex(await establishing.organisation(claim(), neighbour.person)),
  })
  const invitedBy = async ({ browser }: Resident, { id }: House, identifier: string) =>
    browser.call(inviteEndpoint, {
      params: { organisation: toHex(id) },
      body: { identifier, roles: ['nurse'] },
    })
  return {
    hospital: () => ({}),
    clinic: () => ({ organisation: toHex(clinic.id) }),
    'an organisation that applied': () =>
      neighbour.browser.call(registerOrganisationEndpoint, { body: claim() }),
    'an organisation': established,
    'a suspended organisation': async () => {
      const { organisation } = await established()
      const body = { reason: 'an inspection' }
      await officer.browser.call(suspendOrganisationEndpoint, { params: { organisation }, body })
      return { organisation }
    },
    "hospital's invitation": () => invitedBy(administrator, hospital, newAddress()),
    "clinic's invitation": () => invitedBy(outsider, clinic, newAddress()),
    "patient's invitation": () => invitedBy(administrator, hospital, patient.healthId),
    'somebody of the staff': async () => {
      const { person } = await newPerson(world)
      await establishing.staff(hospital.id, person, 'analyst')
      return { person }
    },
    "clinic's doctor": () => ({ person: cast.stranger.person }),
  }
}

/** Somebody with a card and no account. */
async function newPerson({ node }: Stage['world']) {
  const who = {
    name: 'Somebody',
    birthDate: '1970',
    sex: 'male',
    language: 'en',
    withAccount: false,
  } as const
  const [born] = await node.database.transaction((session) => node.identity.people.create(session, [who]))
  if (!born) throw new Error('nobody was born')
  return born
}

function counters({ world, houses, cast }: Stage): Named {
  const { hospital, clinic, laboratory, closed } = houses
  const counterOf =
    ({ id }: House) =>
    async () => {
      const known = await world.node.identity.organisations([id])
      return { code: known.get(toHex(id))?.code ?? '' }
    }
  const begunBy = async ({ browser }: Resident, { id }: House) => {
    const contact = newAddress()
    const born = await newPerson(world)
    await world.node.identity.openAccount(born.person, contact, PASSWORD)
    const begun = await browser.call(beginRegistrationEndpoint, {
      params: { organisation: toHex(id) },
      body: { healthId: born.healthId },
    })
    if (begun.state !== 'sent') throw new Error('nobody should be registered yet')
    return { request: begun.request, code: await codeFor({ browser, contact }) }
  }
  const tokenOf = async (staff: Resident, house: House, { person }: Pick<Resident, 'person'>) => {
    const params = { organisation: toHex(house.id) }
    const { token } = await staff.browser.call(giveTokenEndpoint, { params, body: { person } })
    return { token: token.token, value: String(token.number) }
  }
  return {
    "hospital's counter": counterOf(hospital),
    "laboratory's counter": counterOf(laboratory),
    "a suspended organisation's counter": counterOf(closed),
    "patient's health ID": () => ({ value: cast.patient.healthId }),
    "patient's health ID, by SMS": () => ({ value: cast.patient.healthId, bySms: 'yes' }),
    "neighbour's health ID": () => ({ value: cast.neighbour.healthId }),
    'no health ID': () => ({ value: noHealthId() }),
    'a request, by its code': () => begunBy(cast.clerk, hospital),
    'a request, by a wrong code': async () => {
      const begun = await begunBy(cast.clerk, hospital)
      return { ...begun, code: wrong(begun.code) }
    },
    "clinic's request, by its code": () => begunBy(cast.outsider, clinic),
    patient: () => ({}),
    neighbour: () => ({ person: cast.neighbour.person }),
    "patient's token": async () => ({ ...(await tokenOf(cast.clerk, hospital, cast.patient)), by: 'token' }),
    "hospital's token": async () => {
      const born = await newPerson(world)
      await world.node.identity.registrations.add(world.node.database, hospital.id, born.person)
      return tokenOf(cast.clerk, hospital, born)
    },
    "clinic's token": () => tokenOf(cast.outsider, clinic, cast.neighbour),
  }
}

function licences({ world, cast }: Stage): Named {
  const { officer, patient, doctor, suspended } = cast
  const drafted = async ({ browser }: Resident) =>
    browser.call(applyEndpoint, { body: { ...LICENCE, system: 'nursing', number: `KNC ${++named}` } })
  const applied = async (resident: Resident) => {
    const params = await drafted(resident)
    await resident.browser.call(addScanEndpoint, { params, body: Buffer.from('%PDF-1.7 a scan') })
    return params
  }
  const licensed = async () => ({
    practitioner: await newLicence(world, officer, (await newPerson(world)).person),
  })
  return {
    "patient's application": () => drafted(patient),
    'an application': async () => applied(await newResident(world, 'An Applicant')),
    "officer's own application": async () => ({ ...(await applied(officer)), decision: 'refuse' }),
    'a licence': licensed,
    "doctor's licence": () => ({ practitioner: doctor.practitioner }),
    "suspended's licence": () => ({ practitioner: suspended.practitioner }),
    "officer's order": () => proposed(officer, licensed),
  }
}

async function proposed(
  { browser }: Resident,
  licensed: () => Promise<{ readonly practitioner: string }>,
): Promise<Thing> {
  const body = { kind: 'suspend', order: ORDER } as const
  const { order } = await browser.call(proposeOrderEndpoint, { params: await licensed(), body })
  return { order }
}

function consents({ houses, cast, entries, visits }: Stage): Named {
  const { doctor, patient } = cast
  const { hospital } = houses
  const askBySms = async (value: string) => {
    const body = askingFor({ organisation: toHex(hospital.id), value, bySms: 'yes' })
    return (await doctor.browser.call(askEndpoint, { body })).request
  }
  const bySms = async () => ({ request: await askBySms(patient.healthId), code: await codeFor(patient) })
  return {
    'patient, at no organisation': () => ({ organisation: noId(), value: patient.healthId }),
    'no health ID, at no organisation': () => ({ organisation: noId(), value: noHealthId() }),
    "doctor's request": async () => ({ request: await ask(doctor, hospital.id, patient) }),
    "doctor's request to nobody": async () => ({ request: await askBySms(noHealthId()), code: '123456' }),
    "doctor's request, by its code": bySms,
    "doctor's request, by a wrong code": async () => {
      const begun = await bySms()
      return { ...begun, code: wrong(begun.code) }
    },
    'a visit': async () => ({ consent: await openVisit(doctor, hospital.id, patient) }),
    "doctor's look": async () => {
      const params = { consent: visits.doctor, entry: entries.hospital }
      const { receipt } = await doctor.browser.call(visitEntryEndpoint, { params })
      return { look: receipt?.look ?? '' }
    },
  }
}

function charts({ world, houses, cast, entries }: Stage): Named {
  const { hospital, clinic } = houses
  const { patient, neighbour, clerk } = cast
  const atClinic = { organisation: toHex(clinic.id) }
  const newOne = async () => ({ entry: await newEntry(world, hospital, patient, WORDS.hospital) })
  return {
    "hospital's entry": () => ({ entry: entries.hospital }),
    "hospital's scan": () => ({ entry: entries.scan }),
    "clinic's entry": () => ({ entry: entries.clinic }),
    "patient's own entry": () => ({ entry: entries.patient }),
    "neighbour's entry": () => ({ person: neighbour.person, entry: entries.neighbour }),
    "neighbour's entry as the patient's": () => ({ entry: entries.neighbour }),
    "hospital's entry, at the clinic": () => ({ ...atClinic, entry: entries.hospital }),
    'no entry, at the clinic': () => ({ ...atClinic, entry: randomUUID() }),
    'patient, at the clinic': () => atClinic,
    "hospital's entry, to the neighbour": () => ({ entry: entries.hospital, to: neighbour.person }),
    "hospital's entry, to no person": () => ({ entry: entries.hospital, to: randomUUID() }),
    'a new entry of the hospital': newOne,
    'a new scan of the hospital': async () => ({
      entry: await upload(world, clerk, recordsOf(hospital, patient), WORDS.hospital),
    }),
    "patient's notice": async () => {
      const params = { organisation: toHex(hospital.id), person: patient.person, ...(await newOne()) }
      await clerk.browser.call(strikeEndpoint, { params, body: { reason: 'a mistake', to: null } })
      const { notices } = await patient.browser.call(noticesEndpoint)
      return { notice: notices[0]?.notice ?? '' }
    },
  }
}

function visits({ visits, entries }: Stage): Named {
  const of = (consent: string, entry: string) => () => ({ consent, entry })
  return {
    "doctor's visit": of(visits.doctor, entries.hospital),
    "doctor's visit, hospital's entry": of(visits.doctor, entries.hospital),
    "doctor's visit, hospital's scan": of(visits.doctor, entries.scan),
    "doctor's visit, clinic's entry": of(visits.doctor, entries.clinic),
    "doctor's visit, patient's own entry": of(visits.doctor, entries.patient),
    "doctor's visit, neighbour's entry": of(visits.doctor, entries.neighbour),
    "no entry of doctor's visit": () => ({ consent: visits.doctor, entry: randomUUID() }),
    'a visit that was ended': of(visits.ended, entries.hospital),
    'a visit that was taken back': of(visits.takenBack, entries.hospital),
    "suspended's visit": of(visits.suspended, entries.hospital),
    "closed's visit": of(visits.closed, entries.hospital),
  }
}
