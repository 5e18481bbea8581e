import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { fromHex, toHex } from '#kernel'
import { organisations } from '#ledger/model'

import {
  answerInvitationEndpoint,
  decideOrganisationEndpoint,
  inviteEndpoint,
  meEndpoint,
  myInvitationsEndpoint,
  myOrganisationsEndpoint,
  organisationsEndpoint,
  registerOrganisationEndpoint,
  reinstateOrganisationEndpoint,
  removeStaffEndpoint,
  staffEndpoint,
  suspendOrganisationEndpoint,
  withdrawInvitationEndpoint,
} from '../model/index.ts'
import { HOSPITAL, openWorld, refusal, type Person, type World } from '../world.fixture.ts'

let world: World
let officer: Person
let head: Person
beforeAll(async () => {
  world = await openWorld('organisations')
  officer = await world.person('Officer Anita', 'anita@example.org')
  expect(await world.identity.appointOfficer('anita@example.org')).toBe('appointed')
  head = await world.person('Head of Hospital', 'head@example.org')
})
afterAll(() => world[Symbol.asyncDispose]())

const apply = (who = head) => who.call(registerOrganisationEndpoint, { body: HOSPITAL })
const approve = (organisation: string, who = officer) =>
  who.call(decideOrganisationEndpoint, { params: { organisation }, body: { decision: 'approve' } })

describe('the first officers', () => {
  it('are appointed by the operator, at once or when they prove to be meant', async () => {
    expect(await officer.call(meEndpoint)).toMatchObject({ isOfficer: true })
    expect(await world.identity.appointOfficer('98450 99999')).toBe('invited')
    const bashir = await world.person('Bashir', '98450 99999')
    const { invitations } = await bashir.call(myInvitationsEndpoint)
    expect(invitations).toMatchObject([{ kind: 'authority', roles: ['administrator'] }])
    const params = { invitation: invitations[0]?.invitation ?? '' }
    await bashir.call(answerInvitationEndpoint, { params, body: { accept: true } })
    expect(await bashir.call(meEndpoint)).toMatchObject({ isOfficer: true })
  })

  it('are never guessed among a family on one phone', async () => {
    await world.person('Twin One', '98450 88888')
    await world.person('Twin Two', '98450 88888')
    expect(await world.identity.appointOfficer('98450 88888')).toBe('invited')
  })
})

