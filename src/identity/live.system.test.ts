import { afterAll, beforeAll, expect, it } from 'vitest'

import { SESSION_ENDED, type Actor } from '#http/model'

import { LICENCE } from '../../test/fixtures/forms.ts'
import { LICENCE_CHANGED } from './licences/projections.ts'
import {
  addScanEndpoint,
  applyEndpoint,
  decideApplicationEndpoint,
  decideOrganisationEndpoint,
  endAllSessionsEndpoint,
  identityEndpoints,
  proposeOrderEndpoint,
  registerOrganisationEndpoint,
} from './model/index.ts'
import { ORGANISATION_CHANGED } from './organisations/projections.ts'
import { HOSPITAL, openWorld, type Person, type World } from './world.fixture.ts'

const CLAIM = { ...LICENCE, number: 'KMC 5' } as const

let world: World
beforeAll(async () => {
  world = await openWorld('live')
})
afterAll(() => world[Symbol.asyncDispose]())

it('every endpoint is served', () => {
  const served = new Set(world.identity.routes.map(({ endpoint }) => endpoint.name))
  expect(identityEndpoints.filter(({ name }) => !served.has(name))).toEqual([])
})

it('an open page is told at once that its licence was stopped, and that it is signed out', async () => {
  const officer = await world.person('Officer', 'officer@example.org')
  await world.identity.appointOfficer('officer@example.org')
  const doctor = await world.person('Doctor', 'doctor@example.org')
  const practitioner = await license(doctor, officer)
  const actor = await actorOf(doctor)
  expect(actor.practitioner).toEqual({ id: practitioner, organisations: [] })
  const pages = world.live.subscribe(actor, AbortSignal.timeout(20_000))[Symbol.asyncIterator]()

  const order = { issuer: 'Karnataka Medical Council', number: '7', date: '2026-03-01', text: '' }
  await officer.call(proposeOrderEndpoint, { params: { practitioner }, body: { kind: 'hold', order } })
  expect((await pages.next()).value).toEqual({ kind: LICENCE_CHANGED, id: practitioner })
  expect((await actorOf(doctor)).practitioner).toBeNull()

  await doctor.call(endAllSessionsEndpoint)
  expect((await pages.next()).value).toMatchObject({ kind: SESSION_ENDED })
  expect((await pages.next()).done).toBe(true)
})

it('an open page is told at once what became of what its person applied for', async () => {
  const officer = await world.person('Second officer', 'second@example.org')
  await world.identity.appointOfficer('second@example.org')
  const applicant = await world.person('Applicant', 'applicant@example.org')
  const news = world.live.subscribe(await actorOf(applicant), AbortSignal.timeout(20_000))
  const pages = news[Symbol.asyncIterator]()
  for (const body of [{ decision: 'approve' }, { decision: 'refuse', reason: 'No such house' }] as const) {
    const { organisation } = await applicant.call(registerOrganisationEndpoint, { body: HOSPITAL })
    await officer.call(decideOrganisationEndpoint, { params: { organisation }, body })
    expect((await pages.next()).value).toEqual({ kind: ORGANISATION_CHANGED, id: organisation })
  }
  const { application } = await applicant.call(applyEndpoint, { body: CLAIM })
  await applicant.call(addScanEndpoint, { params: { application }, body: Buffer.from('%PDF-1.7') })
  const decision = { decision: 'refuse', reason: 'The scan cannot be read' } as const
  await officer.call(decideApplicationEndpoint, { params: { application }, body: decision })
  expect((await pages.next()).value).toMatchObject({ kind: LICENCE_CHANGED })
})

async function license(doctor: Person, officer: Person): Promise<string> {
  const { application } = await doctor.call(applyEndpoint, { body: CLAIM })
  await doctor.call(addScanEndpoint, { params: { application }, body: Buffer.from('%PDF-1.7') })
  const decision = { params: { application }, body: { decision: 'approve' } } as const
  return (await officer.call(decideApplicationEndpoint, decision)).practitioner ?? ''
}

async function actorOf(person: Person): Promise<Actor> {
  const cookie = [...person.cookies].map((pair) => pair.join('=')).join('; ')
  const { authenticator } = world.identity
  const token = await authenticator.sessionTokenOf(
    new Request('http://localhost:8080', { headers: { cookie } }),
  )
  const actor = token && (await authenticator.actorOf(token))
  if (!actor) throw new Error('nobody is signed in')
  return actor
}
