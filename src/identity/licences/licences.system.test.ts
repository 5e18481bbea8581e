import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { HOUR, MINUTE, fromHex, toInstant } from '#kernel'

import { LICENCE, PIXEL } from '../../../test/fixtures/forms.ts'
import {
  addScanEndpoint,
  applicationsEndpoint,
  applyEndpoint,
  confirmOrderEndpoint,
  decideApplicationEndpoint,
  licenceAt,
  licencesEndpoint,
  meEndpoint,
  myLicencesEndpoint,
  ordersEndpoint,
  proposeOrderEndpoint,
  publicLicenceEndpoint,
  scanEndpoint,
  withdrawOrderEndpoint,
  type LicenceClaim,
} from '../model/index.ts'
import { openWorld, refusal, type Person, type World } from '../world.fixture.ts'

const CLAIM: LicenceClaim = { ...LICENCE, number: 'KMC 12345' }
const ORDER = {
  issuer: 'Karnataka Medical Council',
  number: 'KMC/ENQ/7',
  date: '2026-03-01',
  text: 'Pending enquiry.',
}

let world: World
let anita: Person
let bashir: Person
beforeAll(async () => {
  world = await openWorld('licences')
  anita = await world.person('Officer Anita', 'anita@example.org')
  bashir = await world.person('Officer Bashir', 'bashir@example.org')
  for (const contact of ['anita@example.org', 'bashir@example.org'])
    await world.identity.appointOfficer(contact)
})
afterAll(() => world[Symbol.asyncDispose]())

async function apply(person: Person, claim: Partial<LicenceClaim> = {}): Promise<string> {
  const { application } = await person.call(applyEndpoint, { body: { ...CLAIM, ...claim } })
  await person.call(addScanEndpoint, { params: { application }, body: PIXEL })
  return application
}

async function approve(application: string, officer = anita): Promise<string> {
  const body = { decision: 'approve' } as const
  const { practitioner } = await officer.call(decideApplicationEndpoint, { params: { application }, body })
  return practitioner ?? ''
}

let doctors = 0
async function doctor(): Promise<{ readonly person: Person; readonly practitioner: string }> {
  const person = await world.person(`Doctor ${++doctors}`, `doctor${doctors}@example.org`)
  return { person, practitioner: await approve(await apply(person, { number: `KMC 9000${doctors}` })) }
}

const propose = (practitioner: string, kind: 'hold' | 'suspend' | 'reinstate', officer = anita) =>
  officer.call(proposeOrderEndpoint, { params: { practitioner }, body: { kind, order: ORDER } })
const confirm = (order: string, officer = bashir) => officer.call(confirmOrderEndpoint, { params: { order } })
const stateOf = async (practitioner: string) => {
  const licence = await world.browser().call(publicLicenceEndpoint, { params: { practitioner } })
  const onLedger = licenceAt(world.ledger.state(), fromHex(practitioner), toInstant(world.clock.now()))
  expect(licence.state).toBe(onLedger)
  return licence
}
const practises = async (person: Person) => {
  const token = [...person.cookies.values()].map(decodeURIComponent).join('')
  const request = new Request('http://localhost:8080', {
    headers: { cookie: [...person.cookies].map((pair) => pair.join('=')).join('; ') },
  })
  expect(token).not.toBe('')
  const session = await world.identity.authenticator.sessionTokenOf(request)
  return session ? (await world.identity.authenticator.actorOf(session))?.practitioner?.id : undefined
}

