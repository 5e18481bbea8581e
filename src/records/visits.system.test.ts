import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { NOTE } from '../../test/fixtures/forms.ts'
import { add, bundle, JSON_TYPE, looked, mine, observation } from '../../test/fixtures/records-calls.ts'
import { openWorld, type World } from '../../test/fixtures/records-world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world[Symbol.asyncDispose]())

describe('a note', () => {
  const note = {
    text: 'c/o fever × 3 days\nk/c/o T2DM',
    codes: [{ code: 'R50.9', words: 'Fever, unspecified' }],
    vitalSigns: { systolic: 120, diastolic: 80, pulse: 88, temperature: null, oxygen: null, weight: null },
  }

  it('begun is kept, and finished after the consent was taken back', async () => {
    await add(world, observation('Before the note'))
    const consent = await world.allow()
    const path = `/api/visits/${consent}/note`
    const { doctor } = world.people
    const put = { method: 'PUT', headers: JSON_TYPE, body: JSON.stringify({ note, version: 0 }) }
    expect((await world.json(doctor, path, put)).body).toMatchObject({ version: 1 })
    expect((await world.json(doctor, path, put)).status).toBe(409)
    await world.revoke(consent)
    expect((await world.json(doctor, path)).body).toMatchObject({ note, version: 1 })
    expect((await world.json(doctor, '/api/visits')).body).toMatchObject({
      visits: expect.arrayContaining([
        expect.objectContaining({ consent, state: 'revoked', hasDraft: true }),
      ]),
    })
    const done = await world.json(doctor, path, {
      method: 'POST',
      headers: JSON_TYPE,
      body: JSON.stringify(note),
    })
    expect(done.status, JSON.stringify(done.body)).toBe(200)
    expect((await world.json(doctor, path)).body).toMatchObject({ note: null, version: 0 })
    const kinds = (await mine(world)).map(({ kind, title }) => `${kind}: ${title}`)
    expect(kinds).toEqual(
      expect.arrayContaining(['problem: Fever, unspecified', 'document: c/o fever × 3 days']),
    )
    expect((await world.json(doctor, `/api/visits/${consent}/timeline`)).status).toBe(404)
  })

  it('without anything in it, or with a fever nobody lives with, is refused', async () => {
    const consent = await world.allow()
    const path = `/api/visits/${consent}/note`
    const send = (body: object) =>
      world.json(world.people.doctor, path, {
        method: 'POST',
        headers: JSON_TYPE,
        body: JSON.stringify(body),
      })
    const { vitalSigns } = NOTE
    expect((await send({ text: ' ', codes: [], vitalSigns })).status).toBe(422)
    const hot = { ...vitalSigns, temperature: { value: 98.6, unit: 'Cel' } }
    expect((await send({ text: 'fever', codes: [], vitalSigns: hot })).status).toBe(422)
    const right = { ...vitalSigns, temperature: { value: 98.6, unit: '[degF]' } }
    expect((await send({ text: 'fever', codes: [], vitalSigns: right })).status).toBe(200)
  })

  it('proposes codes for what doctors write', async () => {
    const ask = async (q: string) => (await world.json(world.people.doctor, `/api/codes/icd10?q=${q}`)).body
    expect(await ask('t2dm')).toMatchObject({ codes: [{ code: 'E11.9' }] })
    expect(await ask('URTI')).toMatchObject({ codes: [{ code: 'J06.9' }, { code: 'L50.9' }] })
    expect(await ask('anemi')).toMatchObject({
      codes: expect.arrayContaining([expect.objectContaining({ code: 'D50.9' })]),
    })
    expect(await ask('qqqq')).toEqual({ codes: [] })
  })
})

describe('a reading taken at home', () => {
  it.each([
    ['a pressure upside down', { reading: 'blood-pressure', value: 80, second: 120 }, ['second']],
    [
      'a pressure without its lower figure',
      { reading: 'blood-pressure', value: 120, second: null },
      ['second'],
    ],
    ['Fahrenheit for Celsius', { reading: 'temperature', value: 98.6, second: null }, ['value']],
    ['mmol for mg', { reading: 'glucose', value: 6.2, second: null }, ['value']],
    ['more than all oxygen', { reading: 'oxygen', value: 101, second: null }, ['value']],
    ['two figures for one', { reading: 'pulse', value: 80, second: 60 }, ['second']],
    ['before birth', { reading: 'pulse', value: 80, second: null, takenAt: Date.UTC(1950) }, ['takenAt']],
    [
      'before all that a date can be',
      { reading: 'pulse', value: 80, second: null, takenAt: -9e15 },
      ['takenAt'],
    ],
  ])('is refused where it cannot be: %s', async (_what, taken, places) => {
    const body = JSON.stringify({ takenAt: world.records.clock.now(), ...taken })
    const answer = await world.json(world.people.patient, '/api/me/chart/readings', {
      method: 'POST',
      headers: JSON_TYPE,
      body,
    })
    expect(answer).toMatchObject({
      status: 422,
      body: { code: 'NOT_WELL_FORMED', fields: places.map((path) => ({ path })) },
    })
  })
})

describe('home', () => {
  it('says who can read now, what is newest, how much there is', async () => {
    const consent = await world.allow({ minutes: 60 })
    const { body } = await world.json(world.people.patient, '/api/me/home')
    expect(body).toMatchObject({
      waiting: 0,
      readers: expect.arrayContaining([expect.objectContaining({ consent, name: 'Asha Hegde' })]),
      entries: (await mine(world)).length,
      newest: expect.any(Array),
    })
  })
})

describe('the first screen', () => {
  const medicine = { medicationCodeableConcept: { text: 'Metformin 500 mg' } }
  const allergy = { clinicalStatus: coded('allergyintolerance-clinical', 'active') }
  const problem = { clinicalStatus: coded('condition-clinical', 'active') }

  it('names in its look every entry that it shows', async () => {
    const subject = { reference: 'Patient/x' }
    await add(
      world,
      bundle(
        { resourceType: 'MedicationRequest', status: 'active', intent: 'order', subject, ...medicine },
        { resourceType: 'AllergyIntolerance', patient: subject, code: { text: 'Penicillin' }, ...allergy },
        { resourceType: 'Condition', subject, code: { text: 'Diabetes' }, ...problem },
        observation('Haemoglobin'),
      ),
    )
    const consent = await world.allow()
    const { body } = await world.json(world.people.doctor, `/api/visits/${consent}`)
    const { looks } = looked.parse((await world.json(world.people.patient, '/api/me/looks')).body)
    const [summary] = looks
    const named = new Set(summary?.entries.map(({ entry }) => entry))
    const shown = new Set(entriesIn(body))
    expect(summary?.way).toBe('summary')
    expect([...shown].filter((entry) => !named.has(entry))).toEqual([])
    const titles = JSON.stringify(body)
    for (const title of ['Metformin 500 mg', 'Penicillin', 'Diabetes', 'Haemoglobin'])
      expect(titles).toContain(title)
    expect(summary?.count).toBeGreaterThanOrEqual(shown.size)
  })
})

function coded(system: string, code: string) {
  return { coding: [{ system: `http://terminology.hl7.org/CodeSystem/${system}`, code }] }
}

/** Every entry that an answer names, wherever in it. */
function entriesIn(value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, inner]) =>
    name === 'entry' && typeof inner === 'string' ? [inner] : entriesIn(inner),
  )
}
