import { randomUUID } from 'node:crypto'

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'

import { add, added, bundle, FHIR, mine, observation, send } from '../../test/fixtures/records-calls.ts'
import { at, clinic, openWorld, type World } from '../../test/fixtures/records-world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world[Symbol.asyncDispose]())

const encounter = {
  resourceType: 'Encounter',
  status: 'finished',
  class: { system: 'http://terminology.hl7.org/CodeSystem/v3-ActCode', code: 'AMB' },
  period: { start: '2024-03-01' },
}

const outcome = z.object({
  resourceType: z.literal('OperationOutcome'),
  issue: z.array(
    z.object({ expression: z.array(z.string()).optional(), details: z.object({ text: z.string() }) }),
  ),
})

describe('FHIR that staff add', () => {
  it('is read back byte for byte by its patient, and stands on the ledger under a proof', async () => {
    const text =
      '{ "resourceType":"Observation","status":"final","code":{"text":"Hb"},"valueQuantity":{"value":1.50} }'
    const answer = await send(world, text)
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
    const first = await add(world, bundle(one, one, observation('Urea')))
    expect(first).toMatchObject({ added: 2, duplicates: 1, byKind: { result: 2 } })
    expect(await add(world, bundle(one))).toMatchObject({ added: 0, duplicates: 1, byKind: {} })
    const both = await Promise.all([add(world, observation('Race')), add(world, bundle(one))])
    expect(both.map(({ added }) => added)).toEqual([1, 0])
  })

  it('comes once from two who bring the same at once', async () => {
    const one = observation('Sodium')
    const results = await Promise.all([add(world, one), add(world, one), add(world, one)])
    expect(results.reduce((sum, { added }) => sum + added, 0)).toBe(1)
  })

  it('stops whole where one resource is not well formed, named by its path', async () => {
    const before = (await mine(world)).length
    const bad = { ...observation('Potassium'), status: 'nonsense' }
    const body = JSON.stringify(bundle(observation('Calcium'), bad))
    const answer = await send(world, body)
    expect(answer.status).toBe(422)
    const [issue] = outcome.parse(answer.body).issue
    expect(issue?.expression).toEqual(['Bundle.entry[1].resource.ofType(Observation).status'])
    const alone = outcome.parse((await send(world, JSON.stringify(bad))).body)
    expect(alone.issue.map(({ expression }) => expression)).toEqual([['Observation.status']])
    expect(await mine(world)).toHaveLength(before)
  })

  it('stops whole where something was seen on a day that has not come; what is planned may lie ahead', async () => {
    const before = (await mine(world)).length
    const ahead = { ...observation('Magnesium'), effectiveDateTime: '2931-01-01' }
    const answer = await send(world, JSON.stringify(bundle(observation('Phosphate'), ahead)))
    expect(answer.status).toBe(422)
    const [issue] = outcome.parse(answer.body).issue
    expect(issue?.expression).toEqual(['Bundle.entry[1].resource.ofType(Observation)'])
    expect(await mine(world)).toHaveLength(before)
    const planned = {
      ...{ resourceType: 'Appointment', status: 'booked', start: '2931-01-01T10:00:00Z' },
      participant: [{ status: 'accepted', actor: { display: 'Asha' } }],
    }
    expect((await send(world, JSON.stringify(planned))).status).toBe(200)
  })

  it('stops whole where something was seen before the patient was born, save what a pregnancy leaves', async () => {
    const before = (await mine(world)).length
    const early = { ...observation('Bilirubin', '1932-05-06') }
    const answer = await send(world, JSON.stringify(bundle(observation('Albumin'), early)))
    expect(answer.status).toBe(422)
    const [issue] = outcome.parse(answer.body).issue
    expect(issue?.expression).toEqual(['Bundle.entry[1].resource.ofType(Observation)'])
    expect(issue?.details.text).toContain('earlier than any record of the pregnancy')
    expect(JSON.stringify(answer.body)).not.toContain('1970')
    expect(await mine(world)).toHaveLength(before)
    expect(await add(world, observation('Scan of the pregnancy', '1969-06-20'))).toMatchObject({ added: 1 })
  })

  it('warns of URNs that nothing in it answers, refuses nothing for them, and keeps them as they are', async () => {
    const reference = 'urn:uuid:5f4f9a0e-7a39-4f5e-9f8e-0c5f4f2a1a99'
    const lost = observation('Uric acid', '2024-03-01', {
      subject: { reference },
      performer: [{ reference }],
    })
    const answer = await add(world, bundle(observation('Chloride'), lost))
    expect(answer).toMatchObject({
      added: 2,
      unanswered: {
        count: 2,
        first: ['subject', 'performer[0]'].map(
          (element) => `Bundle.entry[1].resource.ofType(Observation).${element}`,
        ),
      },
    })
    const read = await world.json(world.people.patient, `/api/me/chart/entries/${answer.entries[1]}`)
    expect(read.body).toMatchObject({ source: JSON.stringify(lost), links: [] })
    const alone = await add(world, observation('Globulin', '2024-03-01', { subject: { reference } }))
    expect(alone.unanswered).toEqual({ count: 1, first: ['Observation.subject'] })
  })

  it('warns of no reference that is answered, by URN, by condition or within, nor of an address elsewhere', async () => {
    const visit = { fullUrl: `urn:uuid:${randomUUID()}`, resource: encounter }
    const measured = observation('Amylase', '2024-03-01', {
      encounter: { reference: visit.fullUrl },
      subject: { reference: 'https://elsewhere.example/fhir/Patient/1' },
      specimen: { reference: '#s' },
      contained: [{ resourceType: 'Specimen', id: 's' }],
    })
    const entry = [visit, { fullUrl: `urn:uuid:${randomUUID()}`, resource: measured }]
    const answer = await add(world, { resourceType: 'Bundle', type: 'collection', entry })
    expect(answer).toMatchObject({ added: 2, unanswered: { count: 0, first: [] } })
  })

  it('stops where the name, age or sex is another’s, and quotes none of it', async () => {
    const before = (await mine(world)).length
    const stranger = {
      resourceType: 'Patient',
      name: [{ family: 'Kulkarni', given: ['Vinayak'] }],
      gender: 'male',
      birthDate: '2001-02-03',
    }
    const body = JSON.stringify(bundle(stranger, observation('Lipase')))
    const answer = await send(world, body)
    expect(answer.status).toBe(409)
    const { issue } = outcome.parse(answer.body)
    expect(issue.map(({ expression }) => expression)).toEqual([
      ['Patient.name'],
      ['Patient.birthDate'],
      ['Patient.gender'],
    ])
    expect(JSON.stringify(answer.body)).not.toMatch(/Kulkarni|Vinayak|2001/)
    expect(await mine(world)).toHaveLength(before)
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
    await add(world, once)
    await add(world, once)
    const [count] = await world.database.rows<{ readonly n: number }>({
      text: 'select count(*)::int4 as n from records.directory',
    })
    expect(count?.n).toBe(1)
    const reference = `Organization?identifier=${encodeURIComponent(`${system}|L 7`)}`
    const { entries } = await add(world, observation('TSH', '2024-04-01', { performer: [{ reference }] }))
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