describe('becoming a practitioner', () => {
  it('takes an application with a scan, an officer’s look, and a place on the ledger', async () => {
    const person = await world.person('Dr. Suma Hegde', 'suma@example.org')
    const { application } = await person.call(applyEndpoint, { body: CLAIM })
    expect((await anita.call(applicationsEndpoint)).applications).toEqual([])
    await expect(approve(application)).rejects.toMatchObject(refusal('NO_SUCH_APPLICATION'))
    await person.call(addScanEndpoint, { params: { application }, body: PIXEL })
    const { applications } = await anita.call(applicationsEndpoint)
    expect(applications).toMatchObject([
      { name: 'Dr. Suma Hegde', number: 'KMC 12345', registeredIn: 'Karnataka', licences: [] },
    ])
    const scan = await anita.bytes(scanEndpoint, { params: { application } })
    expect(scan.type).toBe('image/png')
    expect(Buffer.from(scan.bytes).equals(PIXEL)).toBe(true)
    const practitioner = await approve(application)
    expect((await person.call(meEndpoint)).licences).toMatchObject([
      { practitioner, system: 'modern', state: 'active' },
    ])
    expect(await stateOf(practitioner)).toMatchObject({
      name: 'Dr. Suma Hegde',
      council: CLAIM.council,
      number: CLAIM.number,
      state: 'active',
    })
    expect(await practises(person)).toBe(practitioner)
    expect(await person.call(myLicencesEndpoint)).toMatchObject({ applications: [{ state: 'approved' }] })
  })

  it('does not take a scan that is no picture, another’s scan, or a second application', async () => {
    const [one, other] = [
      await world.person('One', 'one@example.org'),
      await world.person('Other', 'other@example.org'),
    ]
    const { application } = await one.call(applyEndpoint, { body: CLAIM })
    const params = { application }
    await expect(
      one.call(addScanEndpoint, { params, body: Buffer.from('<svg onload="x()">') }),
    ).rejects.toMatchObject(refusal('NOT_A_PICTURE'))
    await expect(other.call(addScanEndpoint, { params, body: PIXEL })).rejects.toMatchObject(
      refusal('NO_SUCH_APPLICATION'),
    )
    await one.call(addScanEndpoint, { params, body: PIXEL })
    await expect(one.call(applyEndpoint, { body: CLAIM })).rejects.toMatchObject(refusal('ALREADY_APPLIED'))
    await expect(one.call(addScanEndpoint, { params, body: PIXEL })).rejects.toMatchObject(
      refusal('NO_SUCH_APPLICATION'),
    )
    await expect(
      one.call(applyEndpoint, { body: { ...CLAIM, validUntil: '2020-01-01', system: 'dental' } }),
    ).rejects.toMatchObject(refusal('ALREADY_EXPIRED'))
  })

  it('is refused for a number that is another’s, however it is written, and with a reason', async () => {
    const thief = await world.person('Thief', 'thief@example.org')
    const application = await apply(thief, { number: 'kmc-12345', council: 'K.M.C.' })
    await expect(approve(application)).rejects.toMatchObject(refusal('NUMBER_TAKEN'))
    const body = { decision: 'refuse', reason: 'This number is registered to another person.' } as const
    await anita.call(decideApplicationEndpoint, { params: { application }, body })
    expect((await thief.call(myLicencesEndpoint)).applications).toMatchObject([
      { state: 'refused', reason: body.reason },
    ])
    await expect(approve(application)).rejects.toMatchObject(refusal('ALREADY_ANSWERED'))
    const elsewhere = await apply(thief, { registeredIn: 'Kerala' })
    expect(await approve(elsewhere)).toMatch(/^[0-9a-f]{32}$/)
  })

  it('is decided by no officer on themselves, and by nobody who is none', async () => {
    const own = await apply(anita, { number: 'KMC 777', system: 'dental' })
    await expect(approve(own)).rejects.toMatchObject(refusal('OWN_LICENCE'))
    const { person } = await doctor()
    await expect(approve(own, person)).rejects.toMatchObject(refusal('NOT_ALLOWED'))
    expect(await approve(own, bashir)).toMatch(/^[0-9a-f]{32}$/)
  })

  it('once more renews the same ID for longer, and no other', async () => {
    const { person, practitioner } = await doctor()
    const number = `KMC 9000${doctors}`
    const early = await apply(person, { number })
    await expect(approve(early)).rejects.toMatchObject(refusal('RENEWAL_TOO_EARLY'))
    const body = { decision: 'refuse', reason: 'Valid as long already.' } as const
    await anita.call(decideApplicationEndpoint, { params: { application: early }, body })
    expect(await approve(await apply(person, { number, validUntil: '2045-12-31' }))).toBe(practitioner)
    expect((await person.call(myLicencesEndpoint)).licences).toHaveLength(1)
    expect((await stateOf(practitioner)).validUntil).toBe(Date.parse('2046-01-01T00:00:00+05:30'))
  })
})

