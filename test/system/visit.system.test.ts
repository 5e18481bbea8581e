import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { DomainError } from '#kernel'
import { signUpEndpoint, verifyEndpoint } from '#identity/model'
import { myTimelineEndpoint, visitEntryEndpoint, visitTimelineEndpoint, looksEndpoint } from '#records/model'

import { openTestNode, type TestNode } from '../fixtures/node.ts'
import {
  addReadings,
  newDoctor,
  newHospital,
  newOfficer,
  newPatient,
  type Doctor,
  type House,
  type Resident,
} from '../fixtures/town.ts'
import { allow, ask, codeFor, openVisit, revoke } from '../fixtures/visits.ts'

let world: TestNode
let house: House
let doctor: Doctor
let patient: Resident
beforeAll(async () => {
  world = await openTestNode()
  house = await newHospital(world, 'Sahyadri Hospital')
  const officer = await newOfficer(world, 'Officer Nair')
  doctor = await newDoctor(world, house, officer, 'Asha Hegde')
  patient = await newPatient(world, house, 'Lakshmi Devi')
})
afterAll(() => world[Symbol.asyncDispose]())

describe('a node', () => {
  it('signs somebody up by a code that came to the mailbox', async () => {
    const browser = world.browser()
    const contact = 'new@example.org'
    const who = { name: 'Ravi Kumar', birthDate: '1990-01-01', sex: 'male', language: 'en' } as const
    const { signUp } = await browser.call(signUpEndpoint, {
      body: { ...who, contact, password: 'mango-season-42' },
    })
    const { healthId } = await browser.call(verifyEndpoint, {
      body: { signUp, code: await codeFor({ browser, contact }) },
    })
    expect(healthId.replaceAll(/\D/g, '')).toMatch(/^1000\d{10}$/)
    expect((await browser.call(myTimelineEndpoint, {})).lines).toEqual([])
  })

  it('opens a chart by a code or a passkey, and closes it when that is taken back', async () => {
    for (const by of ['otp', 'passkey'] as const) {
      const consent = await allow(patient, await ask(doctor, house.id, patient), by)
      const { lines } = await doctor.browser.call(visitTimelineEndpoint, { params: { consent } })
      expect(lines).toHaveLength(3)
      const entry = lines[0]?.entry ?? ''
      const whole = await doctor.browser.call(visitEntryEndpoint, { params: { consent, entry } })
      expect(whole.receipt).not.toBeNull()
      await revoke(patient, consent)
      const again = doctor.browser.call(visitEntryEndpoint, { params: { consent, entry } })
      await expect(again).rejects.toMatchObject({ code: 'NO_SUCH_CONSENT' })
      const { looks } = await patient.browser.call(looksEndpoint, {})
      expect(looks.some(({ look }) => look === whole.receipt?.look)).toBe(true)
    }
  })

  it('writes one look for each of many that are read at once, and answers each with its own', async () => {
    const consent = await openVisit(doctor, house.id, patient)
    const { lines } = await doctor.browser.call(visitTimelineEndpoint, { params: { consent } })
    const wanted = Array.from({ length: 30 }, (_, i) => lines[i % lines.length]?.entry ?? '')
    const read = await Promise.all(
      wanted.map((entry) => doctor.browser.call(visitEntryEndpoint, { params: { consent, entry } })),
    )
    expect(read.map(({ line }) => line.entry)).toEqual(wanted)
    const { looks } = await patient.browser.call(looksEndpoint, {})
    const own = new Map(looks.map((look) => [look.look, look]))
    const noted = read.map(({ receipt }) => own.get(receipt?.look ?? ''))
    expect(new Set(noted).size).toBe(wanted.length)
    expect(noted.map((look) => look?.entries.map(({ entry }) => entry))).toEqual(wanted.map((one) => [one]))
  })

  it('opens what was added after the first read, where the consent says so, and nothing else', async () => {
    for (const later of [true, false]) {
      const consent = await allow(patient, await ask(doctor, house.id, patient), 'otp', () => true, later)
      const read = (entry: string) => doctor.browser.call(visitEntryEndpoint, { params: { consent, entry } })
      const before = await patient.browser.call(myTimelineEndpoint, {})
      const known = before.lines.map(({ entry }) => entry)
      await read(known[0] ?? '')
      await addReadings(world, house.id, patient.person, 1, known.length)
      const after = await patient.browser.call(myTimelineEndpoint, {})
      const added = after.lines.map(({ entry }) => entry).find((entry) => !known.includes(entry)) ?? ''
      if (later) expect((await read(added)).line.entry).toBe(added)
      else await expect(read(added)).rejects.toMatchObject({ code: 'NO_SUCH_ENTRY' })
    }
  })

  it('lets nobody in who is not signed in', async () => {
    const consent = await openVisit(doctor, house.id, patient)
    const nobody = world.browser().call(visitTimelineEndpoint, { params: { consent } })
    await expect(nobody).rejects.toBeInstanceOf(DomainError)
  })

  it('had no error of its own', async () => {
    expect((await world.log()).filter((line) => line.includes('failed'))).toEqual([])
  })
})
