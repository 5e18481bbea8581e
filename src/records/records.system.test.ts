import { randomUUID } from 'node:crypto'

import * as fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'

import { toHex } from '#kernel'
import { consentsOf } from '#consent'
import { readSignedHead } from '#ledger/model'

import { at, clinic, house, openWorld, type World } from '../../test/fixtures/records-world.ts'
import { openChart } from './chart-view.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world[Symbol.asyncDispose]())

const FHIR = { 'content-type': 'application/fhir+json' }
const JSON_TYPE = { 'content-type': 'application/json' }
const added = z.object({
  added: z.int(),
  duplicates: z.int(),
  byKind: z.record(z.string(), z.int()),
  entries: z.array(z.string()),
})
const timeline = z.object({
  lines: z.array(
    z.object({
      entry: z.string(),
      kind: z.string(),
      title: z.string().nullable(),
      struck: z.boolean(),
      byPatient: z.boolean(),
      sensitive: z.array(z.string()),
      hasDocument: z.boolean(),
    }),
  ),
  next: z.string().nullable(),
})
const outline = z.object({ total: z.int() })
const looked = z.object({
  looks: z.array(
    z.object({
      name: z.string(),
      way: z.string(),
      count: z.int(),
      entries: z.array(z.object({ entry: z.string(), title: z.string().nullable() })),
    }),
  ),
})
const problem = z.object({ code: z.string() })
const outcome = z.object({
  resourceType: z.literal('OperationOutcome'),
  issue: z.array(
    z.object({
      diagnostics: z.string(),
      details: z.object({ text: z.string() }),
      expression: z.array(z.string()).optional(),
    }),
  ),
})

let nth = 0
function observation(text: string, day = '2024-03-01', more: object = {}) {
  nth += 1
  return {
    resourceType: 'Observation',
    id: `o-${nth}`,
    status: 'final',
    category: [
      {
        coding: [
          { system: 'http://terminology.hl7.org/CodeSystem/observation-category', code: 'laboratory' },
        ],
      },
    ],
    code: { text },
    effectiveDateTime: day,
    valueString: `value of ${nth}`,
    ...more,
  }
}

function bundle(...resources: readonly object[]) {
  return {
    resourceType: 'Bundle',
    type: 'collection',
    entry: resources.map((resource) => ({ fullUrl: `urn:uuid:${randomUUID()}`, resource })),
  }
}

async function add(resource: object, actor = world.people.clerk, organisation = house) {
  const path = `${at(organisation, world.people.patient.person)}/fhir`
  const { status, body } = await world.json(actor, path, {
    method: 'POST',
    headers: FHIR,
    body: JSON.stringify(resource),
  })
  expect(status, JSON.stringify(body)).toBe(200)
  return added.parse(body)
}

async function linesFor(actor: World['people']['patient'], path: string) {
  const lines = []
  let after: string | null = ''
  while (after !== null) {
    const query: string = after === '' ? '?most=200' : `?most=200&after=${encodeURIComponent(after)}`
    const { status, body } = await world.json(actor, path + query)
    expect(status).toBe(200)
    const page = timeline.parse(body)
    lines.push(...page.lines)
    after = page.next
  }
  return lines
}

const mine = () => linesFor(world.people.patient, '/api/me/chart')

