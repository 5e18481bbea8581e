import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { consentsEndpoint, requestEndpoint } from '#consent/model'
import type { LiveEvent } from '#http/model'
import {
  reinstateOrganisationEndpoint,
  removeStaffEndpoint,
  suspendOrganisationEndpoint,
} from '#identity/model'
import { toHex } from '#kernel'
import { finishNoteEndpoint, visitEntryEndpoint, visitsEndpoint, visitTimelineEndpoint } from '#records/model'

import { NOTE } from '../fixtures/forms.ts'
import { openTestNode, type TestNode } from '../fixtures/node.ts'
import {
  newDoctor,
  newHospital,
  newOfficer,
  newPatient,
  type Doctor,
  type House,
  type Resident,
} from '../fixtures/town.ts'
import { ask, openVisit } from '../fixtures/visits.ts'

let world: TestNode
let house: House
let officer: Resident
let patient: Resident
beforeAll(async () => {
  world = await openTestNode()
  officer = await newOfficer(world, 'Officer Nair')
  house = await newHospital(world, 'Sahyadri Hospital')
  patient = await newPatient(world, house, 'Lakshmi Devi', 1)
})
afterAll(() => world[Symbol.asyncDispose]())

const CLOSED = { code: 'NO_SUCH_CONSENT' }

/** A doctor with an open visit, who has read its one entry. */
async function reading(name: string) {
  const doctor = await newDoctor(world, house, officer, name)
  const consent = await openVisit(doctor, house.id, patient)
  const { lines } = await doctor.browser.call(visitTimelineEndpoint, { params: { consent } })
  const entry = lines[0]?.entry ?? ''
  const read = () => doctor.browser.call(visitEntryEndpoint, { params: { consent, entry } })
  await read()
  return { doctor, consent, read }
}

async function remove({ person }: Doctor): Promise<void> {
  const params = { organisation: toHex(house.id), person }
  await house.administrator.browser.call(removeStaffEndpoint, { params })
}

async function stateOf(consent: string) {
  const { consents } = await patient.browser.call(consentsEndpoint)
  return consents.find((each) => each.consent === consent)
}

/** What a person's open pages are told while something is done. */
async function toldWhile({ person }: Resident, work: () => Promise<unknown>): Promise<readonly string[]> {
  const page = new AbortController()
  const actor = {
    person,
    session: person,
    memberships: [],
    practitioner: null,
    officer: false,
    language: 'en',
  } as const
  const events = world.node.live.subscribe(actor, page.signal)
  const told: LiveEvent[] = []
  const heard = (async () => {
    for await (const event of events) told.push(event)
  })()
  await work()
  await expect.poll(() => told.length).toBeGreaterThan(0)
  page.abort()
  await heard
  return told.map(({ kind }) => kind)
}

describe('a doctor who leaves an organisation', () => {
  it('reads nothing more and writes no note, and both pages are told', async () => {
    const { doctor, consent, read } = await reading('Asha Hegde')
    const told = await toldWhile(doctor, () => remove(doctor))
    expect(told).toContain('visits.changed')
    await expect(read()).rejects.toMatchObject(CLOSED)
    const params = { consent }
    await expect(doctor.browser.call(visitTimelineEndpoint, { params })).rejects.toMatchObject(CLOSED)
    await expect(doctor.browser.call(finishNoteEndpoint, { params, body: NOTE })).rejects.toMatchObject(
      CLOSED,
    )
    const { visits } = await doctor.browser.call(visitsEndpoint)
    expect(visits.map(({ state }) => state)).toEqual(['ended'])
    expect(await stateOf(consent)).toMatchObject({ state: 'ended', endedAt: expect.any(Number) })
  })

  it('finds the visit ended after coming back', async () => {
    const { doctor, read } = await reading('Ravi Shetty')
    await remove(doctor)
    await world.node.identity.establishing.staff(house.id, doctor.person, 'practitioner')
    await expect(read()).rejects.toMatchObject(CLOSED)
  })

  it('has asked for nothing any more', async () => {
    const { doctor } = await reading('Meera Pai')
    const request = await ask(doctor, house.id, patient)
    const told = await toldWhile(patient, () => remove(doctor))
    expect(told).toContain('requests.changed')
    await expect(patient.browser.call(requestEndpoint, { params: { request } })).rejects.toMatchObject({
      code: 'NO_SUCH_REQUEST',
    })
  })

  it('leaves the visits of others alone', async () => {
    const { doctor } = await reading('Kiran Bhat')
    const other = await reading('Sunita Rao')
    await remove(doctor)
    await other.read()
    expect(await stateOf(other.consent)).toMatchObject({ state: 'granted' })
  })
})

describe('an organisation that is suspended', () => {
  const params = () => ({ organisation: toHex(house.id) })
  const suspend = () =>
    officer.browser.call(suspendOrganisationEndpoint, {
      params: params(),
      body: { reason: 'an inspection' },
    })
  const reinstate = () => officer.browser.call(reinstateOrganisationEndpoint, { params: params() })

  it('ends its visits in the block that says so, and they stay ended', async () => {
    const { doctor, consent, read } = await reading('Anil Kumar')
    const told = await toldWhile(doctor, suspend)
    expect(told).toContain('visits.changed')
    await expect(read()).rejects.toMatchObject(CLOSED)
    expect(await stateOf(consent)).toMatchObject({ state: 'ended' })
    await reinstate()
    await expect(read()).rejects.toMatchObject(CLOSED)
  })
})

describe('the statement that reads an entry', () => {
  const change = (text: string, ...values: readonly (Uint8Array | string)[]) =>
    world.node.database.rows({ text }, values)

  it('asks by itself whether the doctor practises there, and whether the house is active', async () => {
    const { doctor, read } = await reading('Deepa Nayak')
    const set = 'update identity.organisation set state = $2 where organisation = $1'
    await change(set, house.id, 'suspended')
    await expect(read()).rejects.toMatchObject(CLOSED)
    await change(set, house.id, 'active')
    await read()
    const role = 'update identity.membership set role = $2 where person = $1'
    await change(role, doctor.person, 'nurse')
    await expect(read()).rejects.toMatchObject(CLOSED)
    await change(role, doctor.person, 'practitioner')
    await read()
  })
})
