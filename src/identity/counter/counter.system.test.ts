import jsQr from 'jsqr'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { DAY, MINUTE, fromHex } from '#kernel'

import {
  answerInvitationEndpoint,
  beginRegistrationEndpoint,
  closeTokenEndpoint,
  confirmRegistrationEndpoint,
  counterEndpoint,
  decideOrganisationEndpoint,
  giveTokenEndpoint,
  inviteEndpoint,
  meEndpoint,
  myInvitationsEndpoint,
  myRegistrationsEndpoint,
  newHealthId,
  patientPhotoEndpoint,
  posterEndpoint,
  queueEndpoint,
  registerEndpoint,
  registerOrganisationEndpoint,
  setPhotoEndpoint,
  suspendOrganisationEndpoint,
} from '../model/index.ts'
import { HOSPITAL, PUBLIC_URL, openWorld, refusal, type Person, type World } from '../world.fixture.ts'

let world: World
let officer: Person
let head: Person
let clerk: Person
let organisation: string
let code: string

beforeAll(async () => {
  world = await openWorld('counter')
  officer = await world.person('Officer', 'officer@example.org')
  await world.identity.appointOfficer('officer@example.org')
  head = await world.person('Head', 'head@example.org')
  organisation = await newHospital(head)
  clerk = await world.person('Clerk', 'clerk@example.org')
  await head.call(inviteEndpoint, {
    params: { organisation },
    body: { identifier: clerk.healthId, roles: ['records-clerk'] },
  })
  const [invitation] = (await clerk.call(myInvitationsEndpoint)).invitations
  const params = { invitation: invitation?.invitation ?? '' }
  await clerk.call(answerInvitationEndpoint, { params, body: { accept: true } })
  code = await codeOnPoster(clerk, organisation)
})
afterAll(() => world[Symbol.asyncDispose]())

async function newHospital(who: Person): Promise<string> {
  const { organisation } = await who.call(registerOrganisationEndpoint, { body: HOSPITAL })
  await officer.call(decideOrganisationEndpoint, { params: { organisation }, body: { decision: 'approve' } })
  return organisation
}

async function codeOnPoster(who: Person, organisation: string): Promise<string> {
  const { bytes, type } = await who.bytes(posterEndpoint, { params: { organisation } })
  expect(type).toBe('image/png')
  const { data, info } = await sharp(bytes).ensureAlpha().raw().toBuffer({ resolveWithObject: true })
  const url = jsQr(new Uint8ClampedArray(data), info.width, info.height)?.data ?? ''
  expect(url).toMatch(new RegExp(`^${PUBLIC_URL}/register/[0-9A-Z]{10}$`))
  return url.slice(-10)
}

const queue = async () => (await clerk.call(queueEndpoint, { params: { organisation } })).tokens
const begin = (healthId: string, who = clerk) =>
  who.call(beginRegistrationEndpoint, { params: { organisation }, body: { healthId } })
const confirm = (request: string, given: string) =>
  clerk.call(confirmRegistrationEndpoint, { params: { organisation }, body: { request, code: given } })
const requestFor = async (healthId: string) => {
  const begun = await begin(healthId)
  if (begun.state !== 'sent') throw new Error('no code was sent')
  return begun.request
}
const idOf = async (person: Person) => (await person.call(meEndpoint)).person

