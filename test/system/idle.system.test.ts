/** Nothing that only time does makes a block: with the clock and all timers driven, a minute and then days go by. */
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'

import { consentsOf } from '#consent'
import { HOLD_LASTS, licenceAt, proposeOrderEndpoint } from '#identity/model'
import { DAY, fromHex, MINUTE } from '#kernel'
import { visitTimelineEndpoint } from '#records/model'

import { openHousekeeping } from '../../src/server/housekeeping.ts'
import { openTestNode, type TestNode } from '../fixtures/node.ts'
import {
  addReadings,
  newDoctor,
  newHospital,
  newOfficer,
  newPatient,
  type Doctor,
  type House,
  type Resident,
} from '../fixtures/town.ts'
import { openVisit } from '../fixtures/visits.ts'

/** As `visits.ts` asks. */
const CONSENT_LASTS = 15 * MINUTE
const ORDER = { issuer: 'Health Department', number: '7', date: '2026-01-01', text: 'urgent' }

const opened = new AsyncDisposableStack()
let world: TestNode
let house: House
let patient: Resident
let doctor: Doctor
let height: number

beforeAll(async () => {
  const toFake = [
    'Date',
    'performance',
    'setTimeout',
    'clearTimeout',
    'setInterval',
    'clearInterval',
  ] as const
  vi.useFakeTimers({ toFake: [...toFake], shouldAdvanceTime: true })
  opened.defer(() => void vi.useRealTimers())
  world = opened.use(await openTestNode())
  opened.use(openHousekeeping(world.node, world.services))
  house = await newHospital(world, 'Sahyadri Hospital')
  const officer = await newOfficer(world, 'Officer Nair')
  doctor = await newDoctor(world, house, officer, 'Asha Hegde')
  patient = await newPatient(world, house, 'Lakshmi Devi')
  const consent = await openVisit(doctor, house.id, patient)
  await doctor.browser.call(visitTimelineEndpoint, { params: { consent } })
  const { practitioner } = doctor
  await officer.browser.call(proposeOrderEndpoint, {
    params: { practitioner },
    body: { kind: 'hold', order: ORDER },
  })
  await world.node.ledger.settle()
  height = await blocks()
})
afterAll(() => opened.disposeAsync())

/** How high the chain is, once all that was done is done. */
async function blocks(): Promise<number> {
  const { database, ledger, identity } = world.node
  await identity.tidy()
  await ledger.settle()
  const { head } = await ledger.provable()
  const rows = await database.rows<{ height: number }>({ text: 'select height from ledger.block' })
  expect(rows).toHaveLength(head.header.height)
  return head.header.height
}

function now() {
  return world.node.clock.now()
}

describe('an idle chain', () => {
  it('makes no block in a minute', async () => {
    await vi.advanceTimersByTimeAsync(MINUTE)
    expect(await blocks()).toBe(height)
  })

  it('makes none where a consent ends', async () => {
    const { database } = world.node
    const stateNow = async () => (await consentsOf(database, patient.person, now()))[0]?.state
    expect(await stateNow()).toBe('granted')
    await vi.advanceTimersByTimeAsync(CONSENT_LASTS)
    expect(await stateNow()).toBe('ended')
    expect(await blocks()).toBe(height)
  })

  it('makes none where a hold lapses, and housekeeping has been through', async () => {
    const practitioner = fromHex(doctor.practitioner)
    const stateNow = () => licenceAt(world.node.ledger.state(), practitioner, now())
    expect(stateNow()).toBe('held')
    await vi.advanceTimersByTimeAsync(HOLD_LASTS + DAY)
    expect(stateNow()).toBe('active')
    expect(await blocks()).toBe(height)
  })

  it('goes on as soon as there is something: one block for the date, one for the entries, one that proves them', async () => {
    await addReadings(world, house.id, patient.person, 1, 10)
    expect(await blocks()).toBe(height + 3)
    expect((await world.log()).filter((line) => line.includes('failed'))).toEqual([])
  })
})