describe('FHIR that staff add', () => {
  it('is read back byte for byte by its patient, and stands on the ledger under a proof', async () => {
    const text =
      '{ "resourceType":"Observation","status":"final","code":{"text":"Hb"},"valueQuantity":{"value":1.50} }'
    const path = `${at(house, world.people.patient.person)}/fhir`
    const answer = await world.json(world.people.clerk, path, { method: 'POST', headers: FHIR, body: text })
    const [entry = ''] = added.parse(answer.body).entries
    const read = await world.json(world.people.patient, `/api/me/chart/entries/${entry}`)
    expect(read.body).toMatchObject({
      source: text,
      receipt: null,
      line: { title: 'Hb', writtenBy: 'Taluk Hospital' },
    })
    await world.ledger.settle()
    const proof = await world.json(world.people.patient, `/api/me/chart/entries/${entry}/proof`)
    expect(proof.body).toMatchObject({ refusal: null, path: expect.any(Array), state: expect.any(String) })
  })

  it('is recognised when it comes again, also within one Bundle', async () => {
    const one = observation('Creatinine')
    const first = await add(bundle(one, one, observation('Urea')))
    expect(first).toMatchObject({ added: 2, duplicates: 1, byKind: { result: 2 } })
    expect(await add(bundle(one))).toMatchObject({ added: 0, duplicates: 1, byKind: {} })
    const both = await Promise.all([add(observation('Race')), add(bundle(one))])
    expect(both.map(({ added }) => added)).toEqual([1, 0])
  })

  it('comes once from two who bring the same at once', async () => {
    const one = observation('Sodium')
    const results = await Promise.all([add(one), add(one), add(one)])
    expect(results.reduce((sum, { added }) => sum + added, 0)).toBe(1)
  })

  it('stops whole where one resource is not well formed, named by its path', async () => {
    const before = (await mine()).length
    const bad = { ...observation('Potassium'), status: 'nonsense' }
    const path = `${at(house, world.people.patient.person)}/fhir`
    const body = JSON.stringify(bundle(observation('Calcium'), bad))
    const answer = await world.json(world.people.clerk, path, { method: 'POST', headers: FHIR, body })
    expect(answer.status).toBe(422)
    const [issue] = outcome.parse(answer.body).issue
    expect(issue?.expression).toEqual(['Bundle.entry[1].resource.ofType(Observation).status'])
    expect(await mine()).toHaveLength(before)
  })

  it('stops where the name, age or sex is another’s, and quotes none of it', async () => {
    const before = (await mine()).length
    const stranger = {
      resourceType: 'Patient',
      name: [{ family: 'Kulkarni', given: ['Vinayak'] }],
      gender: 'male',
      birthDate: '2001-02-03',
    }
    const path = `${at(house, world.people.patient.person)}/fhir`
    const body = JSON.stringify(bundle(stranger, observation('Lipase')))
    const answer = await world.json(world.people.clerk, path, { method: 'POST', headers: FHIR, body })
    expect(answer.status).toBe(409)
    const { issue } = outcome.parse(answer.body)
    expect(issue.map(({ expression }) => expression)).toEqual([
      ['Patient.name'],
      ['Patient.birthDate'],
      ['Patient.gender'],
    ])
    expect(JSON.stringify(answer.body)).not.toMatch(/Kulkarni|Vinayak|2001/)
    expect(await mine()).toHaveLength(before)
  })

  it('keeps an organisation once, and finds its name by conditional reference later', async () => {
    const system = 'urn:example:registry'
    const laboratory = {
      resourceType: 'Organization',
      identifier: [{ system, value: 'L 7' }],
      name: 'Netra Laboratory',
    }
    const fullUrl = 'urn:uuid:6b4f9a0e-7a39-4f5e-9f8e-0c5f4f2a1a11'
    const once = { resourceType: 'Bundle', type: 'collection', entry: [{ fullUrl, resource: laboratory }] }
    await add(once)
    await add(once)
    const [count] = await world.database.rows<{ readonly n: number }>({
      text: 'select count(*)::int4 as n from records.directory',
    })
    expect(count?.n).toBe(1)
    const reference = `Organization?identifier=${encodeURIComponent(`${system}|L 7`)}`
    const { entries } = await add(observation('TSH', '2024-04-01', { performer: [{ reference }] }))
    const { body } = await world.json(world.people.patient, `/api/me/chart/entries/${entries[0]}`)
    expect(body).toMatchObject({ line: { where: 'Netra Laboratory' } })
  })

  it('is refused to staff of a house where the patient is not registered', async () => {
    const path = `${at(clinic, world.people.other.person)}/fhir`
    const body = JSON.stringify(observation('X'))
    const answer = await world.json(world.people.stranger, path, { method: 'POST', headers: FHIR, body })
    expect(answer.status).toBe(403)
  })
})

