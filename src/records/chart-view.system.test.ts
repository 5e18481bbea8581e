import { randomUUID } from 'node:crypto'

import * as fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'

import { toHex } from '#kernel'
import { consentsOf } from '#consent'

import {
  add,
  bundle,
  JSON_TYPE,
  linesFor,
  looked,
  mine,
  observation,
  outline,
} from '../../test/fixtures/records-calls.ts'
import { at, clinic, house, openWorld, type World } from '../../test/fixtures/records-world.ts'
import { openChart } from './chart-view.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world[Symbol.asyncDispose]())

const problem = z.object({ code: z.string() })

describe('a reader', () => {
  it('sees exactly what was allowed: in lines, counts, search, whole, documents and the first screen', async () => {
    const shown = await add(world, observation('Ferritin of spring'))
    const hidden = await add(world, observation('Ferritin of autumn'))
    const [open = ''] = shown.entries
    const [closed = ''] = hidden.entries
    const consent = await world.allow({ picks: (entry) => entry === open })
    const visit = `/api/visits/${consent}`
    const { doctor } = world.people
    expect((await linesFor(world, doctor, `${visit}/timeline`)).map(({ entry }) => entry)).toEqual([open])
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

  it('is led by references to what is open, and not told of the rest', async () => {
    const result = observation('Haemoglobin of the report')
    const other = observation('Platelets of the report')
    const urls = [
      'urn:uuid:5d1c7b5e-0001-4b5e-8d6e-000000000001',
      'urn:uuid:5d1c7b5e-0001-4b5e-8d6e-000000000002',
    ]
    const report = {
      resourceType: 'DiagnosticReport',
      status: 'final',
      code: { text: 'Blood count' },
      result: urls.map((reference) => ({ reference })),
    }
    const entry = [
      { resource: report },
      ...[result, other].map((resource, i) => ({ fullUrl: urls[i], resource })),
    ]
    const { entries } = await add(world, { resourceType: 'Bundle', type: 'collection', entry })
    const [whole = '', open = '', closed = ''] = entries
    expect((await world.json(world.people.patient, `/api/me/chart/entries/${whole}`)).body).toMatchObject({
      links: [
        { path: 'DiagnosticReport.result[0]', entry: open },
        { path: 'DiagnosticReport.result[1]', entry: closed },
      ],
    })
    const consent = await world.allow({ picks: (one) => one === whole || one === open })
    const { body } = await world.json(world.people.doctor, `/api/visits/${consent}/entries/${whole}`)
    expect(body).toMatchObject({ links: [{ path: 'DiagnosticReport.result[0]', entry: open }] })
    expect(JSON.stringify(body)).not.toContain(closed)
  })

  it('reads nothing under a consent of another reader, or one taken back', async () => {
    const { entries } = await add(world, observation('Amylase'))
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
    const { entries } = await add(world, observation('Magnesium'))
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
    const { entries } = await add(world, observation('Ceruloplasmin'))
    const consent = await world.allow({ picks: (entry) => entry === entries[0] })
    await world.json(world.people.doctor, `/api/visits/${consent}/entries/${entries[0]}`)
    const { body } = await world.json(world.people.patient, '/api/me/looks?most=1')
    expect(looked.parse(body).looks).toEqual([
      { name: 'Asha Hegde', way: 'read', count: 1, entries: [{ entry: entries[0], title: 'Ceruloplasmin' }] },
    ])
  })

  it('answers nothing where the look cannot be written', async () => {
    const { entries } = await add(world, observation('Zinc'))
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
    await add(
      world,
      bundle(...Array.from({ length: 12 }, (_, i) => observation(`Any ${i}`, `201${i % 10}-05-05`))),
    )
    const all = (await mine(world)).filter(({ struck }) => !struck).map(({ entry }) => entry)
    await fc.assert(
      fc.asyncProperty(fc.subarray(all, { minLength: 1 }), async (chosen) => {
        const consent = await world.allow({ picks: (entry) => chosen.includes(entry) })
        const lines = await linesFor(world, world.people.doctor, `/api/visits/${consent}/timeline`)
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
    const ours = await add(world, observation('Written by the clinic'), world.people.stranger, clinic)
    const reading = { reading: 'weight', value: 61.5, second: null, takenAt: world.records.clock.now() }
    const own = await world.json(world.people.patient, '/api/me/chart/readings', {
      method: 'POST',
      headers: JSON_TYPE,
      body: JSON.stringify(reading),
    })
    expect(own.status, JSON.stringify(own.body)).toBe(200)
    const path = `${at(clinic, world.people.patient.person)}/timeline`
    expect((await linesFor(world, world.people.stranger, path)).map(({ entry }) => entry)).toEqual(
      ours.entries,
    )
    const inHouse = await linesFor(
      world,
      world.people.clerk,
      `${at(house, world.people.patient.person)}/timeline`,
    )
    expect(inHouse.some(({ byPatient }) => byPatient)).toBe(false)
    expect((await mine(world)).some(({ byPatient }) => byPatient)).toBe(true)
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