describe('a patient who scans the counter’s QR', () => {
  it('finds the code of the poster in letters, where the staff can read it out', async () => {
    const { memberships } = await clerk.call(meEndpoint)
    expect(memberships).toMatchObject([{ organisation, counter: code }])
  })

  it('sees whose counter it is, is registered there, and gets a token', async () => {
    expect(await world.browser().call(counterEndpoint, { params: { code } })).toMatchObject({
      organisation,
      name: HOSPITAL.name,
    })
    const lata = await world.person('Lata', 'lata@example.org')
    const { token } = await lata.call(registerEndpoint, { body: { code } })
    expect(token).toMatchObject({ number: 1, state: 'waiting' })
    expect(await world.identity.registrations.isRegistered(fromHex(organisation), await idOf(lata))).toBe(
      true,
    )
    expect(await lata.call(myRegistrationsEndpoint)).toMatchObject({
      registrations: [{ organisation, token: { number: 1 } }],
    })
    expect(await queue()).toMatchObject([
      { number: 1, patient: { name: 'Lata', healthId: lata.healthId, sex: 'female' } },
    ])
  })

  it('keeps the token when scanning again, also twice at once', async () => {
    const mohan = await world.person('Mohan', 'mohan@example.org')
    const scan = () => mohan.call(registerEndpoint, { body: { code } })
    const tokens = await Promise.all([scan(), scan(), scan()])
    expect(new Set(tokens.map(({ token }) => token.token)).size).toBe(1)
  })

  it('finds nothing behind a code that is nobody’s, or of a house that is suspended', async () => {
    const owner = await world.person('Owner', 'owner@example.org')
    const other = await newHospital(owner)
    const closed = await codeOnPoster(owner, other)
    await officer.call(suspendOrganisationEndpoint, {
      params: { organisation: other },
      body: { reason: 'Inspection' },
    })
    const patient = await world.person('Pat', 'pat@example.org')
    for (const no of [closed, '0000000000'])
      await expect(patient.call(registerEndpoint, { body: { code: no } })).rejects.toMatchObject(
        refusal('NO_SUCH_COUNTER'),
      )
    await expect(world.browser().call(registerEndpoint, { body: { code } })).rejects.toMatchObject(
      refusal('SIGN_IN_FIRST'),
    )
  })
})

describe('a clerk who is given a health ID', () => {
  it('registers the patient with the code that the patient tells', async () => {
    const nanda = await world.person('Nanda', '98450 20001')
    const request = await requestFor(nanda.healthId)
    expect(await world.messageTo('98450 20001')).toContain(HOSPITAL.name)
    const given = await world.codeFor('98450 20001')
    await expect(confirm(request, given === '111111' ? '222222' : '111111')).rejects.toMatchObject(
      refusal('CODE_REFUSED'),
    )
    const { patient, token } = await confirm(request, given)
    expect(patient).toMatchObject({ name: 'Nanda', birthDate: '1980-06-01' })
    expect(token.number).toBeGreaterThan(1)
    await expect(confirm(request, given)).rejects.toMatchObject(refusal('CODE_REFUSED'))
  })

  it('sees a patient of the house at once, and gives a token', async () => {
    const [first] = await queue()
    const begun = await begin(first?.patient.healthId ?? '')
    expect(begun).toMatchObject({ state: 'registered', patient: { name: 'Lata' } })
    const person = first?.patient.person ?? ''
    const give = () => clerk.call(giveTokenEndpoint, { params: { organisation }, body: { person } })
    expect((await give()).token.token).toBe(first?.token)
    await clerk.call(closeTokenEndpoint, { params: { organisation, token: first?.token ?? '' } })
    const next = (await give()).token
    expect(next.number).toBeGreaterThan(first?.number ?? 0)
  })

  it('learns nothing of an ID that is nobody’s', async () => {
    const request = await requestFor(newHealthId(1000, 999_999_999))
    await expect(confirm(request, '123456')).rejects.toMatchObject(refusal('CODE_REFUSED'))
    await expect(begin('10001234567890')).rejects.toMatchObject(refusal('NOT_A_HEALTH_ID'))
  })

  it('finds a patient of the house without asking anybody, and tells nobody else from nobody', async () => {
    const find = (healthId: string) =>
      clerk.call(beginRegistrationEndpoint, { params: { organisation }, body: { healthId, ask: false } })
    const stranger = await world.person('Stranger', '98450 20009')
    expect(await find(stranger.healthId)).toEqual({ state: 'not-here' })
    expect(await find(newHealthId(1000, 777_777_777))).toEqual({ state: 'not-here' })
    const [first] = await queue()
    expect(await find(first?.patient.healthId ?? '')).toMatchObject({ state: 'registered' })
    for (let asked = 0; asked < 6; asked++) await requestFor(stranger.healthId)
  })

  it('gets the same refusal for too many codes, whoever it is', async () => {
    const known = await world.person('Oft Asked', '98450 20002')
    for (const healthId of [known.healthId, newHealthId(1000, 888_888_888)]) {
      for (let asked = 0; asked < 6; asked++) await requestFor(healthId)
      await expect(begin(healthId)).rejects.toMatchObject(refusal('TOO_MANY_CODES'))
    }
  })

  it('cannot use a code for another house, or after five minutes', async () => {
    const pushpa = await world.person('Pushpa', '98450 20003')
    const request = await requestFor(pushpa.healthId)
    const given = await world.codeFor('98450 20003')
    const elsewhere = await newHospital(head)
    const there = { params: { organisation: elsewhere }, body: { request, code: given } }
    await expect(head.call(confirmRegistrationEndpoint, there)).rejects.toMatchObject(refusal('CODE_REFUSED'))
    world.clock.advance(6 * MINUTE)
    await expect(confirm(request, given)).rejects.toMatchObject(refusal('CODE_REFUSED'))
  })
})