describe('a reader', () => {
  it('sees exactly what was allowed: in lines, counts, search, whole, documents and the first screen', async () => {
    const shown = await add(observation('Ferritin of spring'))
    const hidden = await add(observation('Ferritin of autumn'))
    const [open = ''] = shown.entries
    const [closed = ''] = hidden.entries
    const consent = await world.allow({ picks: (entry) => entry === open })
    const visit = `/api/visits/${consent}`
    const { doctor } = world.people
    expect((await linesFor(doctor, `${visit}/timeline`)).map(({ entry }) => entry)).toEqual([open])
    expect(outline.parse((await world.json(doctor, `${visit}/outline`)).body).total).toBe(1)
    const found = await world.json(doctor, `${visit}/search?q=ferritin`)
    expect(found.body).toMatchObject({ lines: [{ entry: open }], searched: 1, complete: true })
    expect((await world.json(doctor, `${visit}/entries/${open}`)).body).toMatchObject({
      receipt: { signature: expect.any(String) },
    })
    for (const rest of ['', '/document']) {
      const answer = await world.json(doctor, `${visit}/entries/${closed}${rest}`)
      const absent = await world.json(doctor, `${visit}/entries/${randomUUID()}${rest}`)
      expect(answer).toEqual(absent)
      expect(answer.status).toBe(404)
    }
    const screen = await world.json(doctor, visit)
    expect(screen.body).toMatchObject({
      entries: 1,
      news: { count: 1 },
      results: { items: [{ entry: open }] },
    })
  })

  it('reads nothing under a consent of another reader, or one taken back', async () => {
    const { entries } = await add(observation('Amylase'))
    const consent = await world.allow({ picks: (entry) => entry === entries[0] })
    const foreign = await world.json({ ...world.people.patient }, `/api/visits/${consent}/timeline`)
    expect(foreign.status).toBe(403)
    await world.revoke(consent)
    for (const path of ['', '/timeline', '/outline', '/search?q=am', `/entries/${entries[0]}`]) {
      const answer = await world.json(world.people.doctor, `/api/visits/${consent}${path}`)
      expect(answer.status).toBe(404)
      expect(problem.parse(answer.body).code).toBe('NO_SUCH_CONSENT')
    }
  })

  it('reads nothing by a permission from before the revocation', async () => {
    const { entries } = await add(observation('Magnesium'))
    const consent = await world.allow({ picks: (entry) => entry === entries[0] })
    const [kept] = await consentsOf(world.database, world.people.patient.person, world.records.clock.now())
    expect(toHex(kept?.id ?? new Uint8Array(0))).toBe(consent)
    const permission = await world.gate.reader(world.people.doctor, kept?.id ?? new Uint8Array(0))
    const view = openChart(world.records, permission)
    expect(await view.whole(entries)).toHaveLength(1)
    await world.revoke(consent)
    expect(await view.whole(entries)).toEqual([])
    expect(await view.lines({ most: 10 })).toEqual([])
    expect(await view.counts()).toEqual([])
    expect(await view.writers()).toEqual([])
    expect(await view.added(0)).toBe(0)
    expect(await view.versions({ id: entries[0] ?? '' })).toEqual([])
    expect(await view.placed([{ strand: 0, index: 0 }])).toEqual([])
  })

  it('leaves a look before the answer, which the patient sees with its titles', async () => {
    const { entries } = await add(observation('Ceruloplasmin'))
    const consent = await world.allow({ picks: (entry) => entry === entries[0] })
    await world.json(world.people.doctor, `/api/visits/${consent}/entries/${entries[0]}`)
    const { body } = await world.json(world.people.patient, '/api/me/looks?most=1')
    expect(looked.parse(body).looks).toEqual([
      { name: 'Asha Hegde', way: 'read', count: 1, entries: [{ entry: entries[0], title: 'Ceruloplasmin' }] },
    ])
  })

  it('answers nothing where the look cannot be written', async () => {
    const { entries } = await add(observation('Zinc'))
    const consent = await world.allow({ picks: (entry) => entry === entries[0] })
    await world.database.rows({
      text: 'alter table consent.look add constraint shut check (false) not valid',
    })
    try {
      const { session } = world.people.doctor
      const answer = await world.served.ask(`/api/visits/${consent}/entries/${entries[0]}`, { session })
      expect(answer.status).toBe(500)
      expect(await answer.text()).not.toContain('Zinc')
    } finally {
      await world.database.rows({ text: 'alter table consent.look drop constraint shut' })
    }
  })

  it('of any choice sees the chosen entries and no other', async () => {
    await add(bundle(...Array.from({ length: 12 }, (_, i) => observation(`Any ${i}`, `201${i % 10}-05-05`))))
    const all = (await mine()).filter(({ struck }) => !struck).map(({ entry }) => entry)
    await fc.assert(
      fc.asyncProperty(fc.subarray(all, { minLength: 1 }), async (chosen) => {
        const consent = await world.allow({ picks: (entry) => chosen.includes(entry) })
        const lines = await linesFor(world.people.doctor, `/api/visits/${consent}/timeline`)
        expect(lines.map(({ entry }) => entry).toSorted()).toEqual(chosen.toSorted())
        const total = outline.parse(
          (await world.json(world.people.doctor, `/api/visits/${consent}/outline`)).body,
        ).total
        expect(total).toBe(chosen.length)
        await world.finish(consent)
      }),
      { numRuns: 8 },
    )
  })
})