describe('a suspension', () => {
  it('is proposed by one officer and takes effect when a second confirms it, with its order and date', async () => {
    const { person, practitioner } = await doctor()
    const { order, state } = await propose(practitioner, 'suspend')
    expect(state).toBe('proposed')
    expect(await practises(person)).toBe(practitioner)
    await expect(confirm(order, anita)).rejects.toMatchObject(refusal('SAME_OFFICER'))
    await confirm(order)
    expect(await practises(person)).toBeUndefined()
    const licence = await stateOf(practitioner)
    expect(licence).toMatchObject({
      state: 'suspended',
      stoppedUntil: null,
      order: { issuer: ORDER.issuer, number: ORDER.number },
    })
    expect(JSON.stringify(licence)).not.toContain(ORDER.text)
    expect(licence.stoppedAt).toBeGreaterThan(0)
    expect(await person.call(meEndpoint)).toMatchObject({ name: `Doctor ${doctors}` })
    await expect(confirm(order)).rejects.toMatchObject(refusal('ALREADY_ANSWERED'))
    await expect(propose(practitioner, 'suspend')).rejects.toMatchObject(refusal('ALREADY_SUSPENDED'))
    await expect(person.call(applyEndpoint, { body: CLAIM })).rejects.toMatchObject(
      refusal('LICENCE_NOT_ACTIVE'),
    )
  })

  it('ends by two officers again', async () => {
    const { person, practitioner } = await doctor()
    await confirm((await propose(practitioner, 'suspend')).order)
    const { order, state } = await propose(practitioner, 'reinstate', bashir)
    expect(state).toBe('proposed')
    expect((await stateOf(practitioner)).state).toBe('suspended')
    await confirm(order, anita)
    expect(await stateOf(practitioner)).toMatchObject({ state: 'active', stoppedAt: null, order: null })
    expect(await practises(person)).toBe(practitioner)
    await expect(propose(practitioner, 'reinstate')).rejects.toMatchObject(refusal('NOT_SUSPENDED'))
  })

  it('is confirmed once, also when two do it at once', async () => {
    const third = await world.person('Officer Three', 'three@example.org')
    await world.identity.appointOfficer('three@example.org')
    const { practitioner } = await doctor()
    const { order } = await propose(practitioner, 'suspend')
    const answers = await Promise.allSettled([confirm(order, bashir), confirm(order, third)])
    expect(answers.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    expect((await stateOf(practitioner)).state).toBe('suspended')
  })

  it('that nobody confirmed can be withdrawn, and then no longer confirmed', async () => {
    const { practitioner } = await doctor()
    const { order } = await propose(practitioner, 'suspend')
    expect((await bashir.call(ordersEndpoint)).orders[0]).toMatchObject({
      order,
      mayConfirm: true,
      rests: ORDER,
      proposedBy: 'Officer Anita',
    })
    expect((await anita.call(ordersEndpoint)).orders[0]).toMatchObject({ order, mayConfirm: false })
    await anita.call(withdrawOrderEndpoint, { params: { order } })
    await expect(confirm(order)).rejects.toMatchObject(refusal('ALREADY_ANSWERED'))
    const params = { order: '00000000-0000-4000-8000-000000000000' }
    await expect(anita.call(withdrawOrderEndpoint, { params })).rejects.toMatchObject(
      refusal('NO_SUCH_ORDER'),
    )
    expect((await stateOf(practitioner)).state).toBe('active')
  })

  it('is no officer’s to order on themselves', async () => {
    const practitioner = await approve(await apply(bashir, { number: 'KMC 888' }))
    await expect(propose(practitioner, 'hold', bashir)).rejects.toMatchObject(refusal('OWN_LICENCE'))
    const { order } = await propose(practitioner, 'suspend', anita)
    await expect(confirm(order, bashir)).rejects.toMatchObject(refusal('OWN_LICENCE'))
    await expect(propose('ab'.repeat(16), 'hold')).rejects.toMatchObject(refusal('NO_SUCH_LICENCE'))
  })
})

describe('an urgent hold', () => {
  it('stops a licence at once, can be lifted, and not repeated by the same officer', async () => {
    const { person, practitioner } = await doctor()
    expect((await propose(practitioner, 'hold')).state).toBe('final')
    expect(await practises(person)).toBeUndefined()
    const held = await stateOf(practitioner)
    expect(held.state).toBe('held')
    expect((held.stoppedUntil ?? 0) - (held.stoppedAt ?? 0)).toBe(72 * HOUR)
    await expect(propose(practitioner, 'hold', bashir)).rejects.toMatchObject(refusal('ALREADY_SUSPENDED'))
    expect((await propose(practitioner, 'reinstate', bashir)).state).toBe('final')
    expect((await stateOf(practitioner)).state).toBe('active')
    await expect(propose(practitioner, 'hold')).rejects.toMatchObject(refusal('HOLD_USED'))
    const { orders } = await anita.call(ordersEndpoint)
    expect(orders.filter((each) => each.practitioner === practitioner && each.state === 'proposed')).toEqual(
      [],
    )
  })

  it('becomes a suspension when a second officer confirms one', async () => {
    const { practitioner } = await doctor()
    await propose(practitioner, 'hold')
    await confirm((await propose(practitioner, 'suspend')).order)
    expect((await stateOf(practitioner)).state).toBe('suspended')
  })
})

describe('the register', () => {
  it('is searched by the officer by ID and by number', async () => {
    const { practitioner } = await doctor()
    const find = async (text: string) =>
      (await anita.call(licencesEndpoint, { query: { find: text } })).licences
    expect(await find(practitioner)).toMatchObject([{ practitioner }])
    expect(await find(`kmc9000${doctors}`)).toMatchObject([{ practitioner }])
    expect(await find('KMC 000')).toEqual([])
    expect((await anita.call(licencesEndpoint)).licences.length).toBeGreaterThan(5)
  })

  it('has no entry for an ID that nobody has', async () => {
    const params = { practitioner: 'ab'.repeat(16) }
    await expect(world.browser().call(publicLicenceEndpoint, { params })).rejects.toMatchObject(
      refusal('NO_SUCH_LICENCE'),
    )
  })
})

it('a hold lapses by itself after 72 hours', async () => {
  const { practitioner } = await doctor()
  await propose(practitioner, 'hold')
  world.clock.advance(72 * HOUR - MINUTE)
  expect((await stateOf(practitioner)).state).toBe('held')
  world.clock.advance(2 * MINUTE)
  expect((await stateOf(practitioner)).state).toBe('active')
})

it('nothing of it was an error of ours', () => {
  expect(world.failures).toEqual([])
})