describe('the queue', () => {
  it('is closed token by token, by the house’s own staff', async () => {
    const waiting = (await queue()).find(({ state }) => state === 'waiting')
    const params = { organisation, token: waiting?.token ?? '' }
    await expect(officer.call(closeTokenEndpoint, { params })).rejects.toMatchObject(refusal('NOT_FOUND'))
    await clerk.call(closeTokenEndpoint, { params })
    await expect(clerk.call(closeTokenEndpoint, { params })).rejects.toMatchObject(refusal('NO_SUCH_TOKEN'))
    expect((await queue()).find(({ token }) => token === waiting?.token)?.state).toBe('closed')
  })

  it('gives no token to who is not registered', async () => {
    const body = { person: await idOf(officer) }
    await expect(clerk.call(giveTokenEndpoint, { params: { organisation }, body })).rejects.toMatchObject(
      refusal('NO_SUCH_PATIENT'),
    )
  })

  it('names a patient to a doctor by today’s number only in the own house', async () => {
    const [first] = await queue()
    const named = { by: 'token', value: `Token ${first?.number}` } as const
    expect(await world.identity.known.meant(named, fromHex(organisation))).toEqual([first?.patient.person])
    expect(await world.identity.known.meant(named, world.authority)).toEqual([])
    expect(await world.identity.known.meant({ by: 'token', value: 'x' }, fromHex(organisation))).toEqual([])
  })

  it('shows the face of its patients to its staff', async () => {
    const [first] = await queue()
    const params = { organisation, person: first?.patient.person ?? '' }
    await expect(clerk.bytes(patientPhotoEndpoint, { params })).rejects.toMatchObject(
      refusal('NO_SUCH_PHOTO'),
    )
    const stranger = { organisation, person: await idOf(officer) }
    await expect(clerk.bytes(patientPhotoEndpoint, { params: stranger })).rejects.toMatchObject(
      refusal('NO_SUCH_PATIENT'),
    )
    const roopa = await world.person('Roopa', 'roopa@example.org')
    const picture = sharp({ create: { width: 90, height: 60, channels: 3, background: 'teal' } })
    await roopa.call(setPhotoEndpoint, {
      body: await picture
        .withExif({ IFD0: { Make: 'Camera of Roopa' } })
        .jpeg()
        .toBuffer(),
    })
    await roopa.call(registerEndpoint, { body: { code } })
    const shown = await clerk.bytes(patientPhotoEndpoint, {
      params: { organisation, person: await idOf(roopa) },
    })
    expect(await sharp(shown.bytes).metadata()).toMatchObject({ width: 512, height: 512, format: 'jpeg' })
    expect(Buffer.from(shown.bytes).includes('Camera of Roopa')).toBe(false)
    await expect(
      roopa.call(setPhotoEndpoint, { body: Buffer.from([0xff, 0xd8, 0xff, 0]) }),
    ).rejects.toMatchObject(refusal('NOT_A_PICTURE'))
  })

  it('begins at one again the next day', async () => {
    world.clock.advance(DAY)
    expect(await queue()).toEqual([])
    const silent = await world.person('Early Bird', 'early@example.org')
    expect((await silent.call(registerEndpoint, { body: { code } })).token.number).toBe(1)
  })
})

describe('whom a doctor may mean', () => {
  it('is nobody, one person, or a family', async () => {
    const phone = '98450 30001'
    const family = [await world.person('Ajji', phone), await world.person('Thatha', phone)]
    const meant = (by: 'contact' | 'health-id', value: string) =>
      world.identity.known.meant({ by, value }, fromHex(organisation))
    expect(await meant('contact', phone)).toHaveLength(2)
    expect(await meant('health-id', family[0]?.healthId ?? '')).toHaveLength(1)
    expect(await meant('contact', 'nonsense')).toEqual([])
    expect(await meant('health-id', '1234')).toEqual([])
  })
})

it('nothing of it was an error of ours', () => {
  expect(world.failures).toEqual([])
})
