import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'

import { fromUtf8 } from '#kernel'
import type { Actor } from '#http/model'

import { at, clinic, house, openWorld, type World } from '../../test/fixtures/records-world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world[Symbol.asyncDispose]())

const struck = z.object({ entry: z.uuid(), moved: z.uuid().nullable(), told: z.int() })
const JSON_TYPE = { 'content-type': 'application/json' }

let nth = 0
async function add(title: string): Promise<string> {
  nth += 1
  const resource = {
    resourceType: 'Observation',
    status: 'final',
    code: { text: title },
    effectiveDateTime: '2024-03-01',
    valueQuantity: { value: nth, unit: 'mg/dL' },
  }
  const { body } = await world.json(world.people.clerk, `${at(house, world.people.patient.person)}/fhir`, {
    method: 'POST',
    headers: { 'content-type': 'application/fhir+json' },
    body: JSON.stringify(resource),
  })
  return z.object({ entries: z.tuple([z.uuid()]) }).parse(body).entries[0]
}

function strike(
  entry: string,
  { to = null, actor = world.people.clerk, organisation = house }: Striking = {},
) {
  return world.json(actor, `${at(organisation, world.people.patient.person)}/entries/${entry}/strike`, {
    method: 'POST',
    headers: JSON_TYPE,
    body: JSON.stringify({ reason: 'another patient’s sample', to }),
  })
}

interface Striking {
  readonly to?: string | null
  readonly actor?: Actor
  readonly organisation?: Uint8Array
}

async function strikeWell(entry: string, striking: Striking = {}) {
  const { status, body } = await strike(entry, striking)
  expect(status, JSON.stringify(body)).toBe(200)
  return struck.parse(body)
}

const read = async (actor: Actor, entry: string) =>
  (await world.json(actor, `/api/me/chart/entries/${entry}`)).body
const noticesOf = async (actor: Actor) => (await world.json(actor, '/api/me/notices')).body