describe('an organisation', () => {
  it('reads back what it wrote itself, and nothing of others or of the patient’s own', async () => {
    const ours = await add(observation('Written by the clinic'), world.people.stranger, clinic)
    const reading = { reading: 'weight', value: 61.5, second: null, takenAt: world.records.clock.now() }
    const own = await world.json(world.people.patient, '/api/me/chart/readings', {
      method: 'POST',
      headers: JSON_TYPE,
      body: JSON.stringify(reading),
    })
    expect(own.status, JSON.stringify(own.body)).toBe(200)
    const path = `${at(clinic, world.people.patient.person)}/timeline`
    expect((await linesFor(world.people.stranger, path)).map(({ entry }) => entry)).toEqual(ours.entries)
    const inHouse = await linesFor(world.people.clerk, `${at(house, world.people.patient.person)}/timeline`)
    expect(inHouse.some(({ byPatient }) => byPatient)).toBe(false)
    expect((await mine()).some(({ byPatient }) => byPatient)).toBe(true)
    const foreign = await world.json(
      world.people.clerk,
      `${at(house, world.people.patient.person)}/entries/${ours.entries[0]}`,
    )
    expect(foreign.status).toBe(404)
  })

  it('leaves a look each time', async () => {
    await world.json(world.people.stranger, `${at(clinic, world.people.patient.person)}/timeline`)
    const { body } = await world.json(world.people.patient, '/api/me/looks?most=1')
    expect(looked.parse(body).looks).toMatchObject([{ name: 'Manjunath K', way: 'own-writing' }])
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
  ])('is refused where it cannot be: %s', async (_what, taken, places) => {
    const body = JSON.stringify({ ...taken, takenAt: world.records.clock.now() })
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

describe('a note', () => {
  const note = {
    text: 'c/o fever × 3 days\nk/c/o T2DM',
    codes: [{ code: 'R50.9', words: 'Fever, unspecified' }],
    vitalSigns: { systolic: 120, diastolic: 80, pulse: 88, temperature: null, oxygen: null, weight: null },
  }

  it('begun is kept, and finished after the consent was taken back', async () => {
    await add(observation('Before the note'))
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
    const kinds = (await mine()).map(({ kind, title }) => `${kind}: ${title}`)
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
    const vitalSigns = {
      systolic: null,
      diastolic: null,
      pulse: null,
      temperature: null,
      oxygen: null,
      weight: null,
    }
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

describe('home', () => {
  it('says who can read now, what is newest, how much there is', async () => {
    const consent = await world.allow({ minutes: 60 })
    const { body } = await world.json(world.people.patient, '/api/me/home')
    expect(body).toMatchObject({
      waiting: 0,
      readers: expect.arrayContaining([expect.objectContaining({ consent, name: 'Asha Hegde' })]),
      entries: (await mine()).length,
      newest: expect.any(Array),
    })
  })

  it('opens the state of a proof under a signed head', async () => {
    await world.ledger.settle()
    const { head } = await world.ledger.provable()
    expect(head.header.height).toBeGreaterThan(0)
    expect(readSignedHead).toBeTypeOf('function')
  })
})