describe('an organisation', () => {
  it('is approved by the officer, final on the ledger, and whoever applied administers it', async () => {
    const { organisation } = await apply()
    expect(await head.call(myOrganisationsEndpoint)).toMatchObject({ organisations: [{ state: 'applied' }] })
    await approve(organisation)
    const onLedger = organisations.get(world.ledger.state(), fromHex(organisation))
    expect(onLedger).toMatchObject({ kind: 'hospital', state: 'active', number: null })
    expect(toHex(onLedger?.key ?? new Uint8Array(0))).toBe(
      toHex(world.ledger.signerFor(fromHex(organisation)).publicKey),
    )
    const me = await head.call(meEndpoint)
    expect(me.memberships).toMatchObject([
      { organisation, name: HOSPITAL.name, state: 'active', roles: ['administrator'] },
    ])
  })

  it('is approved once, also when two officers do it at once', async () => {
    const { organisation } = await apply()
    const answers = await Promise.allSettled([approve(organisation), approve(organisation)])
    expect(answers.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    await expect(approve(organisation)).rejects.toMatchObject(refusal('ALREADY_ANSWERED'))
  })

  it('is approved by no one else, and what does not exist by nobody', async () => {
    const { organisation } = await apply()
    await expect(approve(organisation, head)).rejects.toMatchObject(refusal('NOT_ALLOWED'))
    await expect(approve('ab'.repeat(16))).rejects.toMatchObject(refusal('NO_SUCH_ORGANISATION'))
    await expect(head.call(organisationsEndpoint)).rejects.toMatchObject(refusal('NOT_ALLOWED'))
  })

  it('is refused with a reason that whoever applied reads', async () => {
    const lab = await world.person('Lab', 'lab@example.org')
    const { organisation } = await apply(lab)
    const body = { decision: 'refuse', reason: 'The registration number is not known.' } as const
    await officer.call(decideOrganisationEndpoint, { params: { organisation }, body })
    const { organisations: mine } = await lab.call(myOrganisationsEndpoint)
    expect(mine).toMatchObject([{ state: 'refused', reason: body.reason }])
    await expect(approve(organisation)).rejects.toMatchObject(refusal('ALREADY_ANSWERED'))
    expect(organisations.get(world.ledger.state(), fromHex(organisation))).toBeUndefined()
  })

  it('is suspended at once, everywhere, and reinstated', async () => {
    const owner = await world.person('Owner', 'owner@example.org')
    const { organisation } = await apply(owner)
    const params = { organisation }
    const suspend = () =>
      officer.call(suspendOrganisationEndpoint, { params, body: { reason: 'Inspection' } })
    await expect(suspend()).rejects.toMatchObject(refusal('NOT_ACTIVE'))
    await approve(organisation)
    await suspend()
    expect(organisations.get(world.ledger.state(), fromHex(organisation))?.state).toBe('suspended')
    await expect(owner.call(staffEndpoint, { params })).rejects.toMatchObject(refusal('NOT_FOUND'))
    expect((await owner.call(meEndpoint)).memberships).toMatchObject([{ state: 'suspended' }])
    await expect(suspend()).rejects.toMatchObject(refusal('NOT_ACTIVE'))
    await officer.call(reinstateOrganisationEndpoint, { params })
    await expect(officer.call(reinstateOrganisationEndpoint, { params })).rejects.toMatchObject(
      refusal('NOT_SUSPENDED'),
    )
    expect((await owner.call(staffEndpoint, { params })).staff).toHaveLength(1)
    const { organisations: listed } = await officer.call(organisationsEndpoint, {
      query: { state: 'active' },
    })
    expect(listed.some((each) => each.organisation === organisation)).toBe(true)
  })
})

describe('staff', () => {
  let organisation: string
  beforeAll(async () => {
    organisation = (await apply()).organisation
    await approve(organisation)
  })
  const invite = (identifier: string, roles: ['nurse'] | ['practitioner'] | ['administrator'] = ['nurse']) =>
    head.call(inviteEndpoint, { params: { organisation }, body: { identifier, roles } })
  const invitationFor = async (person: Person) =>
    (await person.call(myInvitationsEndpoint)).invitations[0]?.invitation ?? ''

  it('is invited by contact or health ID, and accepts under an account of its own', async () => {
    const nurse = await world.person('Nurse Nina', '98450 10001')
    await invite(nurse.healthId)
    expect(await world.messageTo('98450 10001')).toContain(HOSPITAL.name)
    const params = { invitation: await invitationFor(nurse) }
    await nurse.call(answerInvitationEndpoint, { params, body: { accept: true } })
    const { staff } = await head.call(staffEndpoint, { params: { organisation } })
    expect(staff).toContainEqual(
      expect.objectContaining({ name: 'Nurse Nina', roles: ['nurse'], licences: [] }),
    )
    await expect(
      nurse.call(answerInvitationEndpoint, { params, body: { accept: true } }),
    ).rejects.toMatchObject(refusal('NO_SUCH_INVITATION'))
    await expect(nurse.call(staffEndpoint, { params: { organisation } })).rejects.toMatchObject(
      refusal('NOT_ALLOWED'),
    )
  })

  it('hears the same whether there is such a person, and no stranger gets a message', async () => {
    const known = await invite('98450 10001')
    const unknown = await invite('98450 10099')
    expect(Object.keys(known)).toEqual(Object.keys(unknown))
    expect(await world.messageTo('98450 10099')).toBe('')
    await expect(invite('not a contact')).rejects.toMatchObject(refusal('NOT_A_CONTACT'))
  })

  it('may refuse, and nobody answers for another', async () => {
    const [meant, other] = [
      await world.person('Meant', 'meant@example.org'),
      await world.person('Not Meant', 'notmeant@example.org'),
    ]
    await invite('meant@example.org')
    const params = { invitation: await invitationFor(meant) }
    await expect(
      other.call(answerInvitationEndpoint, { params, body: { accept: true } }),
    ).rejects.toMatchObject(refusal('NO_SUCH_INVITATION'))
    await meant.call(answerInvitationEndpoint, { params, body: { accept: false } })
    expect((await meant.call(meEndpoint)).memberships).toEqual([])
  })

  it('is not taken on by an invitation that was withdrawn', async () => {
    const late = await world.person('Late', 'late@example.org')
    const { invitation } = await invite('late@example.org')
    const listed = await head.call(staffEndpoint, { params: { organisation } })
    expect(listed.invitations.map(({ identifier }) => identifier)).toContain('late@example.org')
    const params = { organisation, invitation }
    await head.call(withdrawInvitationEndpoint, { params })
    await expect(head.call(withdrawInvitationEndpoint, { params })).rejects.toMatchObject(
      refusal('NO_SUCH_INVITATION'),
    )
    const answer = { params: { invitation }, body: { accept: true } }
    await expect(late.call(answerInvitationEndpoint, answer)).rejects.toMatchObject(
      refusal('NO_SUCH_INVITATION'),
    )
  })

  it('is removed at once; the last administrator stays', async () => {
    const gone = await world.person('Gone', 'gone@example.org')
    await invite('gone@example.org', ['administrator'])
    await gone.call(answerInvitationEndpoint, {
      params: { invitation: await invitationFor(gone) },
      body: { accept: true },
    })
    const ids = [(await gone.call(meEndpoint)).person, (await head.call(meEndpoint)).person]
    const remove = (person = '') => head.call(removeStaffEndpoint, { params: { organisation, person } })
    await remove(ids[0])
    expect(world.left).toEqual([ids[0]])
    await expect(gone.call(staffEndpoint, { params: { organisation } })).rejects.toMatchObject(
      refusal('NOT_FOUND'),
    )
    await expect(remove(ids[0])).rejects.toMatchObject(refusal('NO_SUCH_STAFF'))
    await expect(remove(ids[1])).rejects.toMatchObject(refusal('LAST_ADMINISTRATOR'))
  })

  it('of one organisation is nobody in another', async () => {
    const stranger = await world.person('Stranger', 'stranger@example.org')
    const other = (await apply(stranger)).organisation
    await approve(other)
    const params = { organisation }
    await expect(stranger.call(staffEndpoint, { params })).rejects.toMatchObject(refusal('NOT_FOUND'))
    const body = { identifier: 'stranger@example.org', roles: ['administrator'] as const }
    await expect(
      stranger.call(inviteEndpoint, { params, body: { ...body, roles: [...body.roles] } }),
    ).rejects.toMatchObject(refusal('NOT_FOUND'))
  })
})

it('nothing of it was an error of ours', () => {
  expect(world.failures).toEqual([])
})
