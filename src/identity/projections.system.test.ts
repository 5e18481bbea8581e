import { afterAll, beforeAll, expect, it } from 'vitest'

import type { EventHub } from '#http'
import { fromUtf8, toInstant } from '#kernel'
import type { Projection } from '#ledger'
import { readEnvelope } from '#ledger/model'

import { LICENCE } from '../../test/fixtures/forms.ts'
import { identityProjections } from './index.ts'
import {
  addScanEndpoint,
  answerInvitationEndpoint,
  applyEndpoint,
  confirmOrderEndpoint,
  decideApplicationEndpoint,
  decideOrganisationEndpoint,
  inviteEndpoint,
  meEndpoint,
  myInvitationsEndpoint,
  proposeOrderEndpoint,
  registerOrganisationEndpoint,
  reinstateOrganisationEndpoint,
  removeStaffEndpoint,
  suspendOrganisationEndpoint,
} from './model/index.ts'
import { HOSPITAL, openWorld, type World } from './world.fixture.ts'

const CLAIM = { ...LICENCE, number: 'KMC 1' } as const
const ORDER = { issuer: 'Karnataka Medical Council', number: '7', date: '2026-03-01', text: '' }
const APPROVE = { decision: 'approve' } as const

type AppliedAt = Parameters<Projection['project']>[1][number]

let world: World
beforeAll(async () => {
  world = await openWorld('projections')
})
afterAll(() => world[Symbol.asyncDispose]())

/** Two of each: one that was left as it is, one that went through everything. */
async function liveThrough(): Promise<void> {
  const [anita, bashir] = [
    await world.person('Anita', 'anita@example.org'),
    await world.person('Bashir', 'bashir@example.org'),
  ]
  for (const contact of ['anita@example.org', 'bashir@example.org'])
    await world.identity.appointOfficer(contact)
  const [head, deputy] = [
    await world.person('Head', 'head@example.org'),
    await world.person('Deputy', 'deputy@example.org'),
  ]
  for (const who of [head, deputy]) {
    const { organisation } = await who.call(registerOrganisationEndpoint, { body: HOSPITAL })
    await anita.call(decideOrganisationEndpoint, { params: { organisation }, body: APPROVE })
    const params = { organisation }
    await anita.call(suspendOrganisationEndpoint, { params, body: { reason: 'Inspection' } })
    if (who === head) continue
    await anita.call(reinstateOrganisationEndpoint, { params })
    await deputy.call(inviteEndpoint, {
      params,
      body: { identifier: head.healthId, roles: ['administrator'] },
    })
    const [invitation] = (await head.call(myInvitationsEndpoint)).invitations
    const answer = { params: { invitation: invitation?.invitation ?? '' }, body: { accept: true } }
    await head.call(answerInvitationEndpoint, answer)
    const { person } = await deputy.call(meEndpoint)
    await head.call(removeStaffEndpoint, { params: { organisation, person } })
  }
  for (const [index, who] of [head, deputy].entries()) {
    const { application } = await who.call(applyEndpoint, { body: { ...CLAIM, number: `KMC ${index}` } })
    await who.call(addScanEndpoint, { params: { application }, body: Buffer.from('%PDF-1.7') })
    const { practitioner } = await anita.call(decideApplicationEndpoint, {
      params: { application },
      body: APPROVE,
    })
    const params = { practitioner: practitioner ?? '' }
    await anita.call(proposeOrderEndpoint, { params, body: { kind: 'hold', order: ORDER } })
    const { order } = await anita.call(proposeOrderEndpoint, {
      params,
      body: { kind: 'suspend', order: ORDER },
    })
    await bashir.call(confirmOrderEndpoint, { params: { order } })
    if (who === head) continue
    const end = await bashir.call(proposeOrderEndpoint, { params, body: { kind: 'reinstate', order: ORDER } })
    await anita.call(confirmOrderEndpoint, { params: { order: end.order } })
  }
}

it('leave the same when the ledger is replayed from genesis', async () => {
  await liveThrough()
  const before = await dump()
  const applied = await appliedBlocks()
  expect(new Set(applied.map(({ type }) => type)).size).toBeGreaterThanOrEqual(6)
  const told: string[] = []
  const live: Pick<EventHub, 'publish'> = { publish: async (topic) => void told.push(topic) }
  await world.database.transaction(async (session) => {
    for (const each of applied)
      for (const projection of identityProjections(live))
        if (projection.type === each.type) await projection.project(session, [each])
  })
  expect(await dump()).toEqual(before)
  expect(told.length).toBeGreaterThan(5)
  expect(world.failures).toEqual([])
})

async function dump(): Promise<readonly string[]> {
  const tables = ['organisation', 'membership', 'licence', 'licence_application', 'licence_order']
  const rows = await Promise.all(
    tables.map((name) =>
      world.database.rows<{ text: string }>({
        text: `select t::text as text from identity.${name} t order by 1`,
      }),
    ),
  )
  return rows.flat().map(({ text }) => text)
}

async function appliedBlocks(): Promise<readonly AppliedAt[]> {
  interface Block {
    readonly height: number
    readonly time: number
    readonly transactions: readonly Uint8Array[]
    readonly results: readonly Uint8Array[]
  }
  const blocks = await world.database.rows<Block>({
    text: 'select height, time, transactions, results from ledger.block order by height',
  })
  return blocks.flatMap(({ height, time, transactions, results }) =>
    transactions.flatMap((transaction, position) => {
      if (results[position]?.length !== 0) return []
      const { type, version, body, authority } = readEnvelope(transaction).intent
      return [{ type: fromUtf8(type), version, body, authority, height, position, time: toInstant(time) }]
    }),
  )
}