describe('an entry made in error', () => {
  it('is struck through with its reason, and the old version stays what it was', async () => {
    const entry = await add('Glucose of another')
    const later = await strikeWell(entry)
    expect(later.moved).toBeNull()
    const now = await read(world.people.patient, later.entry)
    expect(now).toMatchObject({
      line: { struck: true, status: 'entered-in-error' },
      reason: 'another patient’s sample',
      versions: [{ entry }, { entry: later.entry, struck: true }],
    })
    expect(JSON.stringify(now)).toContain('entered-in-error')
    expect(await read(world.people.patient, entry)).toMatchObject({
      line: { struck: false, status: 'final' },
    })
    const { body } = await world.json(world.people.patient, '/api/me/chart')
    expect(body).toMatchObject({ lines: [{ entry: later.entry, struck: true }] })
  })

  it('tells the patient and every doctor who read it, and nobody else', async () => {
    const entry = await add('Bilirubin of another')
    const unread = await add('Bilirubin that nobody read')
    const consent = await world.allow({ picks: (one) => one === entry || one === unread })
    const { doctor, patient, other } = world.people
    await world.json(doctor, `/api/visits/${consent}/entries/${entry}`)
    const later = await strikeWell(entry)
    expect(later.told).toBe(2)
    expect(await noticesOf(doctor)).toMatchObject({
      notices: [{ entry: later.entry, role: 'reader', patient: { name: 'Lakshmi Devi' }, seen: false }],
    })
    expect(await noticesOf(patient)).toMatchObject({
      notices: [{ entry: later.entry, role: 'patient', patient: null }, {}],
    })
    expect(await noticesOf(other)).toEqual({ notices: [] })
    expect((await strikeWell(unread)).told).toBe(1)
    expect(world.announced).toContain(`${doctor.person} notices`)
  })

  it('is shown struck through to the doctor whose visit is open', async () => {
    const entry = await add('Urate of another')
    const consent = await world.allow({ picks: (one) => one === entry })
    const later = await strikeWell(entry)
    const { body } = await world.json(world.people.doctor, `/api/visits/${consent}/timeline`)
    expect(body).toMatchObject({ lines: [{ entry: later.entry, struck: true }] })
    await world.revoke(consent)
    const after = await strikeWell(await add('Urate again'))
    expect(after.entry).not.toBe(later.entry)
  })

  it('goes to the right patient, sealed under that chart’s own keys', async () => {
    const entry = await add('Albumin of Ramesh')
    const { other } = world.people
    const { moved, told } = await strikeWell(entry, { to: other.person })
    expect(told).toBe(2)
    expect(await read(other, moved ?? '')).toMatchObject({
      line: { title: 'Albumin of Ramesh', struck: false },
    })
    expect(await noticesOf(other)).toMatchObject({ notices: [{ entry: moved, role: 'right-patient' }] })
  })

  it('takes its document along', async () => {
    const form = new FormData()
    const fields = { kind: 'document', careDay: '2023-05-06', where: '', department: '', title: 'Letter' }
    for (const [name, value] of Object.entries(fields)) form.append(name, value)
    form.append('file', new Blob(['a letter about Ramesh']), 'letter.txt')
    const path = `${at(house, world.people.patient.person)}/documents`
    const { body } = await world.json(world.people.clerk, path, { method: 'POST', body: form })
    const { entry } = z.object({ entry: z.uuid() }).parse(body)
    const { other, patient } = world.people
    const { moved, entry: later } = await strikeWell(entry, { to: other.person })
    for (const [actor, id] of [
      [other, moved],
      [patient, later],
      [patient, entry],
    ] as const) {
      const answer = await world.served.ask(`/api/me/chart/entries/${id}/document`, {
        session: actor.session,
      })
      expect(fromUtf8(new Uint8Array(await answer.arrayBuffer()))).toBe('a letter about Ramesh')
    }
  })

  it('is struck once only, however many do it at once', async () => {
    const entry = await add('Lactate')
    const answers = await Promise.all([strike(entry), strike(entry), strike(entry)])
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409, 409])
    expect((await strike(entry)).status).toBe(409)
  })

  it('is struck by the house that wrote it only, and moved only to a patient registered there', async () => {
    const entry = await add('Ammonia')
    const foreign = await strike(entry, { actor: world.people.stranger, organisation: clinic })
    expect(foreign).toMatchObject({ status: 404, body: { code: 'NO_SUCH_ENTRY' } })
    const nowhere = await strike(entry, { to: world.people.doctor.person })
    expect(nowhere).toMatchObject({ status: 403, body: { code: 'NOT_YOURS' } })
    const same = await strike(entry, { to: world.people.patient.person })
    expect(same).toMatchObject({ status: 409, body: { code: 'WRONG_PATIENT' } })
    expect(await read(world.people.patient, entry)).toMatchObject({ versions: [] })
  })

  it('may be sent again afterwards: what was struck is no duplicate', async () => {
    nth = 1000
    const first = await add('Sent again')
    await strikeWell(first)
    nth = 1000
    expect(await add('Sent again')).not.toBe(first)
  })
})

it('is seen once it was read, and only by whom it was for', async () => {
  const { doctor, patient } = world.people
  const list = z.object({ notices: z.array(z.object({ notice: z.uuid(), seen: z.boolean() })) })
  const [first] = list.parse(await noticesOf(doctor)).notices
  const seen = (actor: Actor) =>
    world.json(actor, `/api/me/notices/${first?.notice}/seen`, {
      method: 'POST',
      headers: JSON_TYPE,
      body: '{}',
    })
  await seen(patient)
  expect(list.parse(await noticesOf(doctor)).notices[0]?.seen).toBe(false)
  await seen(doctor)
  expect(list.parse(await noticesOf(doctor)).notices[0]?.seen).toBe(true)
})
